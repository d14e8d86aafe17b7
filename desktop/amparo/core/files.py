"""Small files of the officer's own that survive kills, full disks and a second instance of the kit."""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

Record = dict[str, Any]
_DRAFT = ".new"


class Held(Exception):
    """Another instance of the kit has the lock."""


class Unreadable(Exception):
    """The file is there and cannot be understood; it was set aside under another name."""


def replace_file(path: Path, data: bytes) -> None:
    """Write the file whole or not at all.

    Raises: OSError; the file is then as it was, and nothing half-written is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}{_DRAFT}")
    try:
        with draft.open("wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def sweep(path: Path) -> None:
    """Remove what an instance left that was killed while it wrote this file; for who holds its lock."""
    for draft in path.parent.glob(f"{path.name}.*{_DRAFT}"):
        draft.unlink(missing_ok=True)


class RecordFile:
    """One JSON object in a file, changed by one instance of the kit at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Record:
        """What the file holds; nothing where there is none yet.

        Raises:
            Unreadable: it holds something else, and is kept aside as `NAME.unreadable`.
            OSError: it could not be read at all.
        """
        try:
            record = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError) as error:
            self._set_aside()
            raise Unreadable(str(self.path)) from error
        if not isinstance(record, dict):
            self._set_aside()
            raise Unreadable(str(self.path))
        return record

    def update(self, change: Callable[[Record], Record]) -> Record:
        """Read, change and write back as one step, and return what is now there.

        What could not be understood is set aside, and the change begins afresh.

        Raises: OSError; the file is then as it was.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.path.with_name(f"{self.path.name}.lock")):
            sweep(self.path)
            record = change(self._read_or_afresh())
            replace_file(self.path, json.dumps(record, indent=1).encode())
        return record

    def _read_or_afresh(self) -> Record:
        try:
            return self.read()
        except Unreadable:
            return {}

    def _set_aside(self) -> None:
        aside = (self.path.with_name(f"{self.path.name}.unreadable{n or ''}") for n in count())
        with contextlib.suppress(OSError):  # on a read-only medium it stays where it is
            self.path.replace(next(path for path in aside if not path.exists()))


@contextlib.contextmanager
def locked(path: Path, *, waits: bool = True) -> Iterator[None]:
    """Hold the lock of another instance of the kit; the system lets go of it with the process.

    Raises: Held, where somebody else has it and `waits` is false.
    """
    with path.open("ab") as opened:
        try:
            if sys.platform == "win32":
                import msvcrt

                opened.seek(0)
                msvcrt.locking(opened.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(opened, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if waits:
                raise
            raise Held(str(path)) from error
        yield
