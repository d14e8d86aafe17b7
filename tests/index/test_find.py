from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amparo_index import Searcher
from tests.index.corpus import Kit, entry, keys, make, never_stop
from tests.index.queries import ANYTHING


@pytest.mark.parametrize("query", ["niño", "nino", "NIÑO", "nin\u0303o"])
def test_case_and_accents_do_not_matter(kit: Kit, query: str) -> None:
    assert kit.keys(query)[0] == "es/niñez"


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("victims", "en/interview"),  # victim
        ("explotado", "es/señales"),  # explotaciones
        ("explotacion", "es/señales"),  # the same, typed without its accent
        ("exploração", "pt/fronteira"),  # explora
        ("cachée", "fr/abri"),  # cachées
    ],
)
def test_inflections_are_found_in_each_language(kit: Kit, query: str, key: str) -> None:
    assert key in kit.keys(query)


def test_a_word_as_written_comes_before_its_inflections(kit: Kit) -> None:
    assert kit.keys("explotaciones")[:2] == ["es/señales", "es/niñez"]


@pytest.mark.parametrize("query", ["ñandu", "g̃uahẽ", "guahe"])
def test_other_languages_are_found_as_written(kit: Kit, query: str) -> None:
    assert kit.keys(query) == ["gn/mba'apo"]


def test_the_last_word_is_a_beginning_while_typing(kit: Kit) -> None:
    assert kit.keys("safe pla", typing=True)[0] == "en/interview"
    assert kit.find("safe pla", typing=True).hits[0].score > 2
    assert kit.keys("wat", typing=True) == ["en/interview"]
    assert kit.keys("wat") == []


def test_passages_with_all_words_come_before_those_with_some(kit: Kit) -> None:
    answer = kit.find("personas ayudar")
    assert keys(answer) == ["es/orden", "es/señales"]
    assert [int(hit.score) for hit in answer.hits] == [2, 1]


def test_a_phrase_demands_its_words_in_their_order(kit: Kit) -> None:
    def direct(query: str) -> list[str]:
        return [hit.key for hit in kit.find(query).hits if int(hit.score) == 2]

    assert set(direct("trata de personas")) == {"es/señales", "es/orden"}
    assert direct('"trata de personas"') == ["es/señales"]


def test_a_phrase_that_nothing_has_falls_back_to_its_words(kit: Kit) -> None:
    hits = kit.find('"personas trata"').hits
    assert {hit.key for hit in hits if int(hit.score) == 2} == {"es/señales", "es/orden"}


def test_no_phrase_spans_title_and_text(tmp_path: Path) -> None:
    entries = [entry("apart", "en", "Safe", "house rules"), entry("inside", "en", "Rules", "A safe house.")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find('"safe house"', tick=never_stop)) == ["inside"]


def test_a_word_in_the_title_counts_more(tmp_path: Path) -> None:
    entries = [entry("a", "en", "Work", "Debt and debt"), entry("b", "en", "On debt", "And bondage")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("debt", tick=never_stop)) == ["b", "a"]


def test_the_title_that_is_the_query_comes_first(kit: Kit) -> None:
    answer = kit.find("recruiters")
    assert keys(answer)[0] == "en/recruiters"
    assert answer.hits[0].score > 3


def test_tags_and_states_are_found(tmp_path: Path) -> None:
    entries = [
        entry("peru", "es", "Línea", "Llame al 1818.", state="PER", tags=("hotline",)),
        entry("other", "es", "Camino", "Por la ruta per cápita."),
    ]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("hotline", tick=never_stop)) == ["peru"]
        assert set(keys(searcher.find("PER", tick=never_stop))) == {"peru", "other"}
        assert keys(searcher.find("per", tick=never_stop)) == ["other"]


def test_equal_scores_are_in_the_order_of_keys(tmp_path: Path) -> None:
    entries = [entry(f"{number:02}", "en", "One", "The same words.") for number in (7, 3, 9, 1, 5)]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("same", tick=never_stop)) == ["01", "03", "05", "07", "09"]
        assert keys(searcher.find("same", tick=never_stop, limit=2)) == ["01", "03"]


