"""How well passages answer through other names of what a query names, by the concepts of the thesaurus."""

import math
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from amparo_index.concepts import Expansion
from amparo_index.postings import Postings, Scores
from amparo_index.scoring import add, score_phrase, score_word

_OTHER_NAME = 0.5
"""What another name of a concept weighs beside the one that was asked for, where any passage has that one."""
_MOST_REMEMBERED = 200_000
"""Scores kept in memory: while one types on, the same names are asked for with every key."""

Why = tuple[str, str]
"""The query's name for a concept, and the name of it that a passage has."""


@dataclass(frozen=True, slots=True)
class Named:
    """How passages answer through other names, by number.

    Attributes:
        gains: what they add to the score of the query's own words.
        why: the concept that adds most.
    """

    gains: Scores
    why: Mapping[int, Why]


class Names:
    """Scores other names. It belongs to the thread of its postings."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._known: OrderedDict[tuple[str, Sequence[str]], Scores] = OrderedDict()
        self._remembered = 0

    def score(
        self, expansions: Sequence[Expansion], each: Sequence[Scores], tick: Callable[[], None]
    ) -> Named:
        """Score the passages that have other names; of each part of the query the best one counts.

        Args:
            each: how well passages match each word of the query.
        """
        parts: dict[int, _Part] = {}
        for expansion in expansions:
            own = add(each[expansion.first : expansion.first + expansion.length])
            weight = _OTHER_NAME if own else 1.0
            part = parts.setdefault(expansion.first, _Part({}, {}))
            for lang, term, words in expansion.others:
                why = expansion.label, term
                for number, score in self._score_term(lang, words, tick).items():
                    gain = weight * score - own.get(number, 0.0)
                    if gain > part.gains.get(number, 0.0):
                        part.gains[number] = gain
                        part.why[number] = why
        return _together(list(parts.values()))

    def _score_term(self, lang: str, words: Sequence[str], tick: Callable[[], None]) -> Scores:
        if (lang, words) in self._known:
            self._known.move_to_end((lang, words))
            return self._known[lang, words]
        if len(words) == 1:
            found = score_word(self._postings, words[0], tick, langs=(lang,))
        else:
            # A name of four words is rarer than one of one word, and names the thing no better.
            shared = math.sqrt(len(words))
            phrase = score_phrase(self._postings, words, tick)
            found = {number: score / shared for number, score in phrase.items()}
        self._known[lang, words] = found
        self._remembered += len(found) + 1
        while self._remembered > _MOST_REMEMBERED and len(self._known) > 1:
            self._remembered -= len(self._known.popitem(last=False)[1]) + 1
        return found


class _Part(NamedTuple):
    """What names one part of the query; as `Named`, and still growing."""

    gains: dict[int, float]
    why: dict[int, Why]


def _together(parts: Sequence[_Part]) -> Named:
    """The gains of all parts, each passage with the concept of the part with most of them."""
    most: dict[int, float] = {}
    why: dict[int, Why] = {}
    for part in parts:
        for number, gain in part.gains.items():
            if gain > most.get(number, 0.0):
                most[number] = gain
                why[number] = part.why[number]
    return Named(add([part.gains for part in parts]) if len(parts) > 1 else most, why)
