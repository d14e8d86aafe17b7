import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from amparo.library.manifest import LIBRARY
from amparo_build.bench.answers import ask_fts5, fill, match
from amparo_build.bench.queries import TYPED, prefixes


@pytest.fixture
def table(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / LIBRARY)) as library:
        library.execute("CREATE TABLE passage (key, title, text)")
        library.execute("INSERT INTO passage VALUES ('a', 'Passports', 'An employer keeps the passport.')")
        library.execute("INSERT INTO passage VALUES ('b', 'Víctimas', 'Protección de víctimas.')")
        library.commit()
    with closing(sqlite3.connect(":memory:")) as made:
        fill(made, tmp_path)
        yield made


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("pass", '"pass"*'),
        ("forced lab", '"forced" "lab"*'),
        ("forced ", '"forced"'),
        ('"held by', '"held" "by"*'),
        ('"', ""),
        ("", ""),
    ],
)
def test_typing_in_the_words_of_fts5(typed: str, asked: str) -> None:
    assert match(typed) == asked


def test_it_finds_what_is_typed(table: sqlite3.Connection) -> None:
    assert ask_fts5(table, "passp") == [("a", "An employer keeps the <b>passport</b>.")]
    assert [key for key, _ in ask_fts5(table, "proteccion vic")] == ["b"]


def test_nothing_that_is_typed_is_an_error(table: sqlite3.Connection) -> None:
    for typed in (prefix for text in TYPED for prefix in prefixes(text)):
        ask_fts5(table, typed)
