"""The receivers whose keys the officer has compared, and a place to add one."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from amparo.core.contacts import Entry
from amparo.core.dates import long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.ui.widgets import button, label

if TYPE_CHECKING:
    from amparo.exchange.keycard import KeyCard
    from amparo.vault.records import Card


def directory_cards(entries: tuple[Entry, ...]) -> tuple[Card, ...]:
    """The key cards of the directory; one that this program cannot read is passed over."""
    from amparo.exchange.keycard import card_of
    from amparo.vault.records import Card

    found = []
    for line in (authority.key_card for entry in entries for authority in entry.authorities):
        with contextlib.suppress(AppError):
            if line:
                card = card_of(line)
                found.append(
                    Card(
                        public=card.public,
                        name=card.name,
                        signer=card.signer,
                        valid_until=card.valid_until,
                        changed_at=datetime.now(UTC),
                    )
                )
    return tuple(found)


class Receivers(QWidget):
    """Ticks say who gets it; an expired key cannot be ticked."""

    edited = Signal()
    compared = Signal(object)  # KeyCard: the letters are the same
    removed = Signal(object)  # Card that the officer no longer trusts

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._typed: KeyCard | None = None
        self.boxes: dict[QCheckBox, Card] = {}
        self.removers: dict[str, QPushButton] = {}
        self._list = QVBoxLayout()
        self.none = label(_("No receiver's key was checked yet. Ask for the receiver's key card."), "quiet")
        self.line = QLineEdit()
        self.line.setPlaceholderText("AMPARO-KEY:1:…")
        self.line.setAccessibleName(_("Line of a key card"))
        self.told = label("")
        self.add_button = button(_("The letters are the same: add it"), self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(_("Receivers"), "section"))
        layout.addLayout(self._list)
        layout.addWidget(self.none)
        layout.addWidget(label(_("Add a key card"), "state"))
        layout.addWidget(self.line)
        layout.addWidget(self.told)
        layout.addWidget(self.add_button)
        self.line.textChanged.connect(self._read)
        self._read()

    def show_cards(self, compared: tuple[Card, ...], directory: tuple[Card, ...] = ()) -> None:
        """Show these; what was ticked stays ticked. Only the officer's own can be removed."""
        ticked = {card.public for card in self.chosen()}
        while (old := self._list.takeAt(0)) is not None:
            if row := old.widget():
                row.hide()
                row.deleteLater()
        self.boxes, self.removers = {}, {}
        own = {card.public for card in compared}
        shown = (*compared, *(card for card in directory if card.public not in own))
        for card in sorted(shown, key=lambda card: card.name):
            self._list.addWidget(self._row(card, card.public in ticked, card.public in own))
        self.none.setVisible(not shown)
        self.edited.emit()

    def chosen(self) -> tuple[Card, ...]:
        """Those that are ticked."""
        return tuple(card for box, card in self.boxes.items() if box.isChecked())

    def _row(self, card: Card, is_ticked: bool, is_own: bool) -> QWidget:
        is_old = card.valid_until < self._today
        until = _("good until {date}").format(date=long_date(card.valid_until))
        expired = _("expired")
        box = QCheckBox(f"{card.name}: {expired if is_old else until}")
        box.setAccessibleName(box.text())
        box.setEnabled(not is_old)
        box.setChecked(is_ticked and not is_old)
        box.toggled.connect(self.edited)
        self.boxes[box] = card
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(box, 1)
        if is_own:
            remover = button(_("Remove"), partial(self.removed.emit, card))
            remover.setAccessibleName(_("Remove the key of {name}").format(name=card.name))
            self.removers[card.public] = remover
            across.addWidget(remover)
        return row

    def _read(self) -> None:
        from amparo.exchange.keycard import card_of

        self._typed, words = None, ""
        if self.line.text().strip():
            try:
                self._typed = card_of(self.line.text())
                self._typed.check(self._today)
            except AppError as error:
                self._typed, words = None, str(error)
        if self._typed:
            words = _(
                "{name}, good until {date}. Call the receiver by a number that you know; compare: {letters}"
            ).format(
                name=self._typed.name,
                date=long_date(self._typed.valid_until),
                letters=self._typed.spoken,
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.add_button.setVisible(self._typed is not None)

    def _add(self) -> None:
        if self._typed is not None:
            card = self._typed
            self.line.setText("")
            self.compared.emit(card)
