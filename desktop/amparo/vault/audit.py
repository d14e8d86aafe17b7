"""The log of deeds, as a chain: each entry's digest covers the one before.

    digest = SHA-256(digest before + the JSON list [number, at, deed, about])

in lower-case hexadecimal, the JSON without spaces, the first entry after 64 zeros. An entry says what was
done and to which code, never who the person is. Whoever noted the last digest (it is printed on the shift
sheet) can tell whether an entry before it was changed, removed or put elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlite_utils import Database

from amparo.vault.connection import translated

START = "0" * 64


class Deed(StrEnum):
    """What was done; `about` is a code, or a count where one is named here."""

    VAULT_MADE = "vault-made"
    UNLOCKED = "unlocked"
    OFFICE_UNLOCKED = "office-unlocked"
    WRONG_PASSPHRASES = "wrong-passphrases"  # count
    LOCKED = "locked"
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105
    OFFICE_CHANGED = "office-changed"
    BACKED_UP = "backed-up"
    RESTORED = "restored"
    CASE_OPENED = "case-opened"
    CASE_STATE = "case-state"
    CASE_REVIEW = "case-review"
    CASE_DESTROYED = "case-destroyed"
    VISIT_OPENED = "visit-opened"
    VISIT_REVIEW = "visit-review"
    VISIT_DESTROYED = "visit-destroyed"
    SCREENING_KEPT = "screening-kept"
    SCREENING_DESTROYED = "screening-destroyed"
    DRAFTS_DROPPED = "drafts-dropped"  # count
    REFERRAL_BEGUN = "referral-begun"
    REFERRAL_STATE = "referral-state"
    REFERRAL_DESTROYED = "referral-destroyed"
    REFERRAL_SEALED = "referral-sealed"
    CARD_ADDED = "card-added"
    CARD_REMOVED = "card-removed"
    RECEIVED = "received"
    ANSWERED = "answered"
    RECEIVED_DESTROYED = "received-destroyed"
    PRINTED = "printed"
    LOG_EXPORTED = "log-exported"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed.

    Attributes:
        number: counted from 1, without gaps.
        at: UTC, ISO 8601 to the second.
    """

    number: int
    at: str
    deed: str
    about: str
    digest: str


def digest_of(before: str, number: int, at: str, deed: str, about: str) -> str:
    """The digest of an entry after the one with the digest `before`."""
    said = json.dumps([number, at, deed, about], separators=(",", ":"), ensure_ascii=False)
    return sha256((before + said).encode()).hexdigest()


def first_fault(entries: Iterable[AuditEntry]) -> int | None:
    """The number of the first entry that does not follow from those before; None for a whole chain."""
    before, expected = START, 1
    for entry in entries:
        is_next = entry.number == expected
        if not is_next or entry.digest != digest_of(before, entry.number, entry.at, entry.deed, entry.about):
            return expected
        before, expected = entry.digest, expected + 1
    return None


def log_lines(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """The log as it is exported: a JSON object a line."""
    for entry in entries:
        said = {"number": entry.number, "at": entry.at, "deed": entry.deed, "about": entry.about}
        yield json.dumps({**said, "digest": entry.digest}, ensure_ascii=False) + "\n"


class Audit:
    """The log of one vault; write inside the transaction of the deed itself."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now

    def add(self, deed: Deed, about: str = "") -> AuditEntry:
        """Log a deed."""
        last = self.last()
        number, before = (last.number + 1, last.digest) if last else (1, START)
        at = self._now().isoformat(timespec="seconds")
        entry = AuditEntry(number, at, deed.value, about, digest_of(before, number, at, deed.value, about))
        row = (entry.number, entry.at, entry.deed, entry.about, entry.digest)
        self._db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?)", row)
        return entry

    def last(self) -> AuditEntry | None:
        """The latest entry: its digest is the head of the chain."""
        with translated():
            row = self._db.execute("SELECT * FROM audit ORDER BY number DESC LIMIT 1").fetchone()
        return AuditEntry(*row) if row else None

    def entries(self, since: str = "") -> tuple[AuditEntry, ...]:
        """The entries from a time on, in their order."""
        with translated():
            rows = self._db.execute("SELECT * FROM audit WHERE at >= ? ORDER BY number", [since]).fetchall()
        return tuple(AuditEntry(*row) for row in rows)
