"""The answer of a receiver as a code that can be read over the phone; only who opened the file can make it.

Nine letters in three groups of three: 40 bits of BLAKE2b over the record's random id and the answer, and
Crockford's check character, so that a slip of the tongue is seen.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS = _DIGITS + "*~$=U"
_LOOKALIKES = str.maketrans("OIL", "011")


class Answer(StrEnum):
    """What a receiver says."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    ASKED_BACK = "asked-back"
    DONE = "done"


def receipt(record_id: str, answer: Answer) -> str:
    """The code of an answer, such as `7K3-MQ0-TZ4`."""
    number = _number(record_id, answer)
    letters = "".join(_DIGITS[number >> shift & 31] for shift in range(35, -1, -5)) + _CHECKS[number % 37]
    return "-".join(letters[at : at + 3] for at in range(0, 9, 3))


def is_code(typed: str) -> bool:
    """Whether these letters can be a code at all: the check character fits."""
    letters = _cleaned(typed)
    if len(letters) != 9 or any(letter not in _DIGITS for letter in letters[:8]):
        return False
    number = 0
    for letter in letters[:8]:
        number = number << 5 | _DIGITS.index(letter)
    return letters[8] == _CHECKS[number % 37]


def answer_of(typed: str, record_id: str) -> Answer | None:
    """Which answer to this referral a code tells; None for a code of another referral."""
    letters = _cleaned(typed)
    return next((one for one in Answer if _cleaned(receipt(record_id, one)) == letters), None)


def _number(record_id: str, answer: Answer) -> int:
    said = blake2b(f"{record_id}\0{answer}".encode(), digest_size=5, person=b"amparo receipt")
    return int.from_bytes(said.digest(), "big")


def _cleaned(typed: str) -> str:
    return "".join(typed.upper().split()).replace("-", "").translate(_LOOKALIKES)
