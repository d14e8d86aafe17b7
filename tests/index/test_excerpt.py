import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo_index import Excerpt, excerpt
from amparo_index.analysis import fold_word, words
from amparo_index.query import read
from tests.index.queries import ANYTHING

LONG = (
    "La patrulla sale temprano y vuelve tarde. " * 10
    + "La trata de personas explota a las víctimas. "
    + "Fin. " * 80
)


def marked(cut: Excerpt) -> list[str]:
    return [cut.text[start:end] for start, end in cut.marks]


def test_folded_words_stems_and_beginnings_are_marked() -> None:
    text = "Las víctimas de la Explotación tienen miedo."
    assert marked(excerpt(text, "es", "VICTIMA explotacion mie", typing=True)) == [
        "víctimas",
        "Explotación",
        "miedo",
    ]
    assert marked(excerpt(text, "es", "mie")) == []


def test_stems_are_those_of_the_passage() -> None:
    assert marked(excerpt("Os explorados", "pt", "exploração")) == ["explorados"]
    assert marked(excerpt("Os explorados", "gn", "exploração")) == []


def test_the_part_with_most_of_the_query_is_shown() -> None:
    cut = excerpt(LONG, "es", "patrulla víctimas explota trata", width=60)
    assert marked(cut) == ["trata", "explota", "víctimas"]
    assert cut.text.startswith("…")
    assert cut.text.endswith("…")


def test_a_phrase_is_marked_as_one_and_else_as_words() -> None:
    assert marked(excerpt(LONG, "es", '"trata de personas"', width=60)) == ["trata de personas"]
    assert set(marked(excerpt(LONG, "es", '"personas trata"', width=60))) == {"trata", "personas"}


def test_a_word_inside_a_marked_phrase_is_not_marked_again() -> None:
    cut = excerpt("La trata de personas y la trata", "es", '"trata de personas" trata')
    assert marked(cut) == ["trata de personas", "trata"]
    cut = excerpt("La trata de personas y la trata", "es", '"trata de personas"')
    assert marked(cut) == ["trata de personas"]


def test_a_word_counts_once_however_often_it_is_there() -> None:
    text = "uno dos" + " resto" * 20 + " uno uno uno uno uno" + " resto" * 20
    assert marked(excerpt(text, "es", "uno dos", width=40)) == ["uno", "dos"]


def test_without_a_match_the_beginning_is_shown() -> None:
    cut = excerpt(LONG, "es", "guardacostas", width=30)
    assert cut == Excerpt(text="La patrulla sale temprano y…", marks=())


def test_a_short_passage_is_shown_whole() -> None:
    assert excerpt("Corto\ny\tclaro.", "es", "claro") == Excerpt(text="Corto y claro.", marks=((8, 13),))


@pytest.mark.parametrize("width", [1, 10, 40, 80, 200])
def test_cuts_are_between_words_where_there_is_room(width: int) -> None:
    cut = excerpt(LONG, "es", "personas", width=width)
    assert len(cut.text) <= width + 2
    if width > 10:
        inside = cut.text.strip("…").split(" ")
        assert set(inside) <= {*LONG.split(" "), ""}
        assert marked(cut) == ["personas"]


@given(ANYTHING, ANYTHING, st.integers(1, 60), st.sampled_from(["en", "es", "pt", "fr", "gn"]), st.booleans())
def test_marks_lie_in_order_inside_the_text_and_on_words(
    text: str, query: str, width: int, lang: str, typing: bool
) -> None:
    cut = excerpt(text, lang, query, width=width, typing=typing)
    assert len(cut.text) <= width + 2
    ends = [0, *(place for mark in cut.marks for place in mark), len(cut.text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in cut.marks)
    assert all("…" not in found for found in marked(cut)) or "…" in text


@given(st.lists(st.sampled_from(["uno", "dos", "três", "Quatre", "five"]), max_size=60), st.integers(6, 60))
def test_every_word_of_the_query_that_is_shown_is_marked(passage: list[str], width: int) -> None:
    cut = excerpt(" ".join(passage), "gn", "DOS quatre", width=width)
    shown = [match.group() for match in words(cut.text)]
    assert marked(cut) == [word for word in shown if fold_word(word) in read("dos quatre").words]


def test_small_words_are_marked_only_where_there_are_no_others() -> None:
    text = "What to do if the debt is old."
    assert marked(excerpt(text, "en", "what do I do if there is a debt")) == ["debt"]
    assert marked(excerpt(text, "en", "what do I do")) == ["What", "do"]
    assert marked(excerpt(text, "en", "the debt i", typing=True)) == ["debt"]
