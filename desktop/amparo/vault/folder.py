"""Where the vaults lie. A folder tells its number and its age, and nothing else."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from amparo.core.files import locked

_DRAFT = "making-"


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """The files of one vault."""

    path: Path

    @property
    def number(self) -> int:
        """By which its officer knows it."""
        return int(self.path.name)

    @property
    def header(self) -> Path:
        """The wrapped key."""
        return self.path / "vault.hdr"

    @property
    def database(self) -> Path:
        """The store."""
        return self.path / "vault.db"

    @property
    def backups(self) -> Path:
        """Copies of both, each in a folder of its own."""
        return self.path / "backups"

    @property
    def ballast(self) -> Path:
        """Room kept free for a full disk."""
        return self.path / "ballast"

    @property
    def tries(self) -> Path:
        """How many wrong passphrases there were."""
        return self.path / "tries.json"

    @property
    def lock(self) -> Path:
        """Held while it is open."""
        return self.path / "lock"

    @property
    def last_used(self) -> datetime:
        """When something was last written to it, UTC."""
        latest = 0.0
        for path in (self.header, self.database):
            with contextlib.suppress(OSError):
                latest = max(latest, path.stat().st_mtime)
        return datetime.fromtimestamp(latest, UTC)


def folders(root: Path) -> tuple[VaultFolder, ...]:
    """The vaults of this computer by their numbers; also damaged ones, that lack a file."""
    try:
        found = [VaultFolder(path) for path in root.iterdir() if path.name.isdecimal() and path.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda folder: folder.number))


@contextlib.contextmanager
def new_folder(root: Path) -> Iterator[VaultFolder]:
    """A folder to fill, under the next free number once it is whole; nothing of it stays if that fails.

    Raises: OSError.
    """
    root.mkdir(parents=True, exist_ok=True)
    with locked(root / "lock"):
        for left in root.glob(f"{_DRAFT}*"):  # of a kit that was killed: nobody else makes one now
            shutil.rmtree(left, ignore_errors=True)
        number = max((folder.number for folder in folders(root)), default=0) + 1
        draft = root / f"{_DRAFT}{number}"
        draft.mkdir()
        try:
            yield VaultFolder(draft)
            draft.rename(root / str(number))
            sync_folder(root)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise


def sync_folder(path: Path) -> None:
    """Make a rename last through a power cut, where the system can."""
    if os.name == "posix":
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
