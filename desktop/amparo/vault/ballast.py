"""A file of no use but its room: on a full disk, deleting needs some too."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from amparo.vault.errors import NoRoom, NotWritable

BALLAST_BYTES = 8 * 1024 * 1024


def lay(path: Path) -> None:
    """Take the room, where there is some and it was not taken before; a half of it is of no use."""
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size == BALLAST_BYTES:
            return
        try:
            path.write_bytes(os.urandom(BALLAST_BYTES))  # no zeros, which some disks do not store
        except OSError:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def dropped(path: Path) -> Iterator[None]:
    """Give the room free for what is done within, and take it again afterwards if it is still there.

    Raises: NoRoom, where there was no ballast to drop; NotWritable.
    """
    try:
        path.unlink()
    except FileNotFoundError as error:
        raise NoRoom from error
    except OSError as error:
        raise NotWritable from error
    try:
        yield
    finally:
        lay(path)
