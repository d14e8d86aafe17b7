"""Building an index from passages."""

import contextlib
import random
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from whoosh.filedb.filestore import RamStorage

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
    """Files in memory, the passing ones too: Whoosh would share a folder of the system among programs."""

    def temp_storage(self, name: str | None = None) -> RamStorage:  # noqa: ARG002 - Whoosh gives one
        """Where a segment is put together."""
        return _Memory()


def _write(entries: list[Entry], folder: Path, tick: Tick) -> None:
    made = _Memory()  # a third sooner than in the folder, whose files Whoosh looks up for every term
    index = made.create_index(schema())
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
    for name in made.list():
        with made.open_file(name) as opened:
            (folder / name).write_bytes(opened.read())


@contextlib.contextmanager
def _same_names() -> Iterator[None]:
    """Draw the names of files, which Whoosh takes from Python's common generator, alike each time."""
    state = random.getstate()
    random.seed(0)
    try:
        yield
    finally:
        random.setstate(state)