def test_a_language_is_preferred_and_hides_nothing(tmp_path: Path) -> None:
    entries = [entry("a", "en", "", "Radio"), entry("b", "es", "", "Radio"), entry("c", "pt", "", "Radio")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("radio", tick=never_stop)) == ["a", "b", "c"]
        assert keys(searcher.find("radio", tick=never_stop, lang="pt")) == ["c", "a", "b"]


def test_kinds_limit_what_is_found(kit: Kit) -> None:
    assert kit.keys("trata", kinds={"checklist"})[0] == "es/señales"
    assert "es/orden" not in kit.keys("trata", kinds={"checklist"})
    assert kit.keys("trata", kinds=()) == []


def test_a_long_query_says_what_it_left_out(kit: Kit) -> None:
    answer = kit.find("victim " + "niño " * 25)
    assert answer.words_left_out == 10
    assert answer.hits


def test_100_kb_of_text_are_answered(kit: Kit) -> None:
    answer = kit.find("Speak with the victim alone. " * 3_500, typing=True)
    assert keys(answer)[0] == "en/interview"
    assert answer.words_left_out == 17_226  # as far as words are counted, 100,000 letters


def test_ticks_come_between_terms_and_stop_the_search(kit: Kit) -> None:
    class Stopped(Exception):
        pass

    ticks = 0
    last = 0

    def count() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == last:
            raise Stopped

    assert kit.keys("victim water place", tick=count) == ["en/interview"]
    most, ticks, last = ticks, 0, 7
    assert most > 30  # each word in four languages
    with pytest.raises(Stopped):
        kit.find("victim water place", tick=count)
    assert ticks == last
    assert kit.keys("victim water place") == ["en/interview"]  # and the searcher is none the worse


@settings(deadline=None)
@given(ANYTHING, st.booleans(), st.sampled_from([None, "es", "xx"]))
@example('"' * 5_000, True, None)
@example("\ud800\0" * 100, True, "es")
@example("a" * 100_000, True, None)
def test_no_query_fails_and_all_are_answered_alike_twice(
    kit: Kit, query: str, typing: bool, lang: str | None
) -> None:
    answer = kit.find(query, typing=typing, lang=lang)
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    assert len(set(keys(answer))) == len(answer.hits) <= 20
    assert len(answer.suggestions) <= 5
    assert answer == kit.find(query, typing=typing, lang=lang)


@settings(deadline=None)  # it builds an index each time
@given(ANYTHING)
def test_any_passage_can_be_indexed_and_found(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    digest = make(folder, [entry("any", "es", text[:20], f"{text} ancla", tags=(text,))])
    with Searcher(folder, expected_digest=digest) as searcher:
        assert keys(searcher.find("ancla", tick=never_stop)) == ["any"]


def test_the_words_of_a_question_do_not_decide(tmp_path: Path) -> None:
    entries = [
        entry("question", "en", "What do I do if it rains", "What can I do? What do I say?"),
        entry("debt", "en", "Bondage", "People are held by a debt."),
    ]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("what do I do if it is a debt", tick=never_stop)) == ["debt"]
        assert keys(searcher.find("what do I do", tick=never_stop)) == ["question"]
        assert keys(searcher.find("what do I do with zzzz", tick=never_stop)) == ["question"]


def test_what_is_about_a_word_comes_before_what_mentions_it(tmp_path: Path) -> None:
    entries = [
        entry("long", "en", "Rules", "Other things. " * 30 + "A debt." + " More things." * 30),
        entry("short", "en", "Signs", "The worker has a debt."),
    ]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert keys(searcher.find("debt", tick=never_stop)) == ["short", "long"]


def test_one_kind_leaves_room_for_the_others(tmp_path: Path) -> None:
    entries = [entry(f"office{number:02}", "es", "Trata", "", kind="directory") for number in range(30)]
    entries += [entry(f"page{number:02}", "es", "", "Hoja larga. " * 9 + "Trata.") for number in range(30)]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries)) as searcher:
        assert [key[:4] for key in keys(searcher.find("trata", tick=never_stop))] == ["offi"] * 10 + [
            "page"
        ] * 10
        found = keys(searcher.find("trata", tick=never_stop, kinds={"directory"}))
        assert found == [f"office{number:02}" for number in range(20)]
