"""Copies of a vault beside it, encrypted with the same key: the latest three."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from amparo.core.files import replace_file
from amparo.vault.connection import copy_to
from amparo.vault.errors import NotWritable
from amparo.vault.folder import VaultFolder, sync_folder

KEPT = 3
DUE_AFTER = timedelta(days=1)
_DRAFT = "making"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: header and store."""

    path: Path

    @property
    def header(self) -> Path:
        """The wrapped key, as it was."""
        return self.path / "vault.hdr"

    @property
    def database(self) -> Path:
        """The store, as it was."""
        return self.path / "vault.db"

    @property
    def made_at(self) -> datetime:
        """When, UTC."""
        return datetime.fromtimestamp(self.database.stat().st_mtime, UTC)


def backups_of(folder: VaultFolder) -> tuple[Backup, ...]:
    """The copies of a vault, the latest first."""
    try:
        numbers = [int(path.name) for path in folder.backups.iterdir() if path.name.isdecimal()]
    except OSError:
        return ()
    found = (Backup(folder.backups / str(number)) for number in sorted(numbers, reverse=True))
    return tuple(backup for backup in found if backup.database.exists() and backup.header.exists())


def is_due(folder: VaultFolder, now: datetime) -> bool:
    """Whether the latest copy is a day old, or missing."""
    latest = next(iter(backups_of(folder)), None)
    return latest is None or now - latest.made_at >= DUE_AFTER


def make(folder: VaultFolder, db: Database, *, kept: int = KEPT) -> Backup:
    """Copy the vault as it is now; then all but the latest `kept` go.

    Raises: NoRoom, NotWritable; the older copies are then untouched.
    """
    number = max((int(backup.path.name) for backup in backups_of(folder)), default=0) + 1
    made = _copied(folder, db, folder.backups / str(number))
    for old in backups_of(folder)[kept:]:
        shutil.rmtree(old.path, ignore_errors=True)
    return made


def make_at(folder: VaultFolder, db: Database, target: Path) -> Backup:
    """Copy the vault to a new folder of the officer's choice, such as one on a stick.

    Raises: NoRoom, NotWritable.
    """
    return _copied(folder, db, target)


def drop(folder: VaultFolder) -> None:
    """Remove all copies beside the vault."""
    shutil.rmtree(folder.backups, ignore_errors=True)


def put_back(folder: VaultFolder, backup: Backup, now: Callable[[], datetime]) -> None:
    """Put a copy in the place of the store and the header; what stood there is kept aside.

    Raises: NotWritable; the store is then as it was.
    """
    aside = folder.path / f"damaged-{now():%Y%m%d-%H%M%S}"
    try:
        store, header = backup.database.read_bytes(), backup.header.read_bytes()
        aside.mkdir(exist_ok=True)
        for path in (folder.database, *_logs(folder.database), folder.header):
            if path.exists():
                shutil.copy2(path, aside / path.name)
        for path in _logs(folder.database):
            path.unlink(missing_ok=True)
        replace_file(folder.database, store)
        replace_file(folder.header, header)
    except OSError as error:
        raise NotWritable from error


def _copied(folder: VaultFolder, db: Database, target: Path) -> Backup:
    draft = target.with_name(f"{_DRAFT}-{target.name}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True)
        copy_to(db, draft / "vault.db")
        shutil.copy2(folder.header, draft / "vault.hdr")
        for path in draft.iterdir():
            _sync(path)
        draft.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise NotWritable from error
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Backup(target)


def _logs(database: Path) -> tuple[Path, ...]:
    return tuple(database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm"))


def _sync(path: Path) -> None:
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())
