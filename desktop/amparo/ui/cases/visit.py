"""A labour inspector's visit: the place, its papers, the evidence, and the people who were screened there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from amparo.core.filled import Value, Values
from amparo.core.i18n import _
from amparo.ui.cases.contents import VISIT, Contents
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.sheets import RecordSheet, case_sheet
from amparo.ui.cases.told import day_words, screening_line
from amparo.ui.form.editor import FormEditor
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.model import VaultModel
from amparo.ui.widgets import ComboBox, button

if TYPE_CHECKING:
    from amparo.vault.records import KeptScreening, Visit
    from amparo.vault.vault import Vault


class VisitPage(RecordPage):
    """Every edit is kept at once; as many screenings as there were people."""

    screening_asked = Signal(str, str)  # checklist, code of the visit
    resumed = Signal(object)  # KeptScreening

    def __init__(self, vault: VaultModel, contents: Contents, theme: Theme) -> None:
        super().__init__(FormEditor(contents.form(VISIT), theme, contents.known))
        self._vault, self._contents = vault, contents
        self.visit: Visit | None = None
        self.screenings: tuple[KeptScreening, ...] = ()
        self.destroy_button = self.add_deed(_("Destroy…"), self._destroy)
        self.checklist = ComboBox(theme)
        self.checklist.setAccessibleName(_("Checklist"))
        for page, title in contents.checklists.items():
            self.checklist.addItem(title, page)
        self.screen_button = button(_("Screen the next person"), self._screen, "primary")
        self.add_list("screenings", _("Screenings"), self.checklist, self.screen_button)
        self.page.addWidget(self.editor)
        self.page.addStretch(1)
        self.editor.changed.connect(self._edit)
        self.editor.values_changed.connect(self._replace)

    def show_visit(self, visit: Visit) -> None:
        """Show a visit; its screenings follow from the vault."""
        self.visit = visit
        self.title.setText(_("Visit {code}").format(code=visit.code))
        self.facts.setText(_("Begun on {date}").format(date=day_words(visit.opened_at)))
        self.editor.show_values(visit.filled)
        self.refresh()

    def refresh(self) -> None:
        """Show its screenings as they now are."""
        if self.visit is not None:
            code = self.visit.code
            self._vault.ask(lambda vault: vault.screenings.of_visit(code), partial(self._show_list, code))

    def sheet(self, today: date) -> RecordSheet | None:
        """The visit for the printer."""
        if self.visit is None:
            return None
        form = self._contents.form(VISIT)
        blocks = case_sheet(form, self.visit.filled, self.screenings, (), self._contents)
        return RecordSheet(
            title=self.title.text(), blocks=blocks, as_of=today, about=self.visit.code, salt=self.visit.salt
        )

    def clear(self) -> None:
        """Forget the visit."""
        super().clear()
        self.visit, self.screenings = None, ()

    def _show_list(self, code: str, found: tuple[KeptScreening, ...]) -> None:
        if self.visit is None or self.visit.code != code:
            return
        self.screenings = found
        rows = [(screening_line(one, self._contents), partial(self.resumed.emit, one)) for one in found]
        self.fill_list("screenings", rows, _("None yet. Each person is screened apart."))

    def _edit(self, key: str, value: Value) -> None:
        if self.visit is not None:
            self._replace({**self.visit.filled, key: value})

    def _replace(self, values: Values) -> None:
        if self.visit is not None:
            self.visit = visit = replace(self.visit, filled=values)
            self._vault.keep(f"visit {visit.code}", lambda vault: vault.visits.save(visit))

    def _screen(self) -> None:
        if self.visit is not None:
            self.screening_asked.emit(self.checklist.currentData(), self.visit.code)

    def _destroy(self) -> None:
        question = _("Destroy this visit with its screenings? Nobody can bring it back.")
        if self.visit is not None and self.confirm(question, _("Destroy")):
            self._vault.ask(partial(_destroy, self.visit.code), lambda _done: self.left.emit())


def _destroy(code: str, vault: Vault) -> None:
    vault.destroy(visits=(code,))
