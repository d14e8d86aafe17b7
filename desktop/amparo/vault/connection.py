"""The connection to the store, and the guards without which nothing is read or written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from amparo.vault.errors import Damaged, InUse, NoRoom, NotWritable
from amparo.vault.header import KEY_BYTES

_PAGE_BYTES = 4096
_FULL = "disk is full"
_LOCKED = "is locked"
_UNREACHABLE = ("readonly", "unable to open", "disk I/O error")


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Tell what sqlcipher3 meets in our own errors; its classes are none of `sqlite3`'s."""
    try:
        yield
    except dbapi2.OperationalError as error:
        said = str(error)
        if _FULL in said:
            raise NoRoom from error
        if _LOCKED in said:
            raise InUse from error
        if any(words in said for words in _UNREACHABLE):
            raise NotWritable from error
        raise
    except dbapi2.IntegrityError:
        raise
    except dbapi2.DatabaseError as error:
        raise Damaged from error


def connect(path: Path, key: bytes, *, is_new: bool = False, is_copy: bool = False) -> Database:
    """Open a store for one thread at a time.

    Args:
        key: raw, `KEY_BYTES` long; with any other length SQLCipher would take it for a passphrase.
        is_new: make the file; otherwise it must be there.
        is_copy: only read, and leave no trace; the disk may be write-protected.
    Raises: Damaged, NoRoom, NotWritable.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    if is_new == path.exists() or (not is_new and path.stat().st_size < _PAGE_BYTES):
        raise Damaged  # SQLite would take an empty file for a new store
    with translated():
        where = f"{address_of(path.absolute())}?mode=ro&immutable=1" if is_copy else str(path)
        opened = dbapi2.connect(where, check_same_thread=False, uri=is_copy)
        try:
            _guard(opened, key)
            if not is_copy:
                opened.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            opened.close()
            raise
    return Database(opened)


def address_of(path: PurePath) -> str:
    """The path as SQLite takes it with options; a share of another computer is no authority to it."""
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("file://", "file:////", 1)


def check(database: Database) -> None:
    """Look at every page.

    Raises: Damaged.
    """
    empty_log(database)
    with translated():
        if database.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Damaged
        if database.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise Damaged


def empty_log(database: Database) -> None:
    """Put everything into the one file: nothing older stays in the log beside it.

    Raises: NoRoom, NotWritable, Damaged.
    """
    with translated():
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copy_to(database: Database, path: Path) -> None:
    """Write a copy of the store as it is now, encrypted with the same key, as a new file.

    Raises: NoRoom, NotWritable.
    """
    with translated():
        database.execute("VACUUM INTO ?", [str(path)])


def close(database: Database) -> None:
    """Put everything into the one file, and let go of it and of the key."""
    with contextlib.suppress(dbapi2.Error):
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.close()


def _guard(opened: Any, key: bytes) -> None:
    opened.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal otherwise
    opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if _one(opened, "PRAGMA cipher_status") != "1" or not _one(opened, "PRAGMA cipher_version"):
        raise RuntimeError("this SQLite does not encrypt")
    opened.execute("PRAGMA cipher_memory_security = ON")
    opened.execute("PRAGMA temp_store = MEMORY")
    if _one(opened, "PRAGMA temp_store") != 2:
        raise RuntimeError("temporary tables would be written in clear")
    opened.execute("PRAGMA foreign_keys = ON")
    opened.execute("PRAGMA secure_delete = ON")
    opened.execute("PRAGMA synchronous = FULL")
    _one(opened, "SELECT count(*) FROM sqlite_master")  # the first page opens with this key, or not


def _one(opened: Any, asked: str) -> Any:
    row = opened.execute(asked).fetchone()
    return row[0] if row else None
