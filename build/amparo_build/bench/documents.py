"""Content of any size to measure with: the real documents, and made-up ones that go the same way."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from amparo.library.manifest import LIBRARY
from amparo_build import content
from amparo_build.bench_corpus import passages
from amparo_index import Entry

CHECKLIST = "checklist/made-up"
SIGNS = 20

_SOURCE = "MADE-UP"
_PASSAGES_OF_A_PAGE = 10
_WORDS_OF_A_SIGN = 18
_HEAD = {
    "audience": ["border"],
    "serves": ["plan/activity/1"],
    "sources": [_SOURCE],
    "as_of": "2010-05-27",
    "status": "draft",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Content that was built.

    Attributes:
        passages: how many there are to be found.
    """

    folder: Path
    passages: int


def build(folder: Path, at_least: int = 0) -> Content:
    """Build the real content into a new folder, with as many made-up passages as it takes, if any."""
    real = content.gather(content.DOCUMENTS)
    content.build(real, folder)
    built = Content(folder=folder, passages=_count(folder))
    if at_least <= built.passages:
        return built
    content.build(real | made_up(at_least - built.passages), folder)
    return Content(folder=folder, passages=_count(folder))


def made_up(number: int) -> dict[str, bytes]:
    """Documents that have so many passages together, and one checklist more."""
    files = {"sources/made-up.yaml": _data(_SOURCES)}
    files["checklist/made-up.en.yaml"] = _data(_checklist())
    by_lang: dict[str, list[Entry]] = defaultdict(list)
    for entry in passages(number):
        by_lang[entry.lang].append(entry)
    for lang, entries in by_lang.items():
        for place, page in enumerate(_shared_out(entries)):
            files[f"guidance/made-up-{lang}-{place}.{lang}.md"] = _page(page).encode()
    return files


_SOURCES = {
    "kind": "sources",
    "sources": [
        {"key": _SOURCE, "title": "Words without meaning", "publisher": "-", "year": "-", "read": "-"}
    ],
}


def _checklist() -> dict[str, Any]:
    english = (entry for entry in passages(8 * SIGNS) if entry.lang == "en")
    signs = [_sign(number, entry) for number, entry in enumerate(islice(english, SIGNS), 1)]
    return {
        "kind": "checklist",
        "title": "A made-up checklist",
        "intro": "Look first, then ask.",
        "situations": [
            {"id": "booth", "title": "At the booth", "indicators": signs[: SIGNS // 2]},
            {"id": "walk", "title": "On the way", "indicators": signs[SIGNS // 2 :]},
        ],
    } | _HEAD


def _sign(number: int, entry: Entry) -> dict[str, Any]:
    observation = " ".join(entry.text.split()[:_WORDS_OF_A_SIGN]) + "."
    return {
        "id": f"S{number}",
        "short": entry.title,
        "observation": observation,
        "applies_to": "both",
        "points_to": [],
        "sources": [_SOURCE],
    }


def _shared_out(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    left = iter(entries)
    while page := list(islice(left, _PASSAGES_OF_A_PAGE)):
        yield page


def _page(entries: list[Entry]) -> str:
    """A guidance document: its first passage is the summary, every other one a section."""
    first, *others = entries
    head = {"kind": "guidance", "title": first.title, "summary": first.text} | _HEAD
    sections = "\n".join(f"## {entry.title}\n\n{entry.text}\n" for entry in others)
    return f"---\n{_data(head).decode()}---\n{sections}"


def _data(values: dict[str, Any]) -> bytes:
    """As YAML, a field a line; its values are JSON, which every YAML reader takes."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())
    return "".join(lines).encode()


def _count(folder: Path) -> int:
    with closing(sqlite3.connect(folder / LIBRARY)) as library:
        return int(library.execute("SELECT count(*) FROM passage").fetchone()[0])
