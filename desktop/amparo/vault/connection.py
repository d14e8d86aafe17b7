"""The connection to the store, and the guards without which nothing is read or written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from amparo.vault.errors import Damaged, NoRoom, NotWritable
from amparo.vault.header import KEY_BYTES

_PAGE_BYTES = 4096
_FULL = "disk is full"
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
        if any(words in said for words in _UNREACHABLE):
            raise NotWritable from error
        raise
    except dbapi2.IntegrityError:
        raise
    except dbapi2.DatabaseError as error:
        raise Damaged from error


def connect(path: Path, key: bytes, *, is_new: bool = False) -> Database:
    """Open a store for one thread at a time.

    Args:
        key: raw, `KEY_BYTES` long; with any other length SQLCipher would take it for a passphrase.
        is_new: make the file; otherwise it must be there.
    Raises: Damaged, NoRoom, NotWritable.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    if is_new == path.exists() or (not is_new and path.stat().st_size < _PAGE_BYTES):
        raise Damaged  # SQLite would take an empty file for a new store
    with translated():
        opened = dbapi2.connect(str(path), check_same_thread=False)
        try:
            _guard(opened, key)
        except BaseException:
            opened.close()
            raise
    return Database(opened)


def check(database: Database) -> None:
    """Look at every page.

    Raises: Damaged.
    """
    with translated():
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if database.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Damaged
        if database.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise Damaged


def copy_to(database: Database, path: Path) -> None:
    """Write a copy of the store as it is now, encrypted with the same key, as a new file.

    Raises: NoRoom, NotWritable.
    """
    with translated():
        database.execute("VACUUM INTO ?", [str(path)])


def close(database: Database) -> None:
    """Put everything into the one file, and let go of it and of the key."""
    with contextlib.suppress(dbapi2.Error):
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
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
    opened.execute(
        "SELECT count(*) FROM sqlite_master"
    ).fetchone()  # the first page opens with this key, or not
    opened.execute("PRAGMA journal_mode = WAL")


def _one(opened: Any, pragma: str) -> Any:
    row = opened.execute(pragma).fetchone()
    return row[0] if row else None
