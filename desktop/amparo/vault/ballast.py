"""A file of no use but its room: on a full disk, deleting needs some too."""

import contextlib
import os
from collections.abc import Callable, Iterator
from io import RawIOBase
from pathlib import Path
from typing import TypeVar

from amparo.vault.errors import NoRoom, NotWritable

BALLAST_BYTES = 8 * 1024 * 1024
_STEP_BYTES = 1024 * 1024
Done = TypeVar("Done")


def lay(path: Path) -> int:
    """Take the room that was not taken before, as much of it as there is, and return how much is held."""
    held = 0
    with contextlib.suppress(OSError), path.open("ab", buffering=0) as opened:
        held = opened.tell() // _STEP_BYTES * _STEP_BYTES
        try:
            while held < BALLAST_BYTES and _takes(opened):
                held += _STEP_BYTES
        finally:
            opened.truncate(held)
    return held


def _takes(opened: RawIOBase) -> bool:
    data = os.urandom(_STEP_BYTES)  # no zeros, which some disks do not store
    with contextlib.suppress(OSError):
        return opened.write(data) == _STEP_BYTES
    return False


def with_reserve(path: Path, work: Callable[[], Done]) -> Done:
    """Do what must work on a full disk: without room, once more with that of the ballast.

    Raises: NoRoom, NotWritable.
    """
    try:
        return work()
    except NoRoom:
        with dropped(path):
            return work()


@contextlib.contextmanager
def dropped(path: Path) -> Iterator[None]:
    """Give the room free for what is done within, and take it again afterwards if it is still there.

    Raises: NoRoom, where there was no ballast to drop; NotWritable.
    """
    try:
        is_empty = path.stat().st_size == 0
        path.unlink()
        if is_empty:
            raise NoRoom
    except FileNotFoundError as error:
        raise NoRoom from error
    except OSError as error:
        raise NotWritable from error
    try:
        yield
    finally:
        lay(path)
