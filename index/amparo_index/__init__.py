"""Full-text search over passages, offline: build an index, ask it, cut excerpts. The only home of Whoosh.

Importing this does not import Whoosh, which would cost the first window 150 ms; `Searcher` and `build` do.
"""

from typing import TYPE_CHECKING

from amparo_index.excerpt import Excerpt, excerpt
from amparo_index.folder import digest
from amparo_index.lean import load_whoosh
from amparo_index.model import SCHEMA, Answer, Concept, Entry, Hit, IndexDamaged, IndexOutdated, Tick

if TYPE_CHECKING:
    from amparo_index.searcher import Searcher
    from amparo_index.writer import build

__all__ = [
    "SCHEMA",
    "Answer",
    "Concept",
    "Entry",
    "Excerpt",
    "Hit",
    "IndexDamaged",
    "IndexOutdated",
    "Searcher",
    "Tick",
    "build",
    "digest",
    "excerpt",
]


def __getattr__(name: str) -> object:
    if name == "Searcher":
        load_whoosh()
        from amparo_index.searcher import Searcher

        return Searcher
    if name == "build":
        load_whoosh()
        from amparo_index.writer import build

        return build
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
