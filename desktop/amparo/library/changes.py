"""Which pages another edition has changed, kept with it."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from amparo.core.model import PageId
from amparo.library import tables
from amparo.library.manifest import LIBRARY

FILE = "changes.json"
_SEEN = ", ".join((*tables.PLAIN, *tables.LISTS, "notes", "blocks"))


def write_changes(old: Path, new: Path) -> None:
    """Write into a folder of content which of its pages are new or changed against another folder.

    Raises: OSError, sqlite3.Error.
    """
    before, after = _pages(old), _pages(new)
    changed = [page for page in after if after[page] != before.get(page)]
    (new / FILE).write_text(json.dumps(changed), encoding="utf-8")


def changed_pages(folder: Path) -> frozenset[PageId]:
    """The pages that changed with this edition; none where nobody knows."""
    try:
        return frozenset(PageId(str(page)) for page in json.loads((folder / FILE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return frozenset()


def _pages(folder: Path) -> dict[str, bytes]:
    """What each page says, in all its languages, as one hash."""
    found: dict[str, bytes] = {}
    address = f"{(folder / LIBRARY).absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as db:
        for row in db.execute(f"SELECT id, {_SEEN} FROM page ORDER BY id, lang"):
            said = json.dumps(row[1:]).encode()
            found[row[0]] = sha256(found.get(row[0], b"") + said).digest()
    return found
