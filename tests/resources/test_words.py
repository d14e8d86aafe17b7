"""The words that officers read: easy enough for a tired reader, spelled right, and British throughout."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from amparo.core.model import Kind, Page
from amparo.library.store import Store
from tests.resources.reading_ease import PLAIN, reading_ease, sentences, syllables

LONGEST = 20.0
"""Words that a sentence has on average, at the most."""

TABLES = "guidance/coverage"
"""Made of the titles of all other pages: nobody reads it as a text."""

OWN = Path(__file__).with_name("words.txt")
BRITISH = {
    "authorised": "authorized", "behaviour": "behavior", "centre": "center",
    "favour": "favor", "favours": "favors", "harbour": "harbor", "harbouring": "harboring",
    "labour": "labor", "licence": "license", "neighbour": "neighbor", "neighbours": "neighbors",
    "offence": "offense", "offences": "offenses", "organised": "organized",
    "rumour": "rumor", "travelling": "traveling",
}  # fmt: skip
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@pytest.fixture(scope="module")
def pages(content: Path) -> Iterator[tuple[Page, ...]]:
    """Every page of the kit's own words in English, a document each."""
    with Store(content) as store:
        yield tuple(
            store.page(head.id)
            for head in store.heads()
            if head.kind not in (Kind.PLAN, Kind.DIRECTORY) and head.parent is None and head.id != TABLES
        )


def test_a_tired_reader_takes_it_in_once(pages: tuple[Page, ...]) -> None:
    """Reports the reading ease of every document: `pytest -rP` shows it."""
    eases = {page.id: reading_ease(page.text) for page in pages}
    print(*(f"{ease:5.1f}  {page}" for page, ease in sorted(eases.items())), sep="\n")
    assert {page: round(ease, 1) for page, ease in eases.items() if ease < PLAIN} == {}


def test_sentences_are_short(pages: tuple[Page, ...]) -> None:
    long = {}
    for page in pages:
        parts = sentences(page.text)
        average = sum(map(len, parts)) / len(parts)
        if average > LONGEST:
            long[page.id] = average
    assert long == {}


def test_the_measure_tells_plain_words_from_those_of_a_lawyer() -> None:
    plain = "Look for danger first. Is anyone hurt? Then speak with each person alone."
    legal = (
        "Notwithstanding jurisdictional considerations, competent authorities shall undertake preliminary "
        "identification procedures expeditiously, irrespective of documentation irregularities."
    )
    assert reading_ease(plain) > 80
    assert reading_ease(legal) < 0
    assert [syllables(word) for word in ("safe", "table", "asked", "wanted", "danger", "I")] == [
        1,
        2,
        1,
        2,
        2,
        1,
    ]


def test_every_word_is_in_a_word_list(pages: tuple[Page, ...]) -> None:
    own = {line for line in OWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    known = SpellChecker(language="en")
    misspelt = {}
    for page in pages:
        words = set(_words(page)) - own - BRITISH.keys()
        if unknown := known.unknown(words):
            misspelt[page.id] = sorted(unknown)
    assert misspelt == {}


def test_no_own_word_is_listed_for_nothing(pages: tuple[Page, ...]) -> None:
    own = {line for line in OWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    assert own - {word for page in pages for word in _words(page)} == set()


def test_spelling_is_british(pages: tuple[Page, ...]) -> None:
    american = set(BRITISH.values())
    assert {page.id: found for page in pages if (found := american & set(_words(page)))} == {}


def test_a_word_that_is_misspelt_would_be_found() -> None:
    assert SpellChecker(language="en").unknown(["traficking", "passport"]) == {"traficking"}


def _words(page: Page) -> list[str]:
    """All words in lower case; abbreviations and keys of sources are none."""
    text = _ABBREVIATION.sub(" ", f"{page.full_title} {page.text}")
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
