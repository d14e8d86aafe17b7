"""What stands before the cases while the vault is not open: make one, unlock it, or find another way in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.messages import ask
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.making import Making
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.returning import Forgotten, Restoring
from amparo.ui.vault.state import Phase, VaultState
from amparo.ui.vault.unlocking import Unlocking
from amparo.ui.widgets import column, label, scrolling

if TYPE_CHECKING:
    from amparo.vault.backups import Backup

_WIDEST_PX = 720


class Gate(QWidget):
    """Shows what the vault's state asks for, and passes on what the officer wants."""

    def __init__(self, vault: VaultModel, theme: Theme, today: date) -> None:
        super().__init__()
        self._vault, self._restored = vault, 0
        self.making, self.unlocking = Making(), Unlocking(theme, today)
        self.restoring, self.forgotten = Restoring(), Forgotten()
        self.busy = _Busy()
        self.pages = QStackedWidget()
        for page in (self.making, self.unlocking, self.restoring, self.forgotten, self.busy):
            self.pages.addWidget(page)
        self.pages.setMaximumWidth(round(_WIDEST_PX * theme.scale))
        self._lay_out()
        self._connect()
        vault.changed.connect(self.show_state)
        self.show_state(vault.state)

    def show_state(self, state: VaultState) -> None:
        """Show what fits this state; what is being typed stays where it is."""
        if state.phase is Phase.BUSY:
            self._show(self.busy)
        elif state.phase is Phase.NONE:
            self._begin_making()
            self.making.show_error(state.error)
        elif state.phase is Phase.LOCKED:
            self._show_locked(state)

    def take_keys(self) -> None:
        """Give the keys to the first line to fill."""
        shown = self.pages.currentWidget()
        if shown is self.unlocking:
            self.unlocking.passphrase.take_keys()
        elif shown is self.making:
            self.making.passphrase.first.take_keys()

    def _show_locked(self, state: VaultState) -> None:
        from amparo.vault.errors import TooSoon

        self.unlocking.show_offers(self._vault.offers(), state.number)
        wait_s = state.error.wait_s if isinstance(state.error, TooSoon) else 0
        self.unlocking.show_error(state.error, wait_s)
        self._show(self.unlocking)
        if self.isVisible():
            self.unlocking.begin()

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def _begin_making(self) -> None:
        self._show(self.making)
        self.making.show_error(None)
        self.making.begin(can_leave=self._vault.state.phase is not Phase.NONE)

    def _begin_restoring(self, number: int) -> None:
        from amparo.vault.backups import backups_of

        self._restored = number
        self._show(self.restoring)
        self.restoring.begin(backups_of(self._vault.folder(number)) if number else ())

    def _begin_bringing(self) -> None:
        self._begin_restoring(0)

    def _begin_forgotten(self, _number: int) -> None:
        self._show(self.forgotten)
        self.forgotten.begin()

    def _back(self) -> None:
        if self._vault.state.phase is Phase.NONE:
            self._begin_making()
        else:
            self._show_locked(self._vault.state)

    def _restore(self, backup: Backup, passphrase: str) -> None:
        self._vault.restore(self._restored, backup, passphrase)

    def _open_by_office(self, key_file: Path, passphrase: str) -> None:
        self._vault.unlock_by_office(self.unlocking.number, key_file, passphrase)

    def _erase(self, number: int) -> None:
        question = _(
            "Destroy vault {n}? Everything in it and its backups on this computer are gone for good,"
            " also for you. Copies on sticks are not reached."
        )
        if ask(self, question.format(n=number), _("Destroy it")):
            self._vault.erase(number)

    def _connect(self) -> None:
        vault = self._vault
        self.making.asked.connect(vault.create)
        self.making.bringing_asked.connect(self._begin_bringing)
        self.making.left.connect(self._back)
        self.unlocking.asked.connect(vault.unlock)
        self.unlocking.making_asked.connect(self._begin_making)
        self.unlocking.restoring_asked.connect(self._begin_restoring)
        self.unlocking.office_asked.connect(self._begin_forgotten)
        self.unlocking.erasing_asked.connect(self._erase)
        self.restoring.asked.connect(self._restore)
        self.restoring.left.connect(self._back)
        self.forgotten.asked.connect(self._open_by_office)
        self.forgotten.left.connect(self._back)

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(self.pages)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))


class _Busy(QWidget):
    """A second of patience: the passphrase is made costly to guess."""

    def __init__(self) -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Working on the vault"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(_("One moment"), "title"))
        layout.addWidget(label(_("This takes about a second, so that guessing takes centuries."), "quiet"))
        layout.addWidget(bar)
        layout.addStretch(1)
