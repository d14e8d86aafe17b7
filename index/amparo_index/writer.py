"""Building an index from passages."""

import contextlib
import random
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage

from amparo_index import folder as files
from amparo_index.model import Entry, Tick
from amparo_index.schema import document, schema


def build(entries: Iterable[Entry], folder: Path, tick: Tick) -> str:
    """Build an index of one segment in the folder, in the place of any other, and return its digest.

    The same entries give the same bytes under the same PYTHONHASHSEED; the same answers always.

    Raises:
        ValueError: two entries have one key.
        OSError: it could not be written. Then, and where tick raises, the folder holds no index.
    """
    # Documents lie in the order of their keys, and so do hits of one score.
    ordered = sorted(entries, key=lambda entry: entry.key)
    for one, next_one in pairwise(ordered):
        if one.key == next_one.key:
            raise ValueError(f"two entries have the key {one.key!r}")
    files.clear(folder)
    try:
        with _same_names():
            _write(ordered, folder, tick)
        return files.seal(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            files.clear(folder)
        raise


class _Memory(RamStorage):  # type: ignore[misc]  # whoosh is untyped
    """Files in memory; the passing ones in a folder of our own: Whoosh would share one among programs."""

    def __init__(self, passing: Path) -> None:
        super().__init__()
        self._passing = passing

    def temp_storage(self, name: str | None = None) -> FileStorage:  # noqa: ARG002 - Whoosh gives one
        """Where a segment is put together, and what does not fit into memory is sorted."""
        return FileStorage(str(self._passing), supports_mmap=False).create()


def _write(entries: list[Entry], folder: Path, tick: Tick) -> None:
    with tempfile.TemporaryDirectory(dir=folder, prefix="passing-", ignore_cleanup_errors=True) as passing:
        # a third sooner than in the folder itself, whose files Whoosh looks up for every term
        made = _Memory(Path(passing) / "files")
        _fill(made.create_index(schema()), entries, tick)
    for name in made.list():
        with made.open_file(name) as opened:
            (folder / name).write_bytes(opened.read())


def _fill(index: Any, entries: list[Entry], tick: Tick) -> None:
    writer = index.writer()
    try:
        for done, entry in enumerate(entries):
            tick(done, len(entries))
            writer.add_document(**document(entry))
        tick(len(entries), len(entries))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)


@contextlib.contextmanager
def _same_names() -> Iterator[None]:
    """Draw the names of files, which Whoosh takes from Python's common generator, alike each time."""
    state = random.getstate()
    random.seed(0)
    try:
        yield
    finally:
        random.setstate(state)
