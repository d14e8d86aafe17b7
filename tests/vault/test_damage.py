"""Files that are not what was written: told as damage, never as a wrong passphrase, and a backup helps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.backups import backups_of
from amparo.vault.errors import Damaged
from amparo.vault.opening import restore, unlock
from amparo.vault.vault import Vault
from tests.vault.conftest import PASSPHRASE, Clock

SOON = date(2026, 12, 26)
PAGE = 4096


@pytest.fixture
def closed(vault: Vault) -> Vault:
    """A vault of many pages with one backup, locked."""
    for number in range(40):
        case = vault.cases.open(review_on=SOON)
        vault.cases.save(replace(case, filled={"notes": f"{number} " + "x" * 2000}))
    vault.back_up()
    vault.close()
    return vault


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def last_page(path: Path) -> int:
    return path.stat().st_size - PAGE + 100


@pytest.mark.parametrize(
    "place",
    [
        lambda _path: 0,
        lambda _path: 100,
        lambda path: path.stat().st_size // PAGE // 2 * PAGE + 17,
        last_page,
        lambda path: path.stat().st_size - 1,
    ],
    ids=["salt", "first page", "middle page", "last page", "last byte"],
)
def test_a_flipped_bit_is_damage_and_a_backup_helps(
    closed: Vault, clock: Clock, opened: list[Vault], place: Callable[[Path], int]
) -> None:
    flip(closed.folder.database, place(closed.folder.database))
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)
    [backup] = backups_of(closed.folder)
    again = restore(closed.folder, backup, PASSPHRASE, now=clock)
    opened.append(again)
    assert len(again.cases.all()) == 40


@pytest.mark.parametrize("left", [b"", b"x", bytes(PAGE)], ids=["empty", "a byte", "zeros"])
def test_a_database_that_is_not_there_or_nothing_is_damage(closed: Vault, clock: Clock, left: bytes) -> None:
    closed.folder.database.write_bytes(left)
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)
    closed.folder.database.unlink()
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)


def test_a_cut_database_is_damage(closed: Vault, clock: Clock) -> None:
    data = closed.folder.database.read_bytes()
    closed.folder.database.write_bytes(data[: len(data) // PAGE // 2 * PAGE])
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)


def test_a_damaged_header_is_replaced_by_that_of_a_backup(
    closed: Vault, clock: Clock, opened: list[Vault]
) -> None:
    closed.folder.header.write_bytes(b"{}")
    again = unlock(closed.folder, PASSPHRASE, now=clock)
    opened.append(again)
    assert len(again.cases.all()) == 40
    again.change_passphrase(PASSPHRASE, "rio puerta silla verde mapa")
    again.close()
    opened.append(unlock(closed.folder, "rio puerta silla verde mapa", now=clock))


def test_without_any_header_it_is_damage(closed: Vault, clock: Clock) -> None:
    [backup] = backups_of(closed.folder)
    for path in (closed.folder.header, backup.header):
        path.write_bytes(b"\0" * 200)
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)


def test_a_damaged_backup_is_refused_before_anything_is_moved(closed: Vault, clock: Clock) -> None:
    [backup] = backups_of(closed.folder)
    flip(backup.database, last_page(backup.database))
    before = closed.folder.database.read_bytes()
    with pytest.raises(Damaged):
        restore(closed.folder, backup, PASSPHRASE, now=clock)
    assert closed.folder.database.read_bytes() == before
    assert not list(closed.folder.path.glob("damaged-*"))


def test_damage_that_comes_while_it_is_open_is_told_as_damage(closed: Vault, clock: Clock) -> None:
    vault = unlock(closed.folder, PASSPHRASE, now=clock)
    data = bytearray(closed.folder.database.read_bytes())
    for page in range(1, len(data) // PAGE):
        data[page * PAGE + 50] ^= 1
    closed.folder.database.write_bytes(data)
    vault.cases._table._db.execute("PRAGMA shrink_memory")  # what it remembers would be read otherwise
    try:
        with pytest.raises(Damaged):
            vault.cases.all()
    finally:
        vault.close()
