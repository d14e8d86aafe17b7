"""One thing under many names: what else a query may be asking for, by the thesaurus."""

from collections.abc import Sequence
from dataclasses import dataclass

from amparo_index.analysis import fold_word, words
from amparo_index.model import Concept

_MOST_TERMS = 24
_MOST_FOUND = 3

Name = tuple[str, ...]
"""A term as its folded words."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A part of a query that names a concept.

    Attributes:
        label: the term in the thesaurus's spelling.
        first: place of the part's first word among the query's words.
        length: of the part, in words.
        others: the concept's other names: language, term and its words as written.
    """

    label: str
    first: int
    length: int
    others: tuple[tuple[str, str, Name], ...]


class Concepts:
    """Finds the concepts of a thesaurus in queries."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._named: dict[Name, list[tuple[Concept, str]]] = {}
        for concept in concepts:
            for _lang, term in concept.terms:
                if name := _name(term):
                    self._named.setdefault(name, []).append((concept, term))
        self._longest = max(map(len, self._named), default=0)

    def expand(self, query: Sequence[str]) -> tuple[Expansion, ...]:
        """The concepts that the query names, the longest names first; none inside the name of another."""
        folded = tuple(fold_word(word) for word in query)
        taken: set[int] = set()
        found: list[Expansion] = []
        for length in range(min(self._longest, len(folded)), 0, -1):
            for first in range(len(folded) - length + 1):
                name, places = folded[first : first + length], range(first, first + length)
                if name in self._named and taken.isdisjoint(places):
                    taken.update(places)
                    found += (self._expansion(named, name, first) for named in self._named[name])
        return tuple(found[:_MOST_FOUND])

    @staticmethod
    def _expansion(named: tuple[Concept, str], name: Name, first: int) -> Expansion:
        concept, label = named
        others = {_name(term): (lang, term) for lang, term in concept.terms}
        return Expansion(
            label=label,
            first=first,
            length=len(name),
            others=tuple(
                (lang, term, _words(term))
                for other, (lang, term) in others.items()
                if other not in ((), name)
            )[:_MOST_TERMS],
        )


def _words(term: str) -> Name:
    return tuple(match.group() for match in words(term))


def _name(term: str) -> Name:
    return tuple(fold_word(word) for word in _words(term))
