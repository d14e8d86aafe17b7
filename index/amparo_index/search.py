"""One query on its way: the title that is the query, all of its words, then some of them and its concepts."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from amparo_index.analysis import fold_word
from amparo_index.concepts import Concepts, Expansion
from amparo_index.model import Answer, Hit
from amparo_index.names import Named, Names
from amparo_index.postings import Postings, Scores
from amparo_index.query import Query
from amparo_index.schema import heading
from amparo_index.scoring import add, score_phrase, score_word
from amparo_index.spelling import Speller

_FEW = 3
"""With fewer passages than this that have all words, the ones with some of them follow, and guesses."""
_OF_NOTE = 0.25
"""A passage with some of the words needs this part of the best one's score: one word of six is no answer."""
_PREFERRED = 1.2
_SLIP = 0.5
"""What a word weighs that stands in the place of a slip of the pen."""
_MOST_SLIPS = 3
"""Words of one query that are corrected; each costs some 5 ms, once."""
_EXACT, _ALL, _SOME, _BY_CONCEPT = 3, 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A query as it is looked up.

    Attributes:
        words: as typed, and in the place of a slip the word that was meant.
        slips: the places of these.
        expansions: what the words name.
        counting: the places of the words that say what is asked for.
    """

    words: tuple[str, ...]
    slips: frozenset[int]
    expansions: tuple[Expansion, ...]
    counting: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a query needs on its way.

    Attributes:
        tick: called between terms; may raise.
        lang: the reader's, whose passages are preferred.
        wanted: the only passages that count, or None for all.
        scored: the words looked up so far, and whether each was begun.
    """

    postings: Postings
    concepts: Concepts
    names: Names
    speller: Speller
    asked: Query
    tick: Callable[[], None]
    guess: bool
    lang: str | None
    preferred: Set[int]
    wanted: Set[int] | None
    scored: dict[tuple[str, bool], Scores] = field(default_factory=dict)

    def answer(self, limit: int) -> Answer:
        """Find the best, and guesses where they are few.

        Raises: OSError, and what tick raises.
        """
        read = self._read()
        each = self._score_words(read, read.counting)
        named = self.names.score(read.expansions, each, self.tick)
        counting = read.counting
        if not any(each) and not named.gains:  # then the small words are all there is
            counting = frozenset(range(len(read.words)))
            each = self._score_words(read, counting)
        parts = self._score_parts(each, counting)
        own = add(parts)
        # A word that was not typed is no reason to leave out those that have the others.
        every = frozenset() if read.slips else set.intersection(*(set(part) for part in parts))
        total = self._limit(add([own, named.gains]))
        tiers = self._tiers(total, own.keys() & total.keys(), every & total.keys())
        unknown = tuple(place for place in sorted(counting) if place in read.slips or not each[place])
        return Answer(
            hits=self._hits(total, tiers, named, limit),
            suggestions=self._suggest(unknown, counting, len(tiers) < _FEW) if self.guess else (),
            words_left_out=self.asked.words_left_out,
        )

    def _read(self) -> _Reading:
        words = self.asked.words
        growing = {len(words) - 1} if self.asked.is_begun else set()
        unknown = frozenset(
            place for place in self.asked.counting - growing if not self._score_word(words[place])
        )
        meant = list(words)
        nameless = unknown - _places(self.concepts.expand(words, self.lang, unknown))
        for place in sorted(nameless)[:_MOST_SLIPS]:
            meant[place] = self.speller.meant(words[place]) or words[place]
        slips = frozenset(place for place in unknown if meant[place] != words[place])
        expansions = self.concepts.expand(meant, self.lang, unknown - slips)
        # Small words that together name something count as well: "go back".
        small = (one for one in expansions if self.asked.counting.isdisjoint(_places([one])))
        counting = self.asked.counting | _places(small)
        return _Reading(words=tuple(meant), slips=slips, expansions=expansions, counting=counting)

    def _score_words(self, read: _Reading, counting: Set[int]) -> list[Scores]:
        """The passages of each word; none for a word that does not count."""
        each: list[Scores] = []
        for place, word in enumerate(read.words):
            is_begun = self.asked.is_begun and place == len(read.words) - 1
            found = self._score_word(word, is_begun=is_begun) if place in counting else {}
            if place in read.slips:
                found = {number: _SLIP * score for number, score in found.items()}
            each.append(found)
        return each

    def _score_word(self, word: str, *, is_begun: bool = False) -> Scores:
        """As `score_word`, once for each word."""
        if (word, is_begun) not in self.scored:
            self.scored[word, is_begun] = score_word(self.postings, word, self.tick, is_begun=is_begun)
        return self.scored[word, is_begun]

    def _score_parts(self, each: Sequence[Scores], counting: Set[int]) -> list[Scores]:
        """The words that count, and in the place of a phrase's words the phrase, where any passage has it."""
        parts: list[Scores] = []
        first = 0
        for part in self.asked.parts:
            places = range(first, first + len(part))
            first += len(part)
            found = score_phrase(self.postings, part, self.tick) if len(part) > 1 else {}
            if self._limit(found):
                parts.append(found)
            else:
                parts += (each[place] for place in places if place in counting)
        return parts

    def _limit(self, total: Mapping[int, float]) -> dict[int, float]:
        """Only the kinds that are wanted; the reader's language a little earlier."""
        wanted, preferred = self.wanted, self.preferred
        return {
            number: score * _PREFERRED if number in preferred else score
            for number, score in total.items()
            if wanted is None or number in wanted
        }

    def _tiers(self, total: Mapping[int, float], own: Set[int], every: Set[int]) -> dict[int, int]:
        """Where each passage stands that has words of the query, as far as it is of note.

        Args:
            total: all scores, with what other names of concepts add.
            own: the passages with any of the words.
            every: those with all of them.
        """
        self.tick()
        tiers = dict.fromkeys(every, _ALL)
        if len(every) < _FEW:
            least = _OF_NOTE * max(total.values(), default=0.0)
            # One word of six is no better than another name for five of them.
            through = max((total[number] for number in total.keys() - own), default=0.0)
            for number in own - every:
                if total[number] >= least:
                    tiers[number] = _SOME if total[number] >= through else _BY_CONCEPT
        exact = self.postings.documents("heading", heading(self.asked.words))
        return tiers | dict.fromkeys(exact & own, _EXACT)

    def _hits(
        self, total: Mapping[int, float], tiers: Mapping[int, int], named: Named, limit: int
    ) -> tuple[Hit, ...]:
        """The best, with a label where only a concept led to them."""
        through = {number: named.why[number] for number in named.gains.keys() & total.keys() - tiers.keys()}
        scores = {number: _within(tier, total[number]) for number, tier in tiers.items()}
        scores |= {number: _within(_BY_CONCEPT, total[number]) for number in through}
        return tuple(
            Hit(key=self.postings.key(number), score=score, concept=label, term=term)
            for number, score in self._best(scores, limit)
            for label, term in (through.get(number, ("", "")),)
        )

    def _best(self, scores: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
        """The best, of one kind no more than half as long as there are others."""
        by_kind = defaultdict(list)
        for item in scores.items():
            by_kind[self.postings.kinds[item[0]]].append(item)
        first: list[tuple[int, float]] = []
        rest: list[tuple[int, float]] = []
        for items in by_kind.values():
            best = heapq.nlargest(limit, items, key=_order)
            first += best[: limit // 2]
            rest += best[limit // 2 :]
        best = heapq.nlargest(limit, first, key=_order)
        best += heapq.nlargest(limit - len(best), rest, key=_order)
        return sorted(best, key=_order, reverse=True)

    def _suggest(self, unknown: Sequence[int], counting: Set[int], are_few: bool) -> tuple[str, ...]:
        words = self.asked.words
        # One letter is a beginning and no mistake.
        asked = tuple(words[place] for place in unknown if len(words[place]) > 1)
        if not asked and are_few and not self.asked.is_begun:  # known, but perhaps not meant
            asked = (min((words[place] for place in sorted(counting)), key=self._frequency),)
        return self.speller.suggest(words, asked) if asked else ()

    def _frequency(self, word: str) -> int:
        return self.postings.frequency("text", fold_word(word))


def _places(expansions: Iterable[Expansion]) -> frozenset[int]:
    """The places of the words that name something."""
    return frozenset(place for one in expansions for place in range(one.first, one.first + one.length))


def _within(tier: int, score: float) -> float:
    """A score whose whole part is the tier."""
    return tier + score / (score + 50)


def _order(item: tuple[int, float]) -> tuple[float, int]:
    number, score = item
    return score, -number
