from pathlib import Path

from amparo_index import Concept, Searcher
from amparo_index.concepts import Concepts
from tests.index.corpus import CHILD, TRAFFICKING, Kit, entry, make


def test_other_names_are_found_below_every_direct_hit_and_labelled(kit: Kit) -> None:
    hits = kit.find("Human Trafficking").hits
    assert hits[0].key == "en/debt"
    through = [hit for hit in hits if hit.concept]
    assert {hit.key for hit in through} == {"es/señales", "es/orden", "pt/fronteira", "fr/abri"}
    assert {hit.concept for hit in through} == {"human trafficking"}
    assert max(hit.score for hit in through) < 1 < min(hit.score for hit in hits if not hit.concept)
    assert hits.index(through[0]) == len(hits) - len(through)


def test_a_hit_names_the_term_that_its_passage_has(kit: Kit) -> None:
    terms = {hit.key: hit.term for hit in kit.find("human trafficking").hits}
    assert terms["fr/abri"] == "traite des êtres humains"
    assert terms["en/debt"] == ""


def test_a_name_of_several_words_is_a_phrase(kit: Kit) -> None:
    hits = kit.find("traite des êtres humains").hits
    assert "es/orden" in [hit.key for hit in hits if hit.term == "trata"]
    assert all(hit.key != "es/orden" for hit in hits if hit.term == "trata de personas")


def test_a_part_of_the_query_is_enough_and_the_rest_counts(kit: Kit) -> None:
    through = [hit for hit in kit.find("child medo fronteira").hits if hit.concept]
    assert {hit.concept for hit in through} == {"child"}
    assert "es/niñez" in {hit.key for hit in through}


def test_the_rest_of_the_query_ranks_what_a_concept_finds(tmp_path: Path) -> None:
    entries = [entry(f"direct{number}", "en", "", "A child in fear") for number in range(3)]
    entries += [entry("es/1", "es", "", "El niño"), entry("es/2", "es", "", "El niño, fear")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries), concepts=[CHILD]) as searcher:
        assert Kit(searcher).keys("child fear")[3:] == ["es/2", "es/1"]


def test_the_limit_holds_for_both_kinds_of_hits(kit: Kit) -> None:
    assert len(kit.find("human trafficking", limit=2).hits) == 2
    assert kit.find("human trafficking", limit=0).hits == ()


def test_names_fold_like_queries() -> None:
    (found,) = Concepts((CHILD,)).expand(("el", "NINO"))
    assert (found.label, found.first, found.length) == ("niño", 1, 1)
    assert [term for _lang, term, _words in found.others] == ["child", "criança", "enfant"]


def test_the_longest_name_wins() -> None:
    (found,) = Concepts((TRAFFICKING,)).expand(("la", "trata", "de", "personas"))
    assert (found.label, found.first, found.length) == ("trata de personas", 1, 3)


def test_a_word_may_name_several_concepts() -> None:
    sale = Concept(id="sale", terms=(("es", "trata"), ("en", "deal")))
    found = Concepts((TRAFFICKING, sale)).expand(("trata",))
    assert [term for expansion in found for _lang, term, _words in expansion.others][-1] == "deal"
    assert len(found) == 2


def test_empty_terms_name_nothing() -> None:
    assert Concepts((Concept(id="none", terms=(("en", " - "),)),)).expand(("", "a")) == ()


def test_a_name_may_be_inflected_in_the_readers_language() -> None:
    (found,) = Concepts((TRAFFICKING,)).expand(("humanly", "trafficked"), "en")
    assert (found.label, found.length) == ("human trafficking", 2)
    assert Concepts((TRAFFICKING,)).expand(("humanly", "trafficked"), "es") == ()
    assert Concepts((TRAFFICKING,)).expand(("humanly", "trafficked")) == ()


def test_a_word_that_no_passage_has_may_be_inflected_in_any_language() -> None:
    query = ("las", "crianças")
    (found,) = Concepts((CHILD,)).expand(query, "en", frozenset({1}))
    assert (found.label, found.first) == ("criança", 1)
    assert Concepts((CHILD,)).expand(query, "en") == ()


def test_a_name_spelled_alike_in_two_languages_is_one() -> None:
    interpreter = Concept(id="i", terms=(("es", "intérprete"), ("fr", "interprète"), ("en", "interpreter")))
    for written in ("interprète", "intérprete"):
        (found,) = Concepts((interpreter,)).expand((written,))
        assert found.label == written


def test_small_words_are_no_inflected_name() -> None:
    wounds = Concept(id="wounds", terms=(("es", "heridas"),))
    assert Concepts((wounds,)).expand(("her",), "es", frozenset({0})) == ()


def test_small_words_that_name_something_count(tmp_path: Path) -> None:
    back = Concept(id="return", terms=(("en", "go back"), ("en", "return")))
    entries = [entry(f"{number}", "en", "", "A safe place.") for number in range(3)]
    entries += [entry("return", "en", "", "Is the return safe?")]
    with Searcher(tmp_path, expected_digest=make(tmp_path, entries), concepts=[back]) as searcher:
        assert Kit(searcher).keys("is it safe to go back")[0] == "return"
