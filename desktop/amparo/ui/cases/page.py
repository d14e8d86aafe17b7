"""Cases and visits: the gate while the vault is locked, else the list and what is opened from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from amparo.core.model import PageId
from amparo.ui.cases.contents import Contents
from amparo.ui.cases.keep import KEPT_FOR
from amparo.ui.cases.overview import Overview
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.rows import Row, RowKind, rows_in
from amparo.ui.services import Services
from amparo.ui.vault.gate import Gate
from amparo.ui.vault.state import Phase, VaultState

if TYPE_CHECKING:  # made when they are first gone to
    from amparo.ui.cases.case import CasePage
    from amparo.ui.cases.referral import ReferralPage
    from amparo.ui.cases.visit import VisitPage
    from amparo.ui.refer.desk import DeskPage
    from amparo.ui.refer.outbox import OutboxPage
    from amparo.ui.vault.care import Care
    from amparo.vault.records import Case, KeptScreening, Referral, Visit
    from amparo.vault.vault import Vault

AnyRecord = TypeVar("AnyRecord", bound=RecordPage)


class CasesPage(QStackedWidget):
    """Goes between its pages; each knows its own record, and forgets it when the vault is locked."""

    screening_asked = Signal(str)  # checklist
    sheet_made = Signal(object)  # RecordSheet
    idle_chosen = Signal(int)
    outbox_changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        settings = services.settings.current
        self._services, self._vault = services, services.vault
        self.contents = Contents(services.store, settings.language, settings.role)
        self.gate = Gate(self._vault, services.theme, services.today())
        self.overview = Overview(services.theme, services.today())
        self.addWidget(self.gate)
        self.addWidget(self.overview)
        self._connect()
        self._loading = self.contents.load()
        self._step = QTimer(self)
        self._step.timeout.connect(self._load_on)
        self._was_open = False
        self._follow(self._vault.state)

    @cached_property
    def care(self) -> Care:
        """Where the vault is looked after."""
        from amparo.ui.vault.care import Care

        page = Care(self._vault, self._services.theme, self._services.settings.current.idle_min)
        page.left.connect(self.show_list)
        page.idle_chosen.connect(self.idle_chosen)
        page.shift_sheet_asked.connect(self.print)
        self.addWidget(page)
        return page

    @cached_property
    def case(self) -> CasePage:
        """The case on view."""
        from amparo.ui.cases.case import CasePage

        page = CasePage(self._vault, self.contents, self._services.theme)
        page.resumed.connect(self._resume)
        page.screening_asked.connect(self._screen_for_case)
        page.referral_begun.connect(self._begin_referral)
        page.referral_opened.connect(self.show_referral)
        return self._add(page, self.show_list)

    @cached_property
    def visit(self) -> VisitPage:
        """The visit on view."""
        from amparo.ui.cases.visit import VisitPage

        page = VisitPage(self._vault, self.contents, self._services.theme)
        page.resumed.connect(self._resume)
        page.screening_asked.connect(self._screen_at_visit)
        return self._add(page, self.show_list)

    @cached_property
    def referral(self) -> ReferralPage:
        """The referral on view."""
        from amparo.ui.cases.referral import ReferralPage

        page = ReferralPage(self._services, self.contents)
        return self._add(page, self._back_to_case)

    @cached_property
    def desk(self) -> DeskPage:
        """Where sealed referrals come in."""
        from amparo.ui.refer.desk import DeskPage

        services = self._services
        page = DeskPage(self._vault, self.contents, services.theme, services.today())
        page.left.connect(self.show_list)
        page.print_asked.connect(self.print)
        self.addWidget(page)
        return page

    @cached_property
    def outbox(self) -> OutboxPage:
        """Sealed files that wait."""
        from amparo.ui.refer.outbox import OutboxPage

        page = OutboxPage(self._services)
        page.left.connect(self.show_list)
        page.changed.connect(self.outbox_changed)
        self.addWidget(page)
        return page

    def take_keys(self) -> None:
        """Show what is there now, and give it the keys."""
        if self._vault.state.is_open:
            self.refresh()
        if self.currentWidget() is self.gate:
            self.gate.take_keys()
        elif self.currentWidget() is self.overview:
            self.overview.take_keys()

    def refresh(self) -> None:
        """Read again what is on view."""
        shown = self.currentWidget()
        if isinstance(shown, RecordPage):
            shown.refresh()
        elif shown is self.overview:
            read = partial(rows_in, checklists=self.contents.checklists, today=self._services.today())
            self._vault.ask(read, self.overview.show_rows)

    def show_list(self) -> None:
        """Go back to the list."""
        for page in self._made():
            page.clear()
        self.setCurrentWidget(self.overview)
        self.refresh()
        self.overview.take_keys()

    def show_case(self, case: Case | None) -> None:
        """Open a case; one that is gone leads to the list."""
        if case is None:
            self.show_list()
            return
        self._go_to(self.case)
        self.case.show_case(case)

    def show_visit(self, visit: Visit | None) -> None:
        """Open a visit; one that is gone leads to the list."""
        if visit is None:
            self.show_list()
            return
        self._go_to(self.visit)
        self.visit.show_visit(visit)

    def show_referral(self, referral: Referral) -> None:
        """Open a referral."""
        self._go_to(self.referral)
        self.referral.show_referral(referral)

    def print(self) -> None:
        """Make a sheet of what is on view; none of the gate, which has nothing to tell."""
        from amparo.ui.cases.printing import print_shown

        print_shown(self, self._vault, self._services.today())

    def _go_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus()

    def _follow(self, state: VaultState) -> None:
        if state.is_open and not self._was_open:
            self.show_list()
        elif not state.is_open:
            self.setCurrentWidget(self.gate)
        if state.phase in (Phase.BUSY, Phase.OPEN):
            self._step.start(0)
        self._was_open = state.is_open

    def _load_on(self) -> None:
        if next(self._loading, self) is self:  # there is no next step
            self._step.stop()

    def _forget(self) -> None:
        self.overview.clear()
        for page in self._made():
            page.clear()

    def _open_row(self, row: Row) -> None:
        if row.kind is RowKind.CASE:
            self._vault.ask(lambda vault: vault.cases.get(row.key), self.show_case)
        elif row.kind is RowKind.VISIT:
            self._vault.ask(lambda vault: vault.visits.get(row.key), self.show_visit)
        elif row.kind is RowKind.RECEIVED:
            self._show_desk()
            self.desk.open_again(row.key)
        else:
            self._vault.ask(lambda vault: vault.screenings.get(row.key), self._resume)

    def _new_case(self) -> None:
        review_on = self._services.today() + KEPT_FOR
        self._vault.ask(lambda vault: vault.cases.open(review_on=review_on), self.show_case)

    def _new_visit(self) -> None:
        review_on = self._services.today() + KEPT_FOR
        self._vault.ask(lambda vault: vault.visits.open(review_on=review_on), self.show_visit)

    def _resume(self, kept: KeptScreening | None) -> None:
        if kept is None:
            self.refresh()
            return
        self._services.keeping.resume(kept)
        self.screening_asked.emit(kept.checklist)

    def _screen_for_case(self, checklist: str, code: str) -> None:
        self._services.keeping.begin(PageId(checklist), case_code=code)
        self.screening_asked.emit(checklist)

    def _screen_at_visit(self, checklist: str, code: str) -> None:
        self._services.keeping.begin(PageId(checklist), visit_code=code)
        self.screening_asked.emit(checklist)

    def _begin_referral(self, case: Case) -> None:
        from amparo.ui.cases.carried import begin_referral

        self._vault.ask(partial(begin_referral, case, self.contents), self.show_referral)

    def _show_desk(self) -> None:
        self._go_to(self.desk)
        self.desk.refresh()

    def _show_outbox(self) -> None:
        self._go_to(self.outbox)
        self.outbox.refresh()

    def _back_to_case(self) -> None:
        referral = self.referral.referral
        if referral is None:
            self.show_list()
            return
        code = referral.case_code
        self.referral.clear()
        self._vault.ask(lambda vault: vault.cases.get(code), self.show_case)

    def _destroy(self, rows: tuple[Row, ...]) -> None:
        keys = {kind: tuple(row.key for row in rows if row.kind is kind) for kind in RowKind}

        def work(vault: Vault) -> None:
            vault.destroy(
                cases=keys[RowKind.CASE], visits=keys[RowKind.VISIT], received=keys[RowKind.RECEIVED]
            )

        self._vault.ask(work, lambda _done: self.refresh())

    def _keep_longer(self, rows: tuple[Row, ...]) -> None:
        until = self._services.today() + timedelta(days=30)
        keys = tuple(row.key for row in rows)
        self._vault.ask(lambda vault: vault.keep_until(keys, until), lambda _done: self.refresh())

    def _made(self) -> tuple[RecordPage, ...]:
        """The pages of records that were gone to."""
        return tuple(self.__dict__[name] for name in ("case", "visit", "referral") if name in self.__dict__)

    def _add(self, page: AnyRecord, back: Callable[[], None]) -> AnyRecord:
        page.left.connect(back)
        page.print_asked.connect(self.print)
        page.sheet_made.connect(self.sheet_made)
        self.addWidget(page)
        return page

    def _connect(self) -> None:
        overview = self.overview
        overview.opened.connect(self._open_row)
        overview.case_asked.connect(self._new_case)
        overview.visit_asked.connect(self._new_visit)
        overview.care_asked.connect(lambda: self._go_to(self.care))
        overview.desk_asked.connect(self._show_desk)
        overview.outbox_asked.connect(self._show_outbox)
        overview.lock_asked.connect(self._vault.lock)
        overview.due.destroy_asked.connect(self._destroy)
        overview.due.later_asked.connect(self._keep_longer)
        self._vault.changed.connect(self._follow)
        self._vault.locking.connect(self._forget)
