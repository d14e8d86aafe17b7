"""What the vault holds, as values. Times are UTC, to the second."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

Filled = Mapping[str, str | tuple[str, ...]]
"""What stands in the fields of a form, by their ids."""

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SALT_BYTES = 16


class CaseState(StrEnum):
    """How far a case is."""

    OPEN = "open"
    REFERRED = "referred"
    CLOSED = "closed"


class ReferralState(StrEnum):
    """How far a referral is."""

    DRAFT = "draft"
    SEALED = "sealed"
    HANDED_OVER = "handed-over"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A person's case.

    Attributes:
        code: random; it says nothing of the person, so that partners can speak without names.
        age: adult, possible-child or child; empty where it is not known.
        review_on: the day on which it is destroyed or looked at again.
        next_on: the day of the next step, if there is one.
        salt: of the fingerprints of its sheets.
        filled: the case's own fields.
    """

    code: str
    state: CaseState = CaseState.OPEN
    age: str = ""
    opened_at: datetime
    changed_at: datetime
    review_on: date
    next_on: date | None = None
    salt: bytes
    filled: Filled = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit to a place of work: `filled` by the form of visits."""

    code: str
    opened_at: datetime
    changed_at: datetime
    review_on: date
    salt: bytes
    filled: Filled = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScreening:
    """A screening in the vault.

    Attributes:
        checklist: the page id of the checklist.
        case_code, visit_code: of what it belongs to; a draft belongs to neither.
        age: adult, possible-child or child; empty until it was chosen.
        answers, notes: by the ids of signs.
    """

    id: str
    checklist: str
    case_code: str | None = None
    visit_code: str | None = None
    begun_at: datetime
    changed_at: datetime
    age: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    by_judgement: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it goes by itself."""
        return self.case_code is None and self.visit_code is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A referral of a case: `filled` by the referral form."""

    id: str
    case_code: str
    state: ReferralState = ReferralState.DRAFT
    begun_at: datetime
    changed_at: datetime
    filled: Filled = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKey:
    """A key of one's own: `signing`, `reply` or `desk`."""

    name: str
    secret: str
    public: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A receiver's key that the officer compared by voice or eye.

    Attributes:
        public: to which is sealed.
        signer: by which its answers are signed.
        valid_until: the last good day.
    """

    public: str
    name: str
    signer: str
    valid_until: date
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Something that is to be remembered, and is nobody else's business."""

    name: str
    value: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """A referral as it was sealed once.

    Attributes:
        digest: SHA-256 of the file, which is its name too.
    """

    record_id: str
    referral_id: str
    receiver: str
    digest: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A referral that came in.

    Attributes:
        sender: the key that signed it, in hexadecimal.
        state: empty until it was answered, then the answer.
        reason: of a refusal, or what is asked back.
        record: JSON, as it was sealed.
        review_on: the day on which it is destroyed or looked at again.
    """

    record_id: str
    case_code: str
    sender: str
    state: str = ""
    reason: str = ""
    record: str
    review_on: date
    changed_at: datetime


def new_code() -> str:
    """A random code that can be read over the phone, such as `7K3M-Q0TZ`."""
    letters = "".join(secrets.choice(DIGITS) for _letter in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def new_salt() -> bytes:
    """A salt for the fingerprints of a case or visit."""
    return secrets.token_bytes(SALT_BYTES)
