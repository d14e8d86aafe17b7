"""Looking after an open vault: backups, passphrase, office, when it locks, its log, its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _, ngettext
from amparo.core.settings import IDLE_MINUTES
from amparo.ui.flow import Flow
from amparo.ui.messages import ask
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.choosing import NewPassphrase
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.office import OfficeKey
from amparo.ui.vault.secret import SecretLine
from amparo.ui.widgets import ComboBox, button, column, label, scrolling

if TYPE_CHECKING:
    from amparo.vault.audit import AuditEntry
    from amparo.vault.vault import Vault


_SHIFTS = (12, 24, 168)
"""Hours back from now that a shift sheet tells of."""


class Care(QWidget):
    """Each part says what it did in the line under the title."""

    idle_chosen = Signal(int)  # minutes
    shift_sheet_asked = Signal()
    left = Signal()

    def __init__(self, vault: VaultModel, theme: Theme, idle_min: int) -> None:
        super().__init__()
        self._vault = vault
        self.said = label("")
        self.idle = ComboBox(theme)
        self.idle.setAccessibleName(_("Lock after"))
        for minutes in IDLE_MINUTES:
            words = ngettext("{n} minute without a touch", "{n} minutes without a touch", minutes)
            self.idle.addItem(words.format(n=minutes), minutes)
        self.idle.setCurrentIndex(self.idle.findData(idle_min))
        self._hours = _SHIFTS[0]
        self.shift = ComboBox(theme)
        self.shift.setAccessibleName(_("Hours on the shift sheet"))
        for hours in _SHIFTS:
            self.shift.addItem(ngettext("{n} hour", "{n} hours", hours).format(n=hours), hours)
        self.old = SecretLine(_("Passphrase of today"))
        self.new = NewPassphrase()
        self.change_button = button(_("Change the passphrase"), self._change)
        self.office, self.office_passphrase = OfficeKey(), SecretLine(_("Passphrase"))
        self.office_button = button(_("Set the office"), self._set_office)
        self.erase_button = button(_("Destroy this vault…"), self.ask_to_erase)
        self._lay_out()
        self.idle.activated.connect(lambda _place: self.idle_chosen.emit(self.idle.currentData()))
        self.shift.activated.connect(self._choose_hours)
        self.new.judged.connect(self.change_button.setEnabled)
        self.office.edited.connect(lambda: self.office_button.setEnabled(self.office.is_good))
        vault.locking.connect(self.clear)

    def clear(self) -> None:
        """Forget what was typed and said."""
        for part in (self.old, self.new, self.office, self.office_passphrase):
            part.clear()
        self.said.setText("")

    def back_up(self) -> None:
        """Make a copy beside the vault."""
        self._do(lambda vault: vault.back_up(), _("A backup was made beside the vault."))

    def back_up_to(self, folder: Path) -> None:
        """Make a copy in a folder of its own within this one."""
        target = folder / f"vault-{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005 - as the officer's clock says
        said = _("A backup was made in {folder}. It opens with the passphrase of today.")
        self._do(lambda vault: vault.back_up_to(target), said.format(folder=target))

    def export_log(self, path: Path) -> None:
        """Write the log of deeds to a file; it names codes, never people."""

        def work(vault: Vault) -> None:
            from amparo.vault.audit import Deed, log_lines

            vault.log(Deed.LOG_EXPORTED)
            try:
                replace_file(path, "".join(log_lines(vault.audit.entries())).encode())
            except OSError as error:
                raise AppError(_("The log could not be saved there."), _("Choose another place.")) from error

        self._do(work, _("The log was written to {path}.").format(path=path))

    def entries_of_shift(self, vault: Vault) -> tuple[AuditEntry, ...]:
        """The deeds of the hours that were chosen; in the vault's thread."""
        since = datetime.now(UTC) - timedelta(hours=self._hours)
        return vault.audit.entries(since.isoformat(timespec="seconds"))

    def ask_to_erase(self) -> None:
        """Destroy the vault, after one question."""
        question = _(
            "Destroy this vault? Everything in it and its backups on this computer are gone for good."
        )
        if ask(self, question, _("Destroy it")):
            self._vault.erase(self._vault.state.number)

    def _do(self, work: Callable[[Vault], object], said: str) -> None:
        self._say(_("One moment"))
        self._vault.ask(work, lambda _done: self._say(said), lambda error: self._say(str(error)))

    def _say(self, said: str) -> None:
        self.said.setText(said)
        self.said.setAccessibleName(said)

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        self._do(lambda vault: vault.change_passphrase(old, new), _("The passphrase was changed."))
        self.old.clear()
        self.new.clear()

    def _set_office(self) -> None:
        office, passphrase = self.office.key(), self.office_passphrase.text()

        def work(vault: Vault) -> None:
            from amparo.exchange.sealing import seal_to

            vault.set_office(passphrase, (lambda key: seal_to(key, (office,))) if office else None)

        said = _("This office can now open it too.") if office else _("No office can open it now.")
        self._do(work, said)
        self.office_passphrase.clear()

    def _choose_backup(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Where to, such as a stick")):
            self.back_up_to(Path(name))

    def _choose_hours(self) -> None:
        self._hours = int(self.shift.currentData())

    def _choose_log(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the log"), "log.jsonl")
        if name:
            self.export_log(Path(name))

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("Look after the vault"), "title"))
        page.addWidget(self.said)
        self._part(page, _("Backups"), _("One is made each day, and three are kept beside the vault."))
        self._row(page, button(_("Back up now"), self.back_up), button(_("To a stick…"), self._choose_backup))
        self._part(
            page, _("Lock by itself"), _("Also when the computer goes to sleep. Ctrl+L locks at once.")
        )
        self._row(page, self.idle)
        self._part(page, _("Log of deeds"), _("What was done and when, with codes and no names, in a chain."))
        shift = button(_("Shift sheet"), self.shift_sheet_asked.emit)
        self._row(page, self.shift, shift, button(_("Save the log…"), self._choose_log))
        self._part(page, _("Passphrase"), _("Copies on sticks keep the old one."))
        page.addWidget(self.old)
        page.addWidget(self.new)
        self._row(page, self.change_button)
        self._part(page, _("Office"), "")
        page.addWidget(self.office)
        page.addWidget(self.office_passphrase)
        self._row(page, self.office_button)
        gone = _("Everything in it is gone at once and for good. Copies on sticks are not reached.")
        self._part(page, _("Destroy"), gone)
        self._row(page, self.erase_button)
        self._row(page, button(_("Back"), self.left.emit))
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))

    def _part(self, page: QVBoxLayout, title: str, words: str) -> None:
        page.addWidget(label(title, "section"))
        if words:
            page.addWidget(label(words, "quiet"))

    def _row(self, page: QVBoxLayout, *parts: QWidget) -> None:
        row = Flow()
        for part in parts:
            row.addWidget(part)
        page.addLayout(row)
