"""Which sheet is made of what the page of cases shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from amparo.core.blocks import Block
from amparo.core.i18n import _
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.sheets import RecordSheet, shift_sheet
from amparo.ui.refer.desk import DeskPage
from amparo.ui.vault.care import Care
from amparo.ui.vault.model import VaultModel

if TYPE_CHECKING:
    from amparo.ui.cases.page import CasesPage
    from amparo.vault.audit import AuditEntry


def print_shown(page: CasesPage, vault: VaultModel, today: date) -> None:
    """Hand over a sheet of what is on view; the shift sheet follows from the vault."""
    shown = page.currentWidget()

    def hand_over(title: str, blocks: tuple[Block, ...]) -> None:
        """Codes and no names: it may be saved as a file too."""
        page.sheet_made.emit(RecordSheet(title=title, blocks=blocks, as_of=today, is_personal=False))

    def hand_over_shift(entries: tuple[AuditEntry, ...]) -> None:
        hand_over(_("Shift sheet of vault {n}").format(n=vault.state.number), shift_sheet(entries))

    match shown:
        case RecordPage():
            if sheet := shown.sheet(today):
                page.sheet_made.emit(sheet)
        case DeskPage():
            page.sheet_made.emit(shown.sheet())
        case Care():
            vault.ask(shown.entries_of_shift, hand_over_shift)
        case page.overview:
            hand_over(_("Cases and visits"), page.overview.blocks())
