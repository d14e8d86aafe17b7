"""What goes into the index and what comes out of it. The index knows passages, not our documents."""

from collections.abc import Callable
from dataclasses import dataclass

SCHEMA = 2
"""Raised by one whenever an index built before can no longer be read, or would answer differently."""

Tick = Callable[[int, int], None]
"""Called often with (done, total); raises whatever the caller wants where the work should end."""


class IndexDamaged(Exception):
    """The files are not the ones that were built, or cannot be read. Whoosh opened none of them."""


class IndexOutdated(Exception):
    """The index is whole, and of another schema than this program's; it has to be built again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A passage to be found.

    Attributes:
        key: unique; opaque to the index, and given back with each hit.
        lang: `en`, `es`, `pt` or `fr`; in any other language words are found as written, without stems.
        kind: what `find` can be limited to.
        tags: further words under which it is found.
        state: ISO 3166 alpha-3, or empty.
    """

    key: str
    lang: str
    title: str
    text: str
    kind: str
    tags: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing under all its names, of a thesaurus: terms are (language, term)."""

    id: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that was found.

    Attributes:
        score: 3 and more where the title is the query, 2 and more with all of its words, 1 and more with
            some of them, less than 1 through a concept, or with some of them and no better than that. Words
            such as "what do I do if" are none of them. To be compared within one answer only.
        concept: the query's term for the concept through which it was found; empty for a direct hit.
        term: the concept's term that the passage has, and which its excerpt should mark.
    """

    key: str
    score: float
    concept: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found, the best first.

    Attributes:
        suggestions: other queries that may have been meant, made of words that the index has; guesses.
        words_left_out: how many words of a long query were not asked.
    """

    hits: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()
    words_left_out: int = 0
