"""Whom the kit believes: the publisher on view, and another from its source file, letters compared first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.updates.model import UpdatesModel
from amparo.ui.updates.state import UpdatesState
from amparo.ui.widgets import button, label

if TYPE_CHECKING:
    from amparo.sync.source import Source


class Believing(QWidget):
    """What a file names is believed by a second press only, after its letters were compared."""

    def __init__(self, model: UpdatesModel) -> None:
        super().__init__()
        self._model = model
        self._offered: Source | None = None
        self.about, self.letters = label(""), label("", "number")
        self.add_button = button(_("Add a source file…"), self._choose)
        self.offer, self.offered_letters = label(""), label("", "number")
        self.agree_button = button(_("The letters are the same: trust it"), self._agree)
        self._offering = (self.offer, self.offered_letters, self.agree_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(_("Publisher"), "section"))
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self.about)
        layout.addWidget(self.letters)
        layout.addWidget(self.add_button, 0, left)
        layout.addWidget(self.offer)
        layout.addWidget(self.offered_letters)
        layout.addWidget(self.agree_button, 0, left)
        for part in self._offering:
            part.hide()

    def show_state(self, state: UpdatesState) -> None:
        """Show who is believed."""
        told = " · ".join(filter(None, (state.source, state.url or _("carried only"))))
        self.about.setText(told if state.source else _("None yet. Whoever gave you the kit has the file."))
        self.letters.setText(state.letters)
        self.letters.setVisible(bool(state.letters))
        self.add_button.setEnabled(not state.busy)

    def read(self, file: Path) -> None:
        """Show what a source file names."""
        self._model.read_source(file, self._show_offer)

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Source file"), "", "*.amparo-source")
        if name:
            self.read(Path(name))

    def _show_offer(self, source: Source) -> None:
        self._offered = source
        words = _("{name}, {address}. Call the publisher by a number that you know, and compare:")
        self.offer.setText(words.format(name=source.name, address=source.url or _("carried only")))
        self.offered_letters.setText(source.letters)
        for part in self._offering:
            part.show()

    def _agree(self) -> None:
        if self._offered is not None:
            self._model.believe(self._offered)
        for part in self._offering:
            part.hide()
        self._offered = None
