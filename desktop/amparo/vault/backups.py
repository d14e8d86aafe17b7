"""Copies of a vault beside it, encrypted with the same key: the latest three."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from amparo.core.files import replace_file
from amparo.vault.connection import copy_to
from amparo.vault.errors import Damaged, of_disk
from amparo.vault.folder import VaultFolder, sync_folder
from amparo.vault.header import Header, encode, read

KEPT = 3
DUE_AFTER = timedelta(days=1)
_DRAFT = "making"
_ASIDE = "damaged-"
_HEADER, _STORE = "vault.hdr", "vault.db"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: header and store."""

    path: Path

    @property
    def header(self) -> Path:
        """The wrapped key, as it was."""
        return self.path / _HEADER

    @property
    def database(self) -> Path:
        """The store, as it was."""
        return self.path / _STORE

    @property
    def made_at(self) -> datetime:
        """When, UTC."""
        return datetime.fromtimestamp(self.database.stat().st_mtime, UTC)


def backups_of(folder: VaultFolder) -> tuple[Backup, ...]:
    """The copies of a vault that lack no file, the latest first."""
    return tuple(backup for backup in _all(folder) if backup.database.exists() and backup.header.exists())


def is_due(folder: VaultFolder, now: datetime) -> bool:
    """Whether the latest copy is a day old, or missing."""
    latest = next(iter(backups_of(folder)), None)
    return latest is None or now - latest.made_at >= DUE_AFTER


def make(folder: VaultFolder, db: Database, *, kept: int = KEPT) -> Backup:
    """Copy the vault as it is now; then all but the latest `kept` go, and those that lack a file.

    Raises: NoRoom, NotWritable; the older copies are then untouched.
    """
    number = max((int(backup.path.name) for backup in _all(folder)), default=0) + 1
    made = _copied(folder, db, folder.backups / str(number))
    whole = {backup.path for backup in backups_of(folder)[:kept]}
    for path in set(folder.backups.iterdir()) - whole:
        shutil.rmtree(path, ignore_errors=True)
    return made


def make_at(folder: VaultFolder, db: Database, target: Path) -> Backup:
    """Copy the vault to a new folder of the officer's choice, such as one on a stick.

    Raises: NoRoom, NotWritable.
    """
    return _copied(folder, db, target)


def drop(folder: VaultFolder) -> None:
    """Remove all copies beside the vault."""
    shutil.rmtree(folder.backups, ignore_errors=True)


def drop_aside(folder: VaultFolder) -> None:
    """Remove the damaged files that restoring kept: they hold what is destroyed now."""
    for path in folder.path.glob(f"{_ASIDE}*"):
        shutil.rmtree(path, ignore_errors=True)


def give_header(folder: VaultFolder, head: Header) -> None:
    """Let whatever lies beside the vault open with its passphrase only, unless it has another key.

    Raises: OSError.
    """
    data = encode(head)
    for path in (*folder.backups.glob(f"*/{_HEADER}"), *folder.path.glob(f"{_ASIDE}*/{_HEADER}")):
        try:
            before = read(path)
        except Damaged:
            before = head
        if before.mark == head.mark and path.read_bytes() != data:
            replace_file(path, data)


def put_back(folder: VaultFolder, backup: Backup, now: Callable[[], datetime]) -> None:
    """Put a copy in the place of the store and the header; what stood there is kept aside.

    Raises: NotWritable; the store is then as it was.
    """
    named = f"{_ASIDE}{now():%Y%m%d-%H%M%S}"
    places = (folder.path / f"{named}{f'-{n}' if n else ''}" for n in count())
    aside = next(path for path in places if not path.exists())
    try:
        store, header = backup.database.read_bytes(), backup.header.read_bytes()
        aside.mkdir()
        for path in (folder.database, *_logs(folder.database), folder.header):
            if path.exists():
                shutil.copy2(path, aside / path.name)
        for path in _logs(folder.database):
            path.unlink(missing_ok=True)
        replace_file(folder.database, store)
        replace_file(folder.header, header)
    except OSError as error:
        raise of_disk(error) from error


def _all(folder: VaultFolder) -> tuple[Backup, ...]:
    try:
        numbers = [int(path.name) for path in folder.backups.iterdir() if path.name.isdecimal()]
    except OSError:
        return ()
    return tuple(Backup(folder.backups / str(number)) for number in sorted(numbers, reverse=True))


def _copied(folder: VaultFolder, db: Database, target: Path) -> Backup:
    draft = target.with_name(f"{_DRAFT}-{target.name}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True)
        copy_to(db, draft / _STORE)
        shutil.copy2(folder.header, draft / _HEADER)
        for path in draft.iterdir():
            _sync(path)
        draft.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise of_disk(error) from error
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Backup(target)


def _logs(database: Path) -> tuple[Path, ...]:
    return tuple(database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm"))


def _sync(path: Path) -> None:
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())
