"""A case: its fields, its screenings, its referrals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from amparo.core.filled import Value
from amparo.core.i18n import _
from amparo.ui.cases.carried import age_of
from amparo.ui.cases.contents import Contents
from amparo.ui.cases.fields import case_blocks, changed, values_of
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.sheets import RecordSheet, case_sheet
from amparo.ui.cases.told import day_words, referral_line, screening_line
from amparo.ui.cases.words import CASE_STATES
from amparo.ui.form.editor import FormEditor
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.model import VaultModel
from amparo.ui.widgets import ComboBox, button

if TYPE_CHECKING:
    from amparo.vault.records import Case, KeptScreening, Referral
    from amparo.vault.vault import Vault


class CasePage(RecordPage):
    """Every edit is kept at once."""

    screening_asked = Signal(str, str)  # checklist, code of the case
    resumed = Signal(object)  # KeptScreening
    referral_begun = Signal(object)  # Case
    referral_opened = Signal(object)  # Referral

    def __init__(self, vault: VaultModel, contents: Contents, theme: Theme) -> None:
        super().__init__(FormEditor(case_blocks(), theme, contents.known))
        self._vault, self._contents = vault, contents
        self.case: Case | None = None
        self.screenings: tuple[KeptScreening, ...] = ()
        self.referrals: tuple[Referral, ...] = ()
        self.checklist = ComboBox(theme)
        self.checklist.setAccessibleName(_("Checklist"))
        for page, title in contents.checklists.items():
            self.checklist.addItem(title, page)
        self.refer_button = button(_("Begin a referral"), self._refer, "primary")
        self.close_button = self.add_deed("", self._close_or_open)
        self.destroy_button = self.add_deed(_("Destroy…"), self._destroy)
        self.screen_button = button(_("Begin a screening"), self._screen)
        self.add_list("screenings", _("Screenings"), self.checklist, self.screen_button)
        self.add_list("referrals", _("Referrals"), self.refer_button)
        self.page.addWidget(self.editor)
        self.page.addStretch(1)
        self.editor.changed.connect(self._edit)

    def show_case(self, case: Case) -> None:
        """Show a case; what belongs to it follows from the vault."""
        self.case = case
        self._show_head()
        self.editor.show_values(values_of(case))
        self.refresh()

    def refresh(self) -> None:
        """Show what belongs to it as it now is."""
        if self.case is None:
            return
        code = self.case.code
        work = lambda vault: (vault.screenings.of_case(code), vault.referrals.of_case(code))  # noqa: E731
        self._vault.ask(work, partial(self._show_lists, code))

    def sheet(self, today: date) -> RecordSheet | None:
        """The case for the printer."""
        if self.case is None:
            return None
        blocks = case_sheet(
            case_blocks(), values_of(self.case), self.screenings, self.referrals, self._contents
        )
        return RecordSheet(
            title=self.title.text(), blocks=blocks, as_of=today, about=self.case.code, salt=self.case.salt
        )

    def clear(self) -> None:
        """Forget the case."""
        super().clear()
        self.case, self.screenings, self.referrals = None, (), ()

    def _show_head(self) -> None:
        assert self.case is not None
        self.title.setText(_("Case {code}").format(code=self.case.code))
        begun = _("Begun on {date}").format(date=day_words(self.case.opened_at))
        self.facts.setText(f"{begun} · {_(CASE_STATES[self.case.state])}")
        is_closed = self.case.state.value == "closed"
        self.close_button.setText(_("Open again") if is_closed else _("Close the case"))
        self.close_button.setAccessibleName(self.close_button.text())

    def _show_lists(self, code: str, found: tuple[tuple[KeptScreening, ...], tuple[Referral, ...]]) -> None:
        if self.case is None or self.case.code != code:
            return
        self.screenings, self.referrals = found
        if not self.case.age and (age := age_of(self.screenings)):
            self._save(replace(self.case, age=age))
            self.editor.show_values(values_of(self.case))
        self.fill_list(
            "screenings",
            [(screening_line(one, self._contents), partial(self.resumed.emit, one)) for one in found[0]],
            _("None yet."),
        )
        self.fill_list(
            "referrals",
            [(referral_line(one), partial(self.referral_opened.emit, one)) for one in found[1]],
            _("None yet."),
        )

    def _edit(self, key: str, value: Value) -> None:
        if self.case is not None:
            self._save(changed(self.case, key, value))

    def _save(self, case: Case) -> None:
        self.case = case
        self._vault.keep(f"case {case.code}", lambda vault: vault.cases.save(case))

    def _screen(self) -> None:
        if self.case is not None:
            self.screening_asked.emit(self.checklist.currentData(), self.case.code)

    def _refer(self) -> None:
        self.referral_begun.emit(self.case)

    def _close_or_open(self) -> None:
        from amparo.vault.records import CaseState

        if self.case is not None:
            is_closed = self.case.state is CaseState.CLOSED
            self._save(replace(self.case, state=CaseState.OPEN if is_closed else CaseState.CLOSED))
            self._show_head()

    def _destroy(self) -> None:
        question = _("Destroy this case with its screenings and referrals? Nobody can bring it back.")
        if self.case is not None and self.confirm(question, _("Destroy")):
            self._vault.ask(partial(_destroy, self.case.code), lambda _done: self.left.emit())


def _destroy(code: str, vault: Vault) -> None:
    vault.destroy(cases=(code,))
