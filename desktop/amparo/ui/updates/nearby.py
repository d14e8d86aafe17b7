"""Receiving from a colleague's kit: its address and code are typed, or the address is found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.sync.nearby import is_installed
from amparo.ui.updates.model import UpdatesModel
from amparo.ui.updates.state import UpdatesState
from amparo.ui.widgets import LinkButton, button, label

if TYPE_CHECKING:
    from amparo.sync.nearby import Announcing, Looking


class Nearby(QWidget):
    """Kits find one another only where the extra for it is installed, and while the box is ticked."""

    _found = Signal(str, str)  # from a thread of the search's

    def __init__(self, model: UpdatesModel, version: str) -> None:
        super().__init__()
        self._model, self._version = model, version
        self._looking: Looking | None = None
        self._announcing: Announcing | None = None
        self.address, self.code = QLineEdit(), QLineEdit()
        self.near_button = button(_("Receive from the colleague"), self._receive)
        self.finds = QCheckBox(
            _("Let kits on this network find one another; all of it sees that Amparo runs here")
        )
        self.finds.setVisible(is_installed())
        self.told = label("", "quiet")
        self.found: dict[str, LinkButton] = {}
        self._list = QVBoxLayout()
        self._lay_out()
        self.finds.toggled.connect(self._switch)
        self._found.connect(self._show)

    def show_state(self, state: UpdatesState) -> None:
        """Announce what is given, if that is wished."""
        self.near_button.setEnabled(not state.busy and bool(state.source))
        if bool(state.address) != (self._announcing is not None):
            self._announce(state.address)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere neither tells nor listens any more."""
        super().hideEvent(event)
        self.finds.setChecked(False)

    def _close(self) -> None:
        for one in (self._looking, self._announcing):
            if one is not None:
                one.close()
        self._looking = self._announcing = None

    def _switch(self, on: bool) -> None:
        self._close()
        if on:
            from amparo.sync.nearby import Looking

            try:
                self._looking = Looking(self._found.emit)
            except AppError as error:
                self.told.setText(str(error))
                self.finds.setChecked(False)
                return
            self._announce(self._model.state.address)
        self.told.setText("")

    def _announce(self, address: str) -> None:
        if self._announcing is not None:
            self._announcing.close()
            self._announcing = None
        if address and self.finds.isChecked():
            from amparo.sync.nearby import Announcing

            try:
                self._announcing = Announcing(address, self._version)
            except AppError as error:
                self.told.setText(str(error))

    @Slot(str, str)
    def _show(self, address: str, version: str) -> None:
        if address in self.found or address == self._model.state.address:
            return
        made = LinkButton(_("{address}: edition {version}").format(address=address, version=version or "?"))
        made.clicked.connect(partial(self._take, address))
        self.found[address] = made
        self._list.addWidget(made)

    def _take(self, address: str) -> None:
        self.address.setText(address)
        self.code.setFocus()

    def _receive(self) -> None:
        self._model.receive_near(self.address.text(), self.code.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(_("Receive from a colleague nearby"), "section"))
        layout.addWidget(self.finds)
        layout.addWidget(self.told)
        layout.addLayout(self._list)
        for line, name, hint in (
            (self.address, _("Address that the colleague's kit shows"), "192.168.1.5:47210"),
            (self.code, _("Code that the colleague tells you"), "ABC234"),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            layout.addWidget(label(name, "state"))
            layout.addWidget(line)
        layout.addWidget(self.near_button, 0, Qt.AlignmentFlag.AlignLeft)
