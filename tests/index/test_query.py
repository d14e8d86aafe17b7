import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo_index.query import MOST_WORDS, read
from tests.index.queries import ANYTHING


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("two words", (("two",), ("words",))),
        ('"trata de personas" niños', (("trata", "de", "personas"), ("niños",))),
        ("« être humain » et “child labour”", (("être", "humain"), ("et",), ("child", "labour"))),
        ('an "open quote', (("an",), ("open",), ("quote",))),
        ('"" " "', ()),
        ("a*b? (c|d~2) [e-f] g:h^3", tuple((letter,) for letter in "abcd2efgh3")),
        ("NOT a AND b", (("NOT",), ("a",), ("AND",), ("b",))),
        ("\0🙂\ud800", ()),
    ],
)
def test_words_and_quoted_phrases_are_read_and_nothing_else(
    text: str, parts: tuple[tuple[str, ...], ...]
) -> None:
    assert read(text).parts == parts


def test_the_last_word_grows_only_while_it_is_being_typed() -> None:
    assert read("the vic", typing=True).is_begun
    assert not read("the vic").is_begun
    assert not read("the vic ", typing=True).is_begun
    assert not read('"the vic"', typing=True).is_begun
    assert not read('"the vic"\u0301', typing=True).is_begun
    assert not read("word " * 20 + "vic", typing=True).is_begun  # it is not among those asked


def test_what_is_left_out_of_a_long_query_is_counted() -> None:
    asked = read(" ".join(f"word{number}" for number in range(20)))
    assert asked.words == tuple(f"word{number}" for number in range(MOST_WORDS))
    assert asked.words_left_out == 4


def test_a_long_phrase_is_cut_like_everything_else() -> None:
    asked = read('one "' + "two " * 20 + '" three')
    assert [len(part) for part in asked.parts] == [1, MOST_WORDS - 1]
    assert asked.words_left_out == 6


def test_words_behind_a_long_gap_are_said_to_be_left_out() -> None:
    assert read(" " * 20_000 + "far").words_left_out == 1


@given(ANYTHING, st.booleans())
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    asked = read(text, typing=typing)
    assert len(asked.words) <= MOST_WORDS
    assert asked.words_left_out >= 0
    assert all(part and all(part) for part in asked.parts)


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("what do I do about a debt", {6}),
        ("what do I do", {0, 1, 2, 3}),
        ('"a debt" of the boss', {0, 1, 4}),
        ("WHO rules", {0, 1}),
        ("", set()),
    ],
)
def test_small_words_count_only_where_there_are_no_others(text: str, counting: set[int]) -> None:
    assert read(text).counting == counting
