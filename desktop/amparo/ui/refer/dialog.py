"""Sealing a referral: what is missing first, then to whom, then where."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from amparo.core.completeness import Gap
from amparo.core.i18n import _
from amparo.ui.flow import Flow
from amparo.ui.messages import ask
from amparo.ui.refer.receivers import Receivers, directory_cards
from amparo.ui.services import Services
from amparo.ui.widgets import LinkButton, button, column, label, scrolling

if TYPE_CHECKING:
    from amparo.exchange.keycard import KeyCard
    from amparo.vault.records import Card


class SealDialog(QDialog):
    """Tells to whom and where to seal; a gap leads back to its field."""

    gap_chosen = Signal(str)  # key of the field
    asked = Signal(object, object)  # tuple[Card, ...], Path of the folder or None for the outbox

    def __init__(self, gaps: tuple[Gap, ...], services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Amparo"))
        self._vault = services.vault
        self._directory = directory_cards(services.store.entries(services.settings.current.language))
        self.gaps = [self._gap(gap) for gap in gaps]
        self.cards = Receivers(services.today())
        self.seal_button = button(_("Seal and save…"), self._choose_folder, "primary")
        self.outbox_button = button(_("Seal into the outbox"), partial(self.seal_in, None))
        inside = QWidget()
        page = column(inside, margins=(0, 0, 8, 0))
        if gaps:
            page.addWidget(label(_("To be filled in first"), "section"))
        for made in self.gaps:
            page.addWidget(made)
        page.addWidget(self.cards)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(_("Seal the referral"), "title"))
        what = _("Only the receivers that you tick can open it, with Amparo or with the program age.")
        layout.addWidget(label(what, "quiet"))
        layout.addWidget(scrolling(inside), 1)
        foot = Flow()
        foot.addWidget(self.seal_button)
        foot.addWidget(self.outbox_button)
        foot.addWidget(button(_("Cancel"), self.reject))
        layout.addLayout(foot)
        self.cards.edited.connect(self._show_button)
        self.cards.compared.connect(self._add)
        self.cards.removed.connect(self._remove)
        room, letter = self.screen().availableSize(), self.fontMetrics().averageCharWidth()
        height = self.fontMetrics().height()
        self.resize(min(letter * 84, room.width() - 80), min(height * 30, room.height() - 80))
        self._show_button()
        self._read_cards()

    def seal_in(self, folder: Path | None) -> None:
        """Seal to those who are ticked, into this folder; into the outbox for None."""
        self.asked.emit(self.cards.chosen(), folder)
        self.accept()

    def _gap(self, gap: Gap) -> LinkButton:
        made = LinkButton(gap.words)
        made.clicked.connect(partial(self._go_to, gap.key))
        return made

    def _go_to(self, key: str) -> None:
        self.reject()
        self.gap_chosen.emit(key)

    def _show_button(self) -> None:
        for made in (self.seal_button, self.outbox_button):
            made.setEnabled(not self.gaps and bool(self.cards.chosen()))

    def _read_cards(self) -> None:
        self._vault.ask(lambda vault: vault.post.cards(), self._show_cards)

    def _show_cards(self, checked: tuple[Card, ...]) -> None:
        """Those that the officer compared, then those of the directory, whose publisher stands for them."""
        self.cards.show_cards(checked, self._directory)

    def _add(self, card: KeyCard) -> None:
        self._vault.ask(
            lambda vault: vault.post.add_card(
                public=card.public, name=card.name, signer=card.signer, valid_until=card.valid_until
            ),
            lambda _card: self._read_cards(),
        )

    def _remove(self, card: Card) -> None:
        question = _("Remove the key of {name}? Nothing more is sealed to it, until you compare it again.")
        if ask(self, question.format(name=card.name), _("Remove")):
            self._vault.ask(
                lambda vault: vault.post.remove_card(card.public), lambda _done: self._read_cards()
            )

    def _choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Where to, such as a stick")):
            self.seal_in(Path(name))
