"""Guesses at what a query may have meant, made of words that the index has."""

from collections.abc import Callable, Set
from itertools import zip_longest

from amparo_index.analysis import fold_word
from amparo_index.postings import Postings

MOST_GUESSES = 5
_MOST_WORDS = 3
"""Words of one query that are guessed at; each costs some 10 ms."""
_SHORT = 4
"""A word with fewer letters is near to too many others."""
_MOST_REMEMBERED = 1_000
"""Slips of the pen that are kept, each with the word that was meant."""
_MOST_RANKED = 20
"""Guesses of which the language is looked up."""


class Speller:
    """Finds words near to misspelt ones.

    Args:
        slips: remembered from query to query by whoever owns the index.
    """

    def __init__(
        self,
        postings: Postings,
        tick: Callable[[], None],
        lang: str | None,
        slips: dict[str, str] | None = None,
    ) -> None:
        self._postings = postings
        self._tick = tick
        self._slips = {} if slips is None else slips
        self._of_lang: Set[int] = postings.documents("lang", lang) if lang else frozenset()

    def suggest(self, words: tuple[str, ...], unknown: tuple[str, ...]) -> tuple[str, ...]:
        """Put nearby words in the place of the unknown ones, the best guess first.

        Args:
            words: the whole query.
            unknown: those of its words that nothing matched.
        """
        asked = tuple(dict.fromkeys(unknown))[:_MOST_WORDS]
        guesses = {word: found for word in asked if (found := self.near(word))}
        queries = []
        for row in zip_longest(*guesses.values()):
            # Where one word has fewer guesses than another, its best one stays.
            chosen = {word: one or guesses[word][0] for word, one in zip(guesses, row, strict=True)}
            queries.append(" ".join(chosen.get(word, word) for word in words))
        return tuple(queries[:MOST_GUESSES])

    def near(self, word: str) -> list[str]:
        """Words near to one, in their usual spelling, the nearest first, then those of the language."""
        folded = fold_word(word)
        # A word that is known gives way to a more usual one only.
        used = {term: self._frequency(term) for term in self._candidates(folded)}
        found = [term for term in used if used[term] > self._frequency(folded)]
        found.sort(key=lambda term: (changes(folded, term), -used[term], term))
        del found[_MOST_RANKED:]
        found.sort(key=lambda term: (changes(folded, term), self._is_foreign(term)))
        return list(dict.fromkeys(self._postings.spelled(term) for term in found[:MOST_GUESSES]))

    def meant(self, word: str) -> str:
        """The word that a slip of the pen stands for: the most usual one that is one change away, if any."""
        folded = fold_word(word)
        if len(folded) <= _SHORT or not folded.isalpha():
            return ""
        if folded not in self._slips:
            if len(self._slips) >= _MOST_REMEMBERED:
                self._slips.clear()
            near = self._postings.near(folded, 2)  # a swap is two changes there
            self._tick()
            found = [term for term in near if changes(folded, term) == 1]
            ranked = ((not self._is_foreign(term), self._frequency(term), term) for term in found)
            self._slips[folded] = max(ranked, default=(False, 0, ""))[2]
        return self._slips[folded]

    def _candidates(self, folded: str) -> list[str]:
        found = self._postings.near(folded, 1)
        self._tick()
        if len(found) < MOST_GUESSES and len(folded) >= _SHORT:
            found += self._postings.near(folded, 2)
            self._tick()
        return found or self._postings.nearest(folded)

    def _is_foreign(self, term: str) -> bool:
        return self._of_lang.isdisjoint(self._postings.documents("text", term))

    def _frequency(self, term: str) -> int:
        return self._postings.frequency("text", term)


def changes(one: str, other: str) -> int:
    """Count the letters to insert, leave out, exchange or swap with their neighbours."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, above, row = above, row, [at]
        for place, target in enumerate(other, 1):
            cost = min(above[place] + 1, row[place - 1] + 1, above[place - 1] + (letter != target))
            if at > 1 < place and letter == other[place - 2] and one[at - 2] == target:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
    return row[-1]
