"""Nothing is opened without the cipher, and what sqlcipher3 says reaches nobody."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from amparo.vault import connection
from amparo.vault.connection import connect
from amparo.vault.errors import Damaged, InUse, NoRoom, NotWritable
from amparo.vault.header import new_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused(path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(path, bytes(length), is_new=True)
    assert not path.exists()


def test_a_missing_file_is_damage_and_is_not_made(path: Path) -> None:
    with pytest.raises(Damaged):
        connect(path, new_key())
    assert not path.exists()


def test_an_existing_file_is_never_made_anew(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(Damaged):
        connect(path, new_key(), is_new=True)


@pytest.mark.parametrize(
    ("pragma", "answer"), [("cipher_status", "0"), ("cipher_version", ""), ("temp_store", 1)]
)
def test_a_connection_that_would_write_in_clear_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str, answer: object
) -> None:
    real = connection._one
    monkeypatch.setattr(
        connection, "_one", lambda opened, asked: answer if pragma in asked else real(opened, asked)
    )
    with pytest.raises(RuntimeError):
        connect(path, new_key(), is_new=True)


def test_what_is_open_keeps_temporary_tables_in_memory_and_deletes_for_good(path: Path) -> None:
    db = connect(path, new_key(), is_new=True)
    asked = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("temp_store", "secure_delete", "foreign_keys", "synchronous", "journal_mode")
    }
    connection.close(db)
    assert asked == {
        "temp_store": 2, "secure_delete": 1, "foreign_keys": 1, "synchronous": 2, "journal_mode": "wal",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (dbapi2.OperationalError("database or disk is full"), NoRoom),
        (dbapi2.OperationalError("attempt to write a readonly database"), NotWritable),
        (dbapi2.OperationalError("disk I/O error"), NotWritable),
        (dbapi2.OperationalError("database is locked"), InUse),
        (dbapi2.DatabaseError("file is not a database"), Damaged),
        (dbapi2.DatabaseError("database disk image is malformed"), Damaged),
    ],
)
def test_what_sqlcipher_says_is_told_in_our_words(raised: Exception, told: type[Exception]) -> None:
    with pytest.raises(told), connection.translated():
        raise raised


@pytest.mark.parametrize("is_new", [True, False])
def test_the_sqlite_of_python_itself_is_refused_before_it_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    if not is_new:
        with contextlib.closing(sqlite3.connect(path)) as plain:
            plain.execute("CREATE TABLE t (x)")
        before = path.read_bytes()
    monkeypatch.setattr(dbapi2, "connect", sqlite3.connect)
    with pytest.raises(RuntimeError, match="does not encrypt"):
        connect(path, new_key(), is_new=is_new)
    assert path.read_bytes() == (b"" if is_new else before)


def test_a_store_in_clear_is_not_taken_for_ours(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE t (x)")
    with pytest.raises(Damaged):
        connect(path, new_key())


def test_another_key_opens_nothing(path: Path) -> None:
    connection.close(connect(path, new_key(), is_new=True))
    db = connect(path.with_name("b.db"), key := new_key(), is_new=True)
    db.execute("CREATE TABLE t (x)")
    connection.close(db)
    with pytest.raises(Damaged):
        connect(path.with_name("b.db"), new_key())
    connection.close(connect(path.with_name("b.db"), key))


def test_a_copy_is_only_read(path: Path) -> None:
    key = new_key()
    db = connect(path, key, is_new=True)
    db.execute("CREATE TABLE t (x)")
    connection.copy_to(db, path.with_name("copy.db"))
    connection.close(db)
    copy = connect(path.with_name("copy.db"), key, is_copy=True)
    connection.check(copy)
    with pytest.raises(NotWritable), connection.translated():
        copy.execute("INSERT INTO t VALUES (1)")
    connection.close(copy)
    assert {other.name for other in path.parent.iterdir()} == {"vault.db", "copy.db"}
