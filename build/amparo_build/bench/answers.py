"""Search: from a key to its painted hits, and our search beside SQLite's over the same passages."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from amparo.library.manifest import LIBRARY, read_manifest
from amparo.library.search import HITS, Search
from amparo_build.bench.documents import Content
from amparo_build.bench.figures import Row, Series, compared_p95, not_measured, within_p95
from amparo_build.bench.process import Process, Silent
from amparo_build.bench.programs import module, set_up
from amparo_build.bench.queries import TYPED, prefixes

Sizes = Sequence[tuple[Content, float]]
"""Contents, each with the time that a key may take with it, in milliseconds."""

_KEYS = module("keys", "amparo_build.bench.keys")


def key_rows(sizes: Sizes, environment: Mapping[str, str], scratch: Path, repetitions: int) -> Iterator[Row]:
    """From key press to painted hits, through the real window; the sizes in turn."""
    waits: dict[int, list[float]] = {content.passages: [] for content, _ in sizes}
    for _ in range(repetitions):
        for content, _budget in sizes:
            home = scratch / f"home-of-{content.passages}"
            waits[content.passages] += _type(set_up(environment, home, content.folder))
    for content, budget_ms in sizes:
        what = f"key to painted hits, {content.passages} passages"
        seen = waits[content.passages]
        if seen:
            yield within_p95(what, Series("the kit", tuple(seen)), budget_ms)
        else:
            yield not_measured(what, "the window did not answer")


def service_rows(sizes: Sizes, scratch: Path, repetitions: int) -> Iterator[Row]:
    """The same keys without a window: our answer with its excerpts, and FTS5 with bm25 and snippets."""
    for content, _budget in sizes:
        what = f"answer alone, {content.passages} passages"
        with closing(sqlite3.connect(scratch / f"fts5-{content.passages}.sqlite")) as table:
            try:
                fill(table, content.folder)
            except sqlite3.OperationalError as error:
                yield not_measured(what, f"SQLite: {error}")
                continue
            with Search(content.folder, read_manifest(content.folder)) as search:
                ours, theirs = _ask_both(search, table, repetitions)
        yield compared_p95(what, Series("the kit", ours), Series("SQLite FTS5", theirs))


def fill(table: sqlite3.Connection, folder: Path) -> None:
    """Give FTS5 the passages that the kit has.

    Raises: sqlite3.OperationalError, where this SQLite has no FTS5.
    """
    fold = "unicode61 remove_diacritics 2"
    table.execute(
        f"CREATE VIRTUAL TABLE passage USING fts5 (key UNINDEXED, title, text, tokenize = '{fold}')"
    )
    with closing(sqlite3.connect(folder / LIBRARY)) as library:
        rows = library.execute("SELECT key, title, text FROM passage")
        table.executemany("INSERT INTO passage VALUES (?, ?, ?)", rows)
    table.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    table.commit()


def match(typed: str) -> str:
    """What is typed in the words of FTS5: all words, the last as a beginning; empty for no words."""
    words = ["".join(filter(str.isalnum, word)) for word in typed.split()]
    asked = " ".join(f'"{word}"' for word in words if word)
    return f"{asked}*" if asked and typed[-1].isalnum() else asked


def ask_fts5(table: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Key and excerpt of as many passages as the kit shows, the best first."""
    asked = match(typed)
    if not asked:
        return []
    return table.execute(
        "SELECT key, snippet(passage, 2, '<b>', '</b>', '…', 32) FROM passage WHERE passage MATCH ?"
        f" ORDER BY bm25(passage) LIMIT {HITS}",
        (asked,),
    ).fetchall()


def _ask_both(
    search: Search, table: sqlite3.Connection, repetitions: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The milliseconds of each answer, key by key in turn."""
    ours, theirs = [], []
    for _ in range(repetitions):
        for typed in (prefix for text in TYPED for prefix in prefixes(text)):
            ours.append(_ms(partial(search.ask, typed, typing=True)))
            theirs.append(_ms(partial(ask_fts5, table, typed)))
    return tuple(ours), tuple(theirs)


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _type(environment: Mapping[str, str]) -> list[float]:
    try:
        with Process(_KEYS.command, environment) as typing:
            return [float(wait) for wait in json.loads(typing.line(patience_s=120))]
    except Silent:
        return []
