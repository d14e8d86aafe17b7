import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.core.errors import Cancelled
from amparo.core.model import Hit, Kind
from amparo.library.manifest import INDEX, LIBRARY, ContentDamaged, read_manifest
from amparo.library.search import Answer, Search, excerpt_of
from tests.library.examples import PAGES
from tests.library.test_store import linux, open_files

ANYTHING = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.sampled_from("\"“”«'()[]{}*?~^+-:\\/|&!.§\0\n\u202e\u200f"), max_size=30),
    st.lists(
        st.sampled_from(
            ["victim", '"', "peace", "AND", "OR", "NOT", "*", "(", "a{9999}", "(?i)", "\ud83d",
             "\udcff", "🙏🏽", "ضحايا", "\u202eabc",
             "title:", "~2", "^3", "[a TO z]", "activity", "13", "%s", "{0}", "\0"]
        ),
        max_size=8,
    ).map(" ".join),
)  # fmt: skip


def opened(folder: Path) -> Search:
    return Search(folder, read_manifest(folder))


@pytest.fixture
def search(content: Path) -> Iterator[Search]:
    with opened(content) as one:
        yield one


@pytest.fixture
def copy(content: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(content, tmp_path / "copy"))


def ids(answer: Answer) -> list[str]:
    return [hit.page for hit in answer.hits]


def test_a_hit_says_all_that_a_reader_sees_of_it(search: Search) -> None:
    answer = search.ask("peacekeeping")
    hit = answer.hits[0]
    assert (hit.page, hit.kind, hit.lang) == ("plan/activity/13", Kind.PLAN, "en")
    assert hit.title.startswith("Activity 13: ")
    assert hit.context == "Prevention · possible activity for member states"
    assert hit.source.key == "SEED"
    assert hit.as_of.isoformat() == "2010-05-27"
    assert hit.score > 0
    start, end = excerpt_of(hit).marks[0]
    assert "peace" in excerpt_of(hit).text[start:end].lower()


def test_better_hits_come_first_and_no_more_than_asked(search: Search) -> None:
    hits = search.ask("trafficking in persons", limit=7).hits
    assert len(hits) == 7
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_an_excerpt_is_the_plans_words(search: Search) -> None:
    for hit in search.ask("victims").hits:
        assert excerpt_of(hit).text
        assert all(0 <= start < end <= len(excerpt_of(hit).text) for start, end in excerpt_of(hit).marks)


def test_a_query_that_names_a_page_jumps_and_still_asks(search: Search) -> None:
    answer = search.ask("activity 13")
    assert answer.jump is not None
    assert answer.jump.id == "plan/activity/13"
    assert answer.query == "activity 13"
    assert search.ask("activity 99").jump is None


def test_an_answer_comes_while_one_types(search: Search) -> None:
    assert "plan/activity/13" in ids(search.ask("peacek", typing=True))
    assert "plan/activity/13" not in ids(search.ask("peacek"))


def test_a_slip_of_the_pen_is_answered_with_a_guess(search: Search) -> None:
    answer = search.ask("peacekeping")
    assert "peacekeeping" in answer.suggestions


def test_a_word_in_another_language_finds_through_the_thesaurus(enriched: Path) -> None:
    with opened(enriched) as search:
        hits = search.ask("pasaporte").hits
    by_concept: dict[str, Hit] = {hit.page: hit for hit in hits}
    assert "checklist/example-booth" in by_concept
    hit = by_concept["checklist/example-booth"]
    assert hit.found_by
    assert excerpt_of(hit).text


@pytest.mark.parametrize(("page", "words"), PAGES.items())
def test_every_kind_is_found_by_its_words(enriched: Path, page: str, words: str) -> None:
    with opened(enriched) as search:
        first = ids(search.ask(words))[:3]
        assert any(found == page or found.startswith(f"{page}/") for found in first)


def test_a_footnote_is_found_and_leads_to_its_activity(search: Search) -> None:
    answer = search.ask("Brazil reaffirms its commitment")
    assert {"plan/activity/2", "plan/activity/21"} <= set(ids(answer)[:4])


def test_a_long_query_is_cut_and_says_so(search: Search) -> None:
    answer = search.ask("victims of trafficking " * 5000)
    assert answer.words_left_out > 0
    assert answer.hits


def test_a_search_that_is_no_longer_wanted_ends(search: Search) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        search.ask("victims", tick=stop)
    assert search.ask("victims").hits, "and the next one is answered"


@pytest.fixture(scope="module")
def for_any(content: Path) -> Iterator[Search]:
    with opened(content) as one:
        yield one


@settings(max_examples=200)
@given(query=ANYTHING, typing=st.booleans(), lang=st.sampled_from(["en", "es", "pt", "fr", "qu", ""]))
def test_anything_may_be_asked(for_any: Search, query: str, typing: bool, lang: str) -> None:
    answer = for_any.ask(query, typing=typing, lang=lang)
    assert not answer.index_is_damaged
    assert len(answer.hits) <= 40


@pytest.mark.parametrize("letter", ["a", '"', "(", "\0", "\u202e", "🙏", "\udcff", "ñ ", "13 ", "*"])
def test_a_hundred_kilobytes_may_be_asked(for_any: Search, letter: str) -> None:
    for_any.ask(letter * (100_000 // len(letter.encode("utf-8", "replace"))))


# Bad days


def flip(folder: Path) -> None:
    largest = max((folder / INDEX).iterdir(), key=lambda path: path.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 1
    largest.write_bytes(data)


def test_a_damaged_index_leaves_the_jumps(copy: Path) -> None:
    flip(copy)
    with opened(copy) as search:
        assert search.index_is_damaged
        answer = search.ask("activity 13")
        assert answer.index_is_damaged
        assert answer.jump is not None
        assert answer.hits == ()
        assert search.ask("victims").index_is_damaged


def test_an_index_that_is_not_there_leaves_the_jumps(copy: Path) -> None:
    shutil.rmtree(copy / INDEX)
    with opened(copy) as search:
        assert search.index_is_damaged
        assert search.ask("mandate 9").jump is not None


def test_an_index_of_another_content_is_damaged(copy: Path, enriched: Path) -> None:
    shutil.rmtree(copy / INDEX)
    shutil.copytree(enriched / INDEX, copy / INDEX)
    with opened(copy) as search:
        assert search.index_is_damaged


def test_a_whole_index_is_not_damaged(search: Search) -> None:
    assert not search.index_is_damaged


def test_without_a_library_there_is_no_search(copy: Path) -> None:
    (copy / LIBRARY).unlink()
    with pytest.raises(ContentDamaged):
        opened(copy)


@linux
def test_closing_leaves_nothing_open(copy: Path) -> None:
    before, threads = open_files(), threading.active_count()
    with opened(copy) as search:
        search.ask("victims")
    flip(copy)
    with opened(copy) as search:
        search.ask("victims")
    assert open_files() == before
    assert threading.active_count() == threads


@linux
def test_a_library_damaged_inside_is_told_and_let_go_of(copy: Path) -> None:
    manifest, before = read_manifest(copy), open_files()
    data = bytearray((copy / LIBRARY).read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    (copy / LIBRARY).write_bytes(data)
    with pytest.raises(ContentDamaged):
        Search(copy, manifest)
    assert open_files() == before


def test_closing_twice_is_fine(content: Path) -> None:
    search = opened(content)
    search.close()
    search.close()
