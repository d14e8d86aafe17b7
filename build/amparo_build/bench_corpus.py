"""Passages to measure search with: four languages, about 600 letters each, the same for the same number.

Made-up words stand for the long tail of a language and real ones for our subject. What matters for speed is
kept: few words fill most of the text (Zipf), and the vocabulary grows with the number of passages.
"""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from amparo_index import Entry

SUBJECT = {
    "en": "trafficking victim exploitation labour passport threat debt border recruiter shelter child",
    "es": "trata víctima explotación trabajo pasaporte amenaza deuda frontera captación refugio niñez",
    "pt": "tráfico vítima exploração trabalho passaporte ameaça dívida fronteira aliciador abrigo criança",
    "fr": "traite victime exploitation travail passeport menace dette frontière recruteur refuge enfant",
}

_ENDINGS = {
    "en": ["", "s", "ed", "ing", "ly", "ment", "er"],
    "es": ["a", "os", "ar", "ado", "ción", "ciones", "mente"],
    "pt": ["a", "os", "ar", "ado", "ção", "ções", "mente"],
    "fr": ["e", "es", "er", "é", "tion", "tions", "ment"],
}
_OPENINGS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "fl",
    "g",
    "gr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "t",
    "tr",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "io", "ou"]

_WORDS_IN_A_PASSAGE = 75
_VOCABULARY = 15_000
_STEMS = _VOCABULARY // 4


def passages(number: int) -> Iterator[Entry]:
    """Make so many passages, the languages in turn."""
    chance = Random(number)  # noqa: S311 - nothing is kept secret by it
    weights = list(accumulate(1 / (rank + 2) for rank in range(_VOCABULARY)))
    vocabularies = {lang: _vocabulary(lang) for lang in SUBJECT}
    for place in range(number):
        lang = tuple(SUBJECT)[place % len(SUBJECT)]
        words = chance.choices(vocabularies[lang], cum_weights=weights, k=_WORDS_IN_A_PASSAGE)
        yield Entry(
            key=f"passage/{place:06}",
            lang=lang,
            title=" ".join(words[:3]).capitalize(),
            text=" ".join(words).capitalize() + ".",
            kind=("plan", "guidance", "checklist", "directory")[place // 4 % 4],
        )


def _vocabulary(lang: str) -> list[str]:
    """Words by how often they are used, short ones first; those of our subject among the first hundred."""
    chance = Random(lang)  # noqa: S311
    stems = [_stem(chance, 1 + (rank > 20) + (rank > 1_000)) for rank in range(_STEMS)]
    found = [
        chance.choice(stems[: 5 + rank // 4]) + chance.choice(_ENDINGS[lang]) for rank in range(_VOCABULARY)
    ]
    for place, word in enumerate(SUBJECT[lang].split()):
        found[8 * (place + 1)] = word
    return found


def _stem(chance: Random, syllables: int) -> str:
    return "".join(
        chance.choice(_OPENINGS) + chance.choice(_VOWELS) for _ in range(syllables)
    ) + chance.choice("lmnrst")
