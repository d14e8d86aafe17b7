"""The part of a passage that shows why it was found, with the places to mark.

The passage is analysed once more: 0.2 ms for a hit that is shown, against a larger index and collected places
for all that are not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amparo_index import query as queries
from amparo_index.analysis import fold_word, stem, stems_asked, words

Mark = tuple[int, int]

_LEAD = 4
"""A fourth of the room that is left goes before the first mark."""
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A part of a text; marks are half-open ranges in it, in order, none touching another."""

    text: str
    marks: tuple[Mark, ...]


def excerpt(text: str, lang: str, query: str, *, width: int = 220, typing: bool = False) -> Excerpt:
    """Cut out the part of a text that shows most of a query, or the beginning where it shows nothing of it.

    Args:
        text: a passage. Line ends become spaces; all else stays as it is.
        lang: the passage's language, for the stems.
        query: as it was given to `find`; for a hit through a concept, its term in quotation marks.
        width: letters at the most; an ellipsis on either side comes on top.
        typing: as it was given to `find`.
    """
    found = _matches(text, lang, query, typing)
    shown = _densest(found, width)
    start, end = _cut(text, shown, width)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    marks = tuple(
        (max(first, start) - start + len(before), min(last, end) - start + len(before))
        for first, last, _which in found
        if first < end and last > start
    )
    return Excerpt(text=before + _SPACES.sub(" ", text[start:end]) + after, marks=marks)


_Match = tuple[int, int, str]
"""First letter, the one after the last, and what of the query it matches."""


def _matches(text: str, lang: str, query: str, typing: bool) -> list[_Match]:
    asked = queries.read(query, typing=typing)
    passage, folded, stems = _words_of(text, lang)
    counting = asked.counting
    found: list[_Match] = []
    single: list[str] = []
    first = 0
    for part in asked.parts:
        runs = _runs(folded, [fold_word(word) for word in part]) if len(part) > 1 else []
        found += ((passage[at][0], passage[at + len(part) - 1][1], " ".join(part)) for at in runs)
        single += (word for at, word in enumerate(part, first) if not runs and at in counting)
        first += len(part)
    begun = fold_word(asked.words[-1]) if asked.is_begun and first - 1 in counting else ""
    begins = begun if len(begun) > 1 else ""
    by_form = {fold_word(word): word for word in single}
    by_stem = {each: word for word in single for each in stems_asked(word, lang)}
    for (start, end), bare, root in zip(passage, folded, stems, strict=True):
        which = by_form.get(bare) or by_stem.get(root)
        if which is None and begins and bare.startswith(begins):
            which = begins
        if which:
            found.append((start, end, which))
    return list(_apart(sorted(found, key=lambda match: (match[0], -match[1]))))


@lru_cache(maxsize=256)  # a list shows the same passages again and again while one types
def _words_of(text: str, lang: str) -> tuple[list[Mark], list[str], list[str]]:
    """The places of the words of a text, the words as they are indexed, and their stems."""
    passage = list(words(text))
    found = [match.group() for match in passage]
    folded = [fold_word(word) for word in found]
    return [match.span() for match in passage], folded, [stem(word, lang) for word in found]


def _runs(folded: list[str], phrase: list[str]) -> list[int]:
    length = len(phrase)
    return [at for at in range(len(folded) - length + 1) if folded[at : at + length] == phrase]


def _apart(found: list[_Match]) -> Iterator[_Match]:
    """The matches without those that reach into the one before; a phrase comes before its first word."""
    done = 0
    for match in found:
        if match[0] >= done:
            yield match
            done = match[1]


def _densest(found: list[_Match], width: int) -> list[_Match]:
    """The matches that fit in the width together and show most of the query, the first of equals.

    Each of the query's words counts once, by its length: rare words are mostly the long ones.
    """
    best, best_worth = (0, 0), -1
    inside: Counter[str] = Counter()
    worth = first = 0
    for last, (_start, end, which) in enumerate(found):
        worth += 0 if inside[which] else len(which)
        inside[which] += 1
        while first < last and end - found[first][0] > width:
            gone = found[first][2]
            inside[gone] -= 1
            worth -= 0 if inside[gone] else len(gone)
            first += 1
        if worth > best_worth or (worth == best_worth and first == best[0]):
            best, best_worth = (first, last + 1), worth
    return found[best[0] : best[1]]


def _cut(text: str, shown: list[_Match], width: int) -> Mark:
    """Where the excerpt begins and ends, between words wherever there is a space to cut at."""
    if len(text) <= width:
        return 0, len(text)
    first, last = (shown[0][0], shown[-1][1]) if shown else (0, 0)
    start = max(0, min(first - max(0, width - (last - first)) // _LEAD, len(text) - width))
    if start and not text[start - 1].isspace():
        space = _SPACES.search(text, start, first)
        start = space.end() if space else first
    end = min(len(text), start + width)
    if end < len(text) and not text[end].isspace():
        spaces = [space.start() for space in _SPACES.finditer(text, max(start, last), end)]
        end = spaces[-1] if spaces else end
    return start, end
