"""Reading what somebody typed. Anything at all may be typed, so there is no syntax to get wrong."""

import re
from dataclasses import dataclass

from amparo_index.analysis import LONGEST_WORD, words
from amparo_index.small_words import is_small

MOST_WORDS = 16
MOST_LETTERS = 10_000
"""How far a query is read; the words behind are only counted."""
MOST_COUNTED = 100_000
"""How far words are counted, in letters: a whole book may be pasted into a search box."""

_QUOTES = '"“”„‟«»'
_QUOTED = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as it was understood.

    Attributes:
        parts: a word each, or the words of a quoted phrase, as written and in their order.
        is_begun: the last word may still be growing.
        words_left_out: of a query too long to be asked whole; at least so many.
    """

    parts: tuple[tuple[str, ...], ...]
    is_begun: bool
    words_left_out: int

    @property
    def words(self) -> tuple[str, ...]:
        """All of the words, quoted or not."""
        return tuple(word for part in self.parts for word in part)

    @property
    def counting(self) -> frozenset[int]:
        """The places of the words that say what is asked for: all but small ones, or all if all are small."""
        places = range(len(self.words))
        quoted = [len(part) > 1 for part in self.parts for _word in part]
        telling = frozenset(place for place in places if quoted[place] or not is_small(self.words[place]))
        return telling or frozenset(places)


def read(text: str, *, typing: bool = False) -> Query:
    """Understand any text as words and quoted phrases; a quotation mark without a second one is nothing.

    Args:
        typing: the writer has not finished; a word at the very end is the beginning of one.
    """
    asked = text[:MOST_LETTERS]
    parts: list[tuple[str, ...]] = []
    room = MOST_WORDS
    for part in _parts(asked):
        if kept := part[:room]:
            parts.append(kept)
            room -= len(kept)
    left_out = sum(1 for _ in words(text[:MOST_COUNTED])) - (MOST_WORDS - room)
    return Query(
        parts=tuple(parts),
        is_begun=typing and not left_out and _ends_in_a_word(asked),
        words_left_out=left_out,
    )


def _parts(text: str) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    done = 0
    for quoted in _QUOTED.finditer(text):
        parts += ((word,) for word in _words(text[done : quoted.start()]))
        parts.append(_words(quoted.group(1)))
        done = quoted.end()
    return [*parts, *((word,) for word in _words(text[done:]))]


def _words(text: str) -> tuple[str, ...]:
    return tuple(match.group()[:LONGEST_WORD] for match in words(text))


def _ends_in_a_word(text: str) -> bool:
    end = text[-LONGEST_WORD:]
    return any(match.end() == len(end) for match in words(end))
