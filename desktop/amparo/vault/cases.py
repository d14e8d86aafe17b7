"""Cases and visits: opened, changed, destroyed; every deed is in the log with it, or neither is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from amparo.vault.audit import Audit, Deed
from amparo.vault.records import Case, Filled, KeptScreening, Visit, new_code, new_salt
from amparo.vault.table import Table


class Cases:
    """The cases of people."""

    def __init__(self, db: Database, audit: Audit, now: Callable[[], datetime]) -> None:
        self._table, self._audit, self._now = Table(db, "cases", Case, "code"), audit, now

    def open(self, *, review_on: date, age: str = "") -> Case:
        """A new case, with a code of its own."""
        now = self._now()
        case = Case(
            code=new_code(), age=age, opened_at=now, changed_at=now, review_on=review_on, salt=new_salt()
        )
        with self._table.transaction():
            self._table.put(case)
            self._audit.add(Deed.CASE_OPENED, case.code)
        return case

    def all(self) -> tuple[Case, ...]:
        """All cases, the one that was changed last first."""
        return self._table.where()

    def get(self, code: str) -> Case | None:
        """The case of this code; None where there is none any more."""
        return self._table.get(code)

    def save(self, case: Case) -> None:
        """Keep a case as it now is, unless it was destroyed meanwhile."""
        with self._table.transaction():
            if before := self.get(case.code):
                self._table.put(replace(case, changed_at=self._now()))
                if before.state is not case.state:
                    self._audit.add(Deed.CASE_STATE, f"{case.code} {case.state}")
                if before.review_on != case.review_on:
                    self._audit.add(Deed.CASE_REVIEW, case.code)

    def destroy(self, code: str) -> None:
        """Remove a case with its screenings and referrals; its code stays in the log."""
        with self._table.transaction():
            if self.get(code):
                self._table.delete(code)
                self._audit.add(Deed.CASE_DESTROYED, code)


class Visits:
    """The visits to places of work."""

    def __init__(self, db: Database, audit: Audit, now: Callable[[], datetime]) -> None:
        self._table, self._audit, self._now = Table(db, "visits", Visit, "code"), audit, now
        self._screenings = Table(db, "screenings", KeptScreening)

    def open(self, *, review_on: date, filled: Filled | None = None) -> Visit:
        """A new visit, with a code of its own."""
        now = self._now()
        visit = Visit(
            code=new_code(),
            opened_at=now,
            changed_at=now,
            review_on=review_on,
            salt=new_salt(),
            filled=filled or {},
        )
        with self._table.transaction():
            self._table.put(visit)
            self._audit.add(Deed.VISIT_OPENED, visit.code)
        return visit

    def all(self) -> tuple[Visit, ...]:
        """All visits, the one that was changed last first."""
        return self._table.where()

    def get(self, code: str) -> Visit | None:
        """The visit of this code; None where there is none any more."""
        return self._table.get(code)

    def save(self, visit: Visit) -> None:
        """Keep a visit as it now is, unless it was destroyed meanwhile."""
        with self._table.transaction():
            if before := self.get(visit.code):
                self._table.put(replace(visit, changed_at=self._now()))
                if before.review_on != visit.review_on:
                    self._audit.add(Deed.VISIT_REVIEW, visit.code)

    def destroy(self, code: str) -> None:
        """Remove a visit with its screenings, but those of a case; its code stays in the log."""
        with self._table.transaction():
            if self.get(code):
                self._screenings.delete_where("visit_code = ? AND case_code IS NULL", [code])
                self._table.delete(code)
                self._audit.add(Deed.VISIT_DESTROYED, code)
