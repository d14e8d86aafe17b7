"""One thing under many names: what else a query may be asking for, by the thesaurus."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from sys import intern

from amparo_index.analysis import LANGS, fold_word, stem, words
from amparo_index.model import Concept
from amparo_index.small_words import is_small

_MOST_TERMS = 40
"""Other names of one concept that are looked for."""
_MOST_FOUND = 6
"""Concepts of one query; a name may stand for several."""

Name = tuple[str, ...]
"""A term as its folded words."""
_Meant = tuple[tuple[Concept, str], ...]
"""What a name stands for, nearly always one concept by one term; flat, since there are thousands of names."""
_Names = dict[tuple[str, Name], _Meant]
"""What each name stands for; a name in words has no language, one in stems has."""


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
        self._named: _Names = {}
        self._inflected: _Names = {}
        for concept in concepts:
            for lang, term in concept.terms:
                if name := _name(term):
                    _add(self._named, ("", name), concept, term)
                    _add(self._inflected, (lang, _stems(_words(term), lang)), concept, term)
        self._longest = max((len(name) for _lang, name in self._named), default=0)

    def expand(
        self, query: Sequence[str], lang: str | None = None, unknown: Set[int] = frozenset()
    ) -> tuple[Expansion, ...]:
        """The concepts that the query names, the longest names first; none inside the name of another.

        Args:
            lang: the reader's, in which any name may be inflected.
            unknown: places of words that no passage has, which may be inflected names in any language; for a
                known word that would be a guess, such as Spanish `gato` for an English gate.
        """
        folded = tuple(fold_word(word) for word in query)
        small = frozenset(place for place, word in enumerate(query) if is_small(word))
        taken: set[int] = set()
        found: list[Expansion] = []
        for length in range(min(self._longest, len(folded)), 0, -1):
            for first in range(len(folded) - length + 1):
                places = frozenset(range(first, first + length))
                if not taken.isdisjoint(places):
                    continue
                part = query[first : first + length]
                named = self._named.get(("", folded[first : first + length]), ())
                if not named and not places <= small:
                    anywhere = places <= unknown | small
                    named = self._find_inflected(part, LANGS if anywhere else (lang,))
                if named:
                    taken |= places
                    found += _expansions(named, part, first)
        return tuple(found[:_MOST_FOUND])

    def _find_inflected(self, part: Sequence[str], langs: Sequence[str | None]) -> _Meant:
        keys = ((lang, _stems(part, lang)) for lang in langs if lang in LANGS)
        return next((self._inflected[key] for key in keys if key in self._inflected), ())


def _expansions(named: _Meant, part: Sequence[str], first: int) -> Iterator[Expansion]:
    concepts = {concept.id: concept for concept, _term in named}
    for id_, concept in concepts.items():
        yield _expansion(concept, [term for one, term in named if one.id == id_], part, first)


def _expansion(concept: Concept, terms: list[str], part: Sequence[str], first: int) -> Expansion:
    """Args: terms: of the concept that the part is: "intérprete" and "interprète" are one name."""
    name, written = tuple(fold_word(word) for word in part), " ".join(part).casefold()
    others = {_name(term): (lang, term) for lang, term in concept.terms}
    return Expansion(
        label=next((term for term in terms if term.casefold() == written), terms[0]),
        first=first,
        length=len(part),
        others=tuple(
            (lang, term, _words(term)) for other, (lang, term) in others.items() if other not in ((), name)
        )[:_MOST_TERMS],
    )


def _add(names: _Names, key: tuple[str, Name], concept: Concept, term: str) -> None:
    names[key] = (*names.get(key, ()), (concept, term))


def _stems(words: Sequence[str], lang: str) -> Name:
    return tuple(intern(stem(word, lang)) for word in words)


def _words(term: str) -> Name:
    return tuple(match.group() for match in words(term))


def _name(term: str) -> Name:
    return tuple(intern(fold_word(word)) for word in _words(term))
