"""How well passages match a word or a phrase.

A word scores by the best of the ways in which the passage has it, and a little more if the title has it too.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from amparo_index.analysis import LANGS, fold_word, stems_asked
from amparo_index.postings import Postings, Scores
from amparo_index.schema import stem_term

_WORD, _STEM = 3.0, 2.0
_TITLE, _TITLE_STEM = 1.0, 0.7
"""On top of those. A title is a few words of ten or two hundred, and not by itself what was asked for."""
_BEGUN = 1.5
_STATE = 3.0
_PHRASE = 1.5

_MOST_ENDINGS = 24
"""Words that the beginning of one may stand for."""
_MOST_POSTINGS = 5_000
"""Postings that those may add; without a bound, two letters would read a large part of the index."""


def score_word(
    postings: Postings,
    word: str,
    tick: Callable[[], None],
    *,
    is_begun: bool = False,
    langs: Collection[str] = LANGS,
) -> Scores:
    """Score the passages that have a word, by number.

    Args:
        is_begun: the word may be the beginning of another.
        langs: the languages in which the word may be inflected.
    """
    best: dict[int, float] = {}
    in_title: dict[int, float] = {}
    for field, term, boost in _ways(postings, word, is_begun, langs):
        tick()
        scores = in_title if field == "title" else best
        for number, score in postings.scores(field, term).items():
            if score * boost > scores.get(number, 0.0):
                scores[number] = score * boost
    return add((best, in_title))


def score_phrase(postings: Postings, words: Sequence[str], tick: Callable[[], None]) -> Scores:
    """Score the passages in which the words follow one another, each as written but for case and accents."""
    folded = [fold_word(word) for word in words]
    found = postings.phrase(folded, tick)
    each = [postings.scores("text", word) for word in folded]
    return {number: _PHRASE * _WORD * sum(scores[number] for scores in each) for number in found}


def add(parts: Sequence[Scores]) -> dict[int, float]:
    """Score all passages that match any of the parts."""
    most, *rest = sorted(parts, key=len, reverse=True) or [{}]
    total = dict(most)  # the longest is copied, 20 times as fast as it is added
    for part in rest:
        for number, score in part.items():
            total[number] = total.get(number, 0.0) + score
    return total


def _ways(
    postings: Postings, word: str, is_begun: bool, langs: Collection[str]
) -> Iterator[tuple[str, str, float]]:
    folded = fold_word(word)
    yield "text", folded, _WORD
    yield "title", folded, _TITLE
    for lang in langs:
        for stem in sorted(stems_asked(word, lang)):
            yield "title", stem_term(stem, lang), _TITLE_STEM
            yield "stem", stem_term(stem, lang), _STEM
    if len(word) == 3:  # as written: PER is Peru; "per" and "can" are words
        yield "state", word, _STATE
    if is_begun and len(folded) > 1:
        for term in postings.begun(folded, _MOST_ENDINGS, _MOST_POSTINGS):
            yield "text", term, _BEGUN
