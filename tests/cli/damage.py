"""Ways in which a folder of content goes bad."""

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from amparo.library.manifest import INDEX, LIBRARY, MANIFEST
from amparo.library.tables import VERSION


def flip(path: Path) -> None:
    """Change one bit in the middle."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def library_flipped(folder: Path) -> None:
    flip(folder / LIBRARY)


def library_rotten(folder: Path) -> None:
    """All of its pages but the first two."""
    data = (folder / LIBRARY).read_bytes()
    (folder / LIBRARY).write_bytes(data[:8192] + b"\xa5" * (len(data) - 8192))


def library_halved(folder: Path) -> None:
    data = (folder / LIBRARY).read_bytes()
    (folder / LIBRARY).write_bytes(data[: len(data) // 2])


def library_gone(folder: Path) -> None:
    (folder / LIBRARY).unlink()


def library_of_another_version(folder: Path) -> None:
    """As a newer program builds it: whole, and with a manifest that fits."""
    before = sha256((folder / LIBRARY).read_bytes()).hexdigest()
    with closing(sqlite3.connect(folder / LIBRARY)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    after = sha256((folder / LIBRARY).read_bytes()).hexdigest()
    said = (folder / MANIFEST).read_text(encoding="utf-8")
    assert before in said
    (folder / MANIFEST).write_text(said.replace(before, after), encoding="utf-8")


def manifest_gone(folder: Path) -> None:
    (folder / MANIFEST).unlink()


def manifest_junk(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(b"\0\0")


def everything_gone(folder: Path) -> None:
    shutil.rmtree(folder)


def index_flipped(folder: Path) -> None:
    flip(max((folder / INDEX).iterdir(), key=lambda path: path.stat().st_size))


def index_gone(folder: Path) -> None:
    shutil.rmtree(folder / INDEX)


def index_short_of_a_file(folder: Path) -> None:
    max((folder / INDEX).iterdir(), key=lambda path: path.stat().st_size).unlink()


LIBRARY_DAMAGE = [
    library_flipped,
    library_rotten,
    library_halved,
    library_gone,
    library_of_another_version,
    manifest_gone,
    manifest_junk,
    everything_gone,
]
INDEX_DAMAGE = [index_flipped, index_gone, index_short_of_a_file]
