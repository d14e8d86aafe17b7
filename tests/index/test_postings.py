from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo_index import postings as module
from amparo_index.postings import Postings
from tests.index.corpus import entry, make, never_stop

ENTRIES = [
    entry("a", "en", "", "trade trade route"),
    entry("b", "en", "", "trade trap"),
    entry("c", "en", "", "trade Tráfico"),
    entry("d", "en", "", "tráfico trace a route"),
]


@pytest.fixture
def postings(tmp_path: Path) -> Iterator[Postings]:
    make(tmp_path, ENTRIES)
    opened = Postings(tmp_path)
    yield opened
    opened.close()


def test_a_rare_word_and_a_repeated_one_score_higher(postings: Postings) -> None:
    trade, trap = postings.scores("text", "trade"), postings.scores("text", "trap")
    assert trade[0] > trade[1] == trade[2] > 0
    assert trap[1] > trade[0]
    assert postings.scores("text", "absent") == {}


def test_a_beginning_stands_for_the_most_usual_words_within_a_bound(postings: Postings) -> None:
    assert list(postings.begun("tra", 9, 1_000)) == ["trade", "trafico", "trap", "trace"]
    assert list(postings.begun("tra", 2, 1_000)) == ["trade", "trafico"]
    assert list(postings.begun("tra", 9, 5)) == ["trade", "trafico"]
    assert list(postings.begun("tra", 9, 0)) == ["trade"]  # the first in any case


def test_a_word_is_spelled_as_it_mostly_is(postings: Postings) -> None:
    assert postings.spelled("trafico") == "tráfico"
    assert postings.spelled("route") == "route"


def test_what_is_remembered_has_a_bound_that_changes_no_answer(
    postings: Postings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = postings.scores("text", "trade")
    assert postings.scores("text", "trade") is first
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 4)
    assert postings.scores("text", "route")
    again = postings.scores("text", "trade")
    assert again is not first
    assert again == first


def test_a_phrase_is_words_at_neighbouring_places(postings: Postings) -> None:
    assert postings.phrase(["trade", "route"], never_stop) == {0}
    assert postings.phrase(["trade", "trade", "route"], never_stop) == {0}
    assert postings.phrase(["route", "trade"], never_stop) == set()
    assert postings.phrase(["trade", "absent"], never_stop) == set()


def test_a_word_weighs_more_in_a_short_document(tmp_path: Path) -> None:
    make(tmp_path, [entry("a", "en", "", "trap " + "word " * 40), entry("b", "en", "", "trap word")])
    opened = Postings(tmp_path)
    scores = opened.scores("text", "trap")
    opened.close()
    assert scores[1] > scores[0] > 0
