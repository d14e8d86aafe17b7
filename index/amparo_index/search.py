"""One query on its way: the title that is the query, then all of its words, some of them, its concepts."""

import heapq
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from amparo_index.analysis import fold_word
from amparo_index.concepts import Concepts
from amparo_index.model import Answer, Hit
from amparo_index.postings import Postings, Scores
from amparo_index.query import Query
from amparo_index.schema import heading
from amparo_index.scoring import add, score_phrase, score_word
from amparo_index.spelling import Speller

_FEW = 3
"""With fewer passages than this that have all words, the ones with some of them follow, and guesses."""
_OF_NOTE = 0.25
"""A passage with some of the words needs this part of the best one's score: "de" alone is no answer."""
_PREFERRED = 1.2
_EXACT, _ALL, _SOME, _BY_CONCEPT = 3, 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a query needs on its way.

    Attributes:
        tick: called between terms; may raise.
        lang: the reader's, whose passages are preferred.
        wanted: the only passages that count, or None for all.
    """

    postings: Postings
    concepts: Concepts
    asked: Query
    tick: Callable[[], None]
    guess: bool
    lang: str | None
    preferred: Set[int]
    wanted: Set[int] | None

    def answer(self, limit: int) -> Answer:
        """Find the best, and guesses where they are few.

        Raises: OSError, and what tick raises.
        """
        each = self._score_words()
        parts = self._score_parts(each)
        total = self._limit(add(parts))
        every = total.keys() & set.intersection(*(set(part) for part in parts))
        direct = self._rank(total, every)
        hits = [
            Hit(key=self.postings.key(number), score=score)
            for number, score in heapq.nlargest(limit, direct.items(), key=_order)
        ]
        hits += self._through_concepts(each, direct.keys(), limit - len(hits))
        return Answer(
            hits=tuple(hits),
            suggestions=self._suggest(each, len(direct) < _FEW) if self.guess else (),
            words_left_out=self.asked.words_left_out,
        )

    def _score_words(self) -> list[Scores]:
        words = self.asked.words
        return [
            score_word(
                self.postings, word, self.tick, is_begun=self.asked.is_begun and place == len(words) - 1
            )
            for place, word in enumerate(words)
        ]

    def _score_parts(self, each: Sequence[Scores]) -> list[Scores]:
        """The words, and in the place of a phrase's words the phrase, where any passage has it."""
        parts: list[Scores] = []
        place = 0
        for part in self.asked.parts:
            words = each[place : place + len(part)]
            place += len(part)
            found = score_phrase(self.postings, part, self.tick) if len(part) > 1 else {}
            parts += [found] if self._limit(found) else words
        return parts

    def _limit(self, total: Mapping[int, float]) -> dict[int, float]:
        """Only the kinds that are wanted; the reader's language a little earlier."""
        wanted, preferred = self.wanted, self.preferred
        return {
            number: score * _PREFERRED if number in preferred else score
            for number, score in total.items()
            if wanted is None or number in wanted
        }

    def _rank(self, total: Mapping[int, float], every: Set[int]) -> dict[int, float]:
        self.tick()
        if len(every) >= _FEW:
            tiers = dict.fromkeys(every, _ALL)
        else:
            least = _OF_NOTE * max(total.values(), default=0.0)
            tiers = {number: _SOME for number, score in total.items() if score >= least}
            tiers |= dict.fromkeys(every, _ALL)
        exact = self.postings.documents("heading", heading(self.asked.words))
        tiers |= dict.fromkeys(exact & total.keys(), _EXACT)
        return {number: _within(tier, total[number]) for number, tier in tiers.items()}

    def _through_concepts(self, each: Sequence[Scores], known: Set[int], room: int) -> list[Hit]:
        best: dict[int, tuple[float, str, str]] = {}
        for expansion in self.concepts.expand(self.asked.words):
            rest = add([*each[: expansion.first], *each[expansion.first + expansion.length :]])
            for lang, term, words in expansion.others:
                for number, score in self._limit(self._score_term(lang, words)).items():
                    found = (score + rest.get(number, 0.0), expansion.label, term)
                    if number not in known and found > best.get(number, (0.0, "", "")):
                        best[number] = found
        chosen = heapq.nlargest(max(room, 0), best.items(), key=lambda item: (item[1][0], -item[0]))
        return [
            Hit(key=self.postings.key(number), score=_within(_BY_CONCEPT, score), concept=label, term=term)
            for number, (score, label, term) in chosen
        ]

    def _score_term(self, lang: str, words: Sequence[str]) -> Scores:
        if len(words) > 1:
            return score_phrase(self.postings, words, self.tick)
        return score_word(self.postings, words[0], self.tick, langs=(lang,))

    def _suggest(self, each: Sequence[Scores], are_few: bool) -> tuple[str, ...]:
        words = self.asked.words
        # One letter is a beginning and no mistake.
        unknown = tuple(word for word, found in zip(words, each, strict=True) if not found and len(word) > 1)
        if not unknown and are_few and not self.asked.is_begun:
            unknown = (min(words, key=self._frequency),)  # known, but perhaps not meant
        return Speller(self.postings, self.tick, self.lang).suggest(words, unknown) if unknown else ()

    def _frequency(self, word: str) -> int:
        return self.postings.frequency("text", fold_word(word))


def _within(tier: int, score: float) -> float:
    """A score whose whole part is the tier."""
    return tier + score / (score + 50)


def _order(item: tuple[int, float]) -> tuple[float, int]:
    number, score = item
    return score, -number
