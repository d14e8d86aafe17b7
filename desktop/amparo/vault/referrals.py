"""Referrals of cases, from the draft to the answer."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from amparo.vault.audit import Audit, Deed
from amparo.vault.records import Filled, Referral
from amparo.vault.table import Table


class Referrals:
    """The referrals of people."""

    def __init__(self, db: Database, audit: Audit, now: Callable[[], datetime]) -> None:
        self._table, self._audit, self._now = Table(db, "referrals", Referral), audit, now

    def begin(self, case_code: str, filled: Filled) -> Referral:
        """A new draft for a case, with what is known already."""
        now = self._now()
        key = secrets.token_hex(16)
        referral = Referral(id=key, case_code=case_code, begun_at=now, changed_at=now, filled=filled)
        with self._table.transaction():
            self._table.put(referral)
            self._audit.add(Deed.REFERRAL_BEGUN, case_code)
        return referral

    def of_case(self, code: str) -> tuple[Referral, ...]:
        """The referrals of a case, the latest first."""
        return self._table.where("case_code = ?", [code])

    def get(self, key: str) -> Referral | None:
        """The referral of this id; None where there is none any more."""
        return self._table.get(key)

    def save(self, referral: Referral) -> None:
        """Keep a referral as it now is, unless it was destroyed meanwhile."""
        with self._table.transaction():
            if before := self.get(referral.id):
                self._table.put(replace(referral, changed_at=self._now()))
                if before.state is not referral.state:
                    self._audit.add(Deed.REFERRAL_STATE, f"{referral.case_code} {referral.state}")

    def destroy(self, key: str) -> None:
        """Remove a referral; its case stays."""
        with self._table.transaction():
            if referral := self.get(key):
                self._table.delete(key)
                self._audit.add(Deed.REFERRAL_DESTROYED, referral.case_code)
