from pathlib import Path

import pytest

from amparo_index import Searcher
from amparo_index.spelling import changes
from tests.index.corpus import Kit, entry, make


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("intervew", "interview"),
        ("trafficing", "trafficking"),
        ("explotasion", "explotación"),
        ("señlaes", "señales"),
        ("fronteria", "fronteira"),
        ("tráfcio", "tráfico"),
        ("hummains", "humains"),
        ("victmies", "victimes"),
        ("wictim", "victim"),  # wrong in its first letter
    ],
)
def test_typos_are_guessed_in_the_usual_spelling(kit: Kit, typo: str, meant: str) -> None:
    assert meant in kit.find(typo).suggestions


def test_the_nearest_comes_first_and_then_the_language(kit: Kit) -> None:
    assert kit.find("victimz").suggestions[0] == "victim"
    assert kit.find("victimaz", lang="pt").suggestions[0] == "vítimas"
    assert kit.find("vitimez", lang="fr").suggestions[0] == "victimes"


def test_a_nearer_word_comes_before_a_more_usual_one(tmp_path: Path) -> None:
    entries = [entry(f"{number}", "es", "", "La traza") for number in range(3)] + [
        entry("3", "es", "", "trata")
    ]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert Kit(searcher).find("tratb").suggestions == ("trata", "traza")


@pytest.mark.parametrize(("lang", "first"), [("en", "victim"), ("es", "víctima"), ("fr", "victime")])
def test_of_equally_near_words_the_language_decides(tmp_path: Path, lang: str, first: str) -> None:
    words = {"en": "Victim", "es": "Víctima", "fr": "Victime"}
    entries = [entry(lang, lang, "", word) for lang, word in words.items()]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert Kit(searcher).find("victimo", lang=lang).suggestions[0] == first


def test_the_rest_of_the_query_stays(kit: Kit) -> None:
    assert kit.find("trafikking debt").suggestions[0] == "trafficking debt"


def test_a_begun_word_is_no_typo(kit: Kit) -> None:
    assert kit.find("traffi", typing=True).suggestions == ()
    assert kit.find("q", typing=True).suggestions == ()


def test_nothing_is_guessed_where_enough_is_found(kit: Kit) -> None:
    answer = kit.find("de")
    assert len(answer.hits) >= 3
    assert answer.suggestions == ()


def test_a_known_word_gives_way_to_a_more_usual_one_only(kit: Kit) -> None:
    assert "trata" in kit.find("traite").suggestions
    assert "traite" not in kit.find("trata").suggestions


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("", "", 0), ("trata", "trata", 0), ("victmi", "victim", 1), ("ab", "", 2), ("traite", "trata", 2)],
)
def test_changes_are_counted_with_swaps_as_one(one: str, other: str, number: int) -> None:
    assert changes(one, other) == changes(other, one) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("intervew", "interview"), ("vitcim", "victim"), ("victims1", ""), ("debd", ""), ("xqzwvk", "")],
)
def test_a_slip_of_the_pen_is_read_as_what_was_meant(kit: Kit, typed: str, meant: str) -> None:
    hits = kit.find(f"{typed} zzzzz").hits
    assert hits == (kit.find(f"{typed} zzzzz").hits if meant else ())
    assert bool(hits) == bool(meant)
    if meant:
        assert hits[0].key == kit.keys(meant)[0]
        assert 1 < hits[0].score < kit.find(meant).hits[0].score
        assert meant in kit.find(typed).suggestions, "it is said as well"


def test_a_word_that_still_grows_is_no_slip(kit: Kit) -> None:
    assert kit.keys("intervew", typing=True) == []
    assert kit.keys("intervew ", typing=True) == ["en/interview"]


def test_a_slip_hides_nothing_that_has_the_other_words(tmp_path: Path) -> None:
    entries = [entry(f"{number}", "en", "", "The victim rests.") for number in range(3)]
    entries += [entry("other", "en", "", "The water is cold.")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert "other" in Kit(searcher).keys("victm water")
