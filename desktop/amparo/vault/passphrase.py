"""How hard a passphrase is to guess; our own words to the officer.

zxcvbn judges by words, names, dates and keyboards, but knows English words only: what it takes for random
letters may be a Spanish proverb. So there must be five different words as well, that stand by themselves:
`common_words` says which do not.
"""

import re
import unicodedata
from enum import StrEnum

from amparo.core.i18n import N_, _
from amparo.vault.common_words import FAMILIES, LITTLE, ROWS

ENOUGH_LOG10 = 14
"""Guesses as a power of ten. At ten thousand a second, more than 256 MiB a guess allow today, 300 years."""
WORDS = 5
_LETTERS = 3
"""Shorter words do not count."""
_JUDGED = 72
"""Letters that are looked at; zxcvbn takes long for more, and more only makes it harder."""


class Strength(StrEnum):
    """How well a passphrase would hold."""

    NONE = "none"
    WEAK = "weak"
    SHORT = "short"
    ENOUGH = "enough"


SAID = {
    Strength.NONE: N_("Five or more words that have nothing to do with one another, or with you."),
    Strength.WEAK: N_("Easily guessed. Take words that have nothing to do with one another, or with you."),
    Strength.SHORT: N_("Not enough yet: five different words, of three letters or more."),
    Strength.ENOUGH: N_("Hard to guess."),
}


def judge(passphrase: str) -> Strength:
    """Judge a passphrase; some milliseconds, and 30 for the first."""
    words = passphrase.casefold().split()
    if not words:
        return Strength.NONE
    from zxcvbn import zxcvbn

    found = zxcvbn(" ".join(words)[:_JUDGED], user_inputs=["amparo", "vault"], max_length=_JUDGED)
    is_hard = float(found["guesses_log10"]) >= ENOUGH_LOG10
    has_words = len({word for word in words if len(word) >= _LETTERS}) >= WORDS
    if has_words:
        stand = _independent(_folded(" ".join(words)))
        return Strength.ENOUGH if is_hard and stand >= WORDS else Strength.WEAK
    return Strength.SHORT if is_hard or len(words) > 1 else Strength.WEAK


def _folded(line: str) -> list[str]:
    """The words of a line without accents or signs, as a list would have them."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", line) if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", bare)


def _independent(words: list[str]) -> int:
    """How many words stand by themselves.

    A little word makes a sentence of its neighbours, and is taken off. Of a family, such as weekdays, one
    counts; numbers, one letter repeated and rows of keys are no words.
    """
    long = {word for word in words if _is_word(word)} - LITTLE
    kin = sum(max(0, len(long & family) - 1) for family in FAMILIES)
    return len(long) - kin - sum(word in LITTLE for word in words)


def _is_word(word: str) -> bool:
    is_row = word in ROWS or word[::-1] in ROWS
    return len(word) >= _LETTERS and word.isalpha() and len(set(word)) > 1 and not is_row


def words_of(strength: Strength) -> str:
    """A sentence for the officer."""
    return _(SAID[strength])
