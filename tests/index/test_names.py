from pathlib import Path

import pytest

from amparo_index import Concept, Searcher
from amparo_index import names as module
from tests.index.corpus import Kit, entry, make

DEBT = Concept(id="debt", terms=(("en", "debt"), ("es", "deuda"), ("en", "owes money")))
BOSS = Concept(id="boss", terms=(("en", "employer"), ("en", "boss"), ("en", "foreman")))
ENTRIES = [
    entry("both", "en", "", "He owes money, and to the foreman."),
    entry("foreman", "en", "", "The foreman smiles."),
    entry("money", "en", "", "Who owes money may sing."),
]


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    searcher = Searcher(tmp_path, expected_digest=make(tmp_path, ENTRIES), concepts=[DEBT, BOSS])
    return Kit(searcher)


def test_names_of_several_parts_of_a_query_add_up(kit: Kit) -> None:
    with kit.searcher:
        hits = kit.find("deuda boss").hits
    assert hits[0].key == "both"
    assert {(hit.key, hit.concept, hit.term) for hit in hits[1:]} == {
        ("foreman", "boss", "foreman"),
        ("money", "deuda", "owes money"),
    }


def test_what_is_remembered_has_a_bound_that_changes_no_answer(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kit.searcher:
        first = kit.find("deuda boss")
        assert kit.find("deuda boss") == first
        monkeypatch.setattr(module, "_MOST_REMEMBERED", 1)
        kit.find("employer")
        assert kit.find("deuda boss") == first


def test_other_names_rank_what_has_some_of_the_words(tmp_path: Path) -> None:
    entries = [entry("a", "en", "", "A worker sings."), entry("b", "en", "", "A worker owes money.")]
    entries += [entry(f"other{number}", "en", "", "Nobody is at sea.") for number in range(9)]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries), concepts=[DEBT]) as searcher:
        hits = Kit(searcher).find("worker debt").hits
    assert [hit.key for hit in hits] == ["b", "a"]
    assert [hit.concept for hit in hits] == ["", ""]


def test_one_word_of_many_is_no_better_than_a_better_name(tmp_path: Path) -> None:
    entries = [
        entry("name", "en", "", "Owes money to the foreman."),
        entry("word", "en", "", "Evening comes early."),
        *(entry(f"other{number}", "en", "", "Nobody is at sea.") for number in range(9)),
    ]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries), concepts=[DEBT, BOSS]) as searcher:
        hits = Kit(searcher).find("debt boss evening").hits
    assert [(hit.key, hit.concept != "") for hit in hits] == [("name", True), ("word", False)]
    assert all(hit.score < 1 for hit in hits)
