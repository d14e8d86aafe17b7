"""What the searcher reads of an open index, and the only module that knows how Whoosh is read."""

import heapq
import math
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh.automata.fsa import find_all_matches
from whoosh.automata.lev import levenshtein_automaton
from whoosh.filedb.filestore import FileStorage

from amparo_index.schema import schema, spelling_prefix

Scores = Mapping[int, float]
"""How well each document matches, by its number."""

_MOST_REMEMBERED = 500_000
"""Postings kept in memory, of about 100 bytes each."""
_MOST_NEAR = 200
"""Words looked at as guesses for one word: with 4 letters and two changes there may be thousands."""
_LENGTH_COUNTS = 0.6
"""How much of a term's weight depends on the length of the document: 0 nothing, 1 all."""
_MOST_LETTERS = 8
"""Letters whose words are kept for guesses, in the order of the alphabet."""


class Postings:
    """An open index. It belongs to one thread: Whoosh's readers answer wrongly when several share one."""

    def __init__(self, folder: Path) -> None:
        # Without mmap it opens in 1.4 ms instead of 21, its files close when told to, and a pulled stick
        # is an OSError instead of a crash.
        storage = FileStorage(str(folder), supports_mmap=False)
        self._reader: Any = storage.open_index(schema=schema()).reader()
        self._known: OrderedDict[tuple[str, str], Scores] = OrderedDict()
        self._remembered = 0
        self._vocabulary: dict[str, list[str]] = {}
        self.count: int = self._reader.doc_count()
        self._saturation = self._read_saturation()
        self.kinds: list[str] = self._read_kinds()
        """The kind of each document."""

    def close(self) -> None:
        """Close the files; again is fine."""
        if not getattr(self._reader, "is_closed", False):
            self._reader.close()

    def key(self, number: int) -> str:
        """The entry's key."""
        return str(self._reader.stored_fields(number)["key"])

    def frequency(self, field: str, term: str) -> int:
        """How many documents have the term."""
        return int(self._reader.doc_frequency(field, term)) if (field, term) in self._reader else 0

    def documents(self, field: str, term: str) -> Set[int]:
        """The documents that have the term."""
        return self.scores(field, term).keys()

    def documents_of(self, field: str, terms: Collection[str]) -> Set[int]:
        """The documents that have any of the terms."""
        return set().union(*(self.documents(field, term) for term in terms))

    def scores(self, field: str, term: str) -> Scores:
        """How well each document matches a term: BM25 with k1 = 1 and b = 0.6.

        A sign of ten words that has the term is about it; a page of two hundred may mention it.
        """
        if (field, term) in self._known:
            self._known.move_to_end((field, term))
            return self._known[field, term]
        found = dict(self._load(field, term))
        self._known[field, term] = found
        self._remembered += len(found) + 1
        while self._remembered > _MOST_REMEMBERED and len(self._known) > 1:
            self._remembered -= len(self._known.popitem(last=False)[1]) + 1
        return found

    def _load(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        frequency = self.frequency(field, term)
        if not frequency:
            return
        rarity = math.log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))
        matcher = self._reader.postings(field, term)
        while matcher.is_active():
            weight = matcher.weight()
            number = matcher.id()
            yield number, rarity * weight / (weight + self._saturation[number])
            matcher.next()

    def _read_kinds(self) -> list[str]:
        kinds = [""] * self.count
        for kind in self._reader.lexicon("kind"):
            for number in self.documents("kind", kind.decode()):
                kinds[number] = kind.decode()
        return kinds

    def _read_saturation(self) -> list[float]:
        """For each document how often a term must be in it for half of its weight: more, the longer it is."""
        # Read once: 2 µs a document, while a read for each posting would cost more than the posting.
        lengths = [self._reader.doc_field_length(number, "text") for number in range(self.count)]
        mean = max(1.0, sum(lengths) / max(1, self.count))
        return [1 - _LENGTH_COUNTS + _LENGTH_COUNTS * length / mean for length in lengths]

    def begun(self, prefix: str, most_terms: int, most_postings: int) -> Iterator[str]:
        """The most frequent words that begin so: the first in any case, the next while they cost little."""
        found = ((info.doc_frequency(), term) for term, info in self._reader.iter_prefix("text", prefix))
        for place, (frequency, term) in enumerate(heapq.nlargest(most_terms, found)):
            most_postings -= frequency
            if place and most_postings < 0:
                return
            yield term.decode()

    def near(self, word: str, distance: int) -> list[str]:
        """Words of the index within so many changes of a word, and beginning with the same letter."""
        # As Whoosh's own correctors do it, but in memory: theirs look each word up in the file (65 to 100 ms
        # against 3 to 6), and the one for lists leaves words out.
        known = self._beginning_with(word[0])

        def next_known(least: str) -> str | None:
            place = bisect_left(known, least)
            return known[place] if place < len(known) else None

        dfa = levenshtein_automaton(word, distance, prefix=1).to_dfa()
        return list(islice(find_all_matches(dfa, next_known), _MOST_NEAR))

    def nearest(self, word: str) -> list[str]:
        """Words of the index one change away from a word, be it in its first letter."""
        return list(islice(self._reader.terms_within("text", word, 1), _MOST_NEAR))

    def _beginning_with(self, letter: str) -> list[str]:
        if letter not in self._vocabulary:
            if len(self._vocabulary) == _MOST_LETTERS:
                self._vocabulary.clear()
            self._vocabulary[letter] = [term.decode() for term in self._reader.expand_prefix("text", letter)]
        return self._vocabulary[letter]

    def spelled(self, folded: str) -> str:
        """A folded word in its usual spelling."""
        prefix = spelling_prefix(folded)
        found = ((info.doc_frequency(), term) for term, info in self._reader.iter_prefix("spelling", prefix))
        frequency, term = max(found, default=(0, b""))
        # A word that is mostly written without accents stays so.
        if 2 * frequency < self.frequency("text", folded):
            return folded
        return str(term.decode().removeprefix(prefix))

    def phrase(self, words: Sequence[str], tick: Callable[[], None]) -> Collection[int]:
        """The documents in which these folded words follow one another."""
        together = set.intersection(*(set(self.documents("text", word)) for word in words))
        starts: dict[int, set[int]] | None = None
        for offset, word in enumerate(words):
            tick()
            here = {
                number: {place - offset for place in places}
                for number, places in self._places(word, together)
            }
            starts = here if starts is None else {number: starts[number] & here[number] for number in starts}
            together = {number for number in together if starts[number]}
            starts = {number: starts[number] for number in together}
        return together

    def _places(self, word: str, numbers: Collection[int]) -> Iterator[tuple[int, list[int]]]:
        if not numbers:
            return
        matcher = self._reader.postings("text", word)
        for number in sorted(numbers):
            matcher.skip_to(number)
            yield number, matcher.value_as("positions")
