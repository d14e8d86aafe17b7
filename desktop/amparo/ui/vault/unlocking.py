"""Unlocking: which vault, its passphrase, and the ways in when that does not help."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amparo.core.dates import age, long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _, ngettext
from amparo.ui.flow import Flow
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.secret import SecretLine
from amparo.ui.vault.state import Offer
from amparo.ui.widgets import ComboBox, button, label


class Unlocking(QWidget):
    """Tells of the vaults no more than their numbers and when they were used."""

    asked = Signal(int, str)  # number, passphrase
    making_asked = Signal()
    office_asked = Signal(int)
    restoring_asked = Signal(int)
    erasing_asked = Signal(int)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._today = today
        self._wait_s, self._error = 0, ""
        self.choice = ComboBox(theme)
        self.choice.setAccessibleName(_("Vault"))
        self.only = label("", "section")
        self.passphrase = SecretLine(_("Passphrase"))
        self.trouble = label("", "danger")
        self.unlock_button = button(_("Unlock"), self._ask, "primary")
        self.office_button = button(_("Passphrase forgotten…"), lambda: self.office_asked.emit(self.number))
        self.restore_button = button(_("Restore a backup…"), lambda: self.restoring_asked.emit(self.number))
        self.make_button = button(_("Make another vault…"), self.making_asked.emit)
        self.erase_button = button(_("Destroy this vault…"), lambda: self.erasing_asked.emit(self.number))
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._count_down)
        self._lay_out()
        self.passphrase.entered.connect(self._ask)

    @property
    def number(self) -> int:
        """Of the vault that is chosen."""
        return int(self.choice.currentData() or 0)

    def show_offers(self, offers: tuple[Offer, ...], number: int) -> None:
        """Show these vaults; `number` is chosen if it is among them."""
        self.choice.clear()
        for offer in offers:
            used = offer.last_used.date()
            words = _("Vault {n}, last used on {date}").format(n=offer.number, date=long_date(used))
            old = age(used, self._today)
            self.choice.addItem(f"{words} ({old})" if old else words, offer.number)
        self.choice.setCurrentIndex(max(self.choice.findData(number), 0))
        self.choice.setVisible(len(offers) > 1)
        self.only.setVisible(len(offers) == 1)
        self.only.setText(self.choice.currentText())

    def show_error(self, error: AppError | None, wait_s: int = 0) -> None:
        """Say what went wrong; the button waits so many seconds."""
        self._error = str(error) if error else ""
        self._wait_s = wait_s
        self._clock.start() if wait_s else self._clock.stop()
        self._show_trouble()

    def begin(self) -> None:
        """Forget what was typed, and take the keys."""
        self.passphrase.clear()
        self.passphrase.take_keys()

    def _ask(self) -> None:
        if self.unlock_button.isEnabled() and self.passphrase.text().strip():
            typed = self.passphrase.text()
            self.passphrase.clear()
            self.asked.emit(self.number, typed)

    def _count_down(self) -> None:
        self._wait_s -= 1
        if self._wait_s <= 0:
            self._clock.stop()
            self._error = ""
        self._show_trouble()

    def _show_trouble(self) -> None:
        words = self._error
        if self._wait_s > 0:
            left = ngettext("Wait {n} second.", "Wait {n} seconds.", self._wait_s).format(n=self._wait_s)
            too_many = _("Too many wrong passphrases.")
            words = f"{too_many} {left}"
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.unlock_button.setEnabled(self._wait_s <= 0)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("Cases and visits"), "title"))
        locked = _(
            "They are locked in a vault. Nothing of them is shown, and nothing can be read, until then."
        )
        for part in (label(locked), self.choice, self.only, self.passphrase, self.trouble):
            layout.addWidget(part)
        first = Flow()
        first.addWidget(self.unlock_button)
        layout.addLayout(first)
        others = Flow()
        for made in (self.office_button, self.restore_button, self.make_button, self.erase_button):
            others.addWidget(made)
        layout.addLayout(others)
        layout.addStretch(1)
