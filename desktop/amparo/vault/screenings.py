"""Screenings: drafts that go by themselves after a day, and those that were kept with a case or a visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from amparo.vault.audit import Audit, Deed
from amparo.vault.records import KeptScreening
from amparo.vault.table import Table

DRAFT_LIFE = timedelta(hours=24)
"""After the last change of a draft."""


class KeptScreenings:
    """The screenings of people."""

    def __init__(self, db: Database, audit: Audit, now: Callable[[], datetime]) -> None:
        self._table, self._audit, self._now = Table(db, "screenings", KeptScreening), audit, now

    def save(self, screening: KeptScreening) -> None:
        """Keep what was answered; which case or visit it belongs to is for `keep` alone."""
        with self._table.transaction():
            before = self.get(screening.id)
            case = before.case_code if before else screening.case_code
            visit = before.visit_code if before else screening.visit_code
            now = self._now()
            self._table.put(replace(screening, case_code=case, visit_code=visit, changed_at=now))

    def keep(self, key: str, *, case_code: str | None = None, visit_code: str | None = None) -> None:
        """Put a screening to a case, a visit or both; from then on it is no draft."""
        with self._table.transaction():
            if screening := self.get(key):
                case, visit = case_code or screening.case_code, visit_code or screening.visit_code
                self._table.put(replace(screening, case_code=case, visit_code=visit))
                self._audit.add(Deed.SCREENING_KEPT, case_code or visit_code or "")

    def get(self, key: str) -> KeptScreening | None:
        """The screening of this id; None where there is none any more."""
        return self._table.get(key)

    def of_case(self, code: str) -> tuple[KeptScreening, ...]:
        """The screenings of a case, the latest first."""
        return self._table.where("case_code = ?", [code])

    def of_visit(self, code: str) -> tuple[KeptScreening, ...]:
        """The screenings of a visit, the latest first."""
        return self._table.where("visit_code = ?", [code])

    def drafts(self) -> tuple[KeptScreening, ...]:
        """Those that belong to nothing, the latest first."""
        return self._table.where("case_code IS NULL AND visit_code IS NULL")

    def destroy(self, key: str) -> None:
        """Remove a screening; one that belonged to a case or a visit is told in the log."""
        with self._table.transaction():
            if screening := self.get(key):
                self._table.delete(key)
                if not screening.is_draft:
                    about = screening.case_code or screening.visit_code or ""
                    self._audit.add(Deed.SCREENING_DESTROYED, about)

    def drop_old_drafts(self) -> int:
        """Remove the drafts whose time is over, and return how many there were.

        The day of a draft from the future, when the clock was wrong, begins now.
        """
        now = self._now()
        for draft in self.drafts():
            if draft.changed_at > now + DRAFT_LIFE:
                self._table.put(replace(draft, changed_at=now))
        old = [draft for draft in self.drafts() if draft.changed_at <= now - DRAFT_LIFE]
        if old:
            with self._table.transaction():
                for draft in old:
                    self._table.delete(draft.id)
                self._audit.add(Deed.DRAFTS_DROPPED, str(len(old)))
        return len(old)
