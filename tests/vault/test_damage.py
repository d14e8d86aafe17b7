"""Files that are not what was written: told as damage, never as a wrong passphrase, and a backup helps."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.audit import Deed
from amparo.vault.backups import backups_of
from amparo.vault.errors import Damaged
from amparo.vault.folder import VaultFolder
from amparo.vault.opening import restore, unlock
from amparo.vault.vault import Vault
from tests.vault.conftest import PASSPHRASE, Clock

SOON = date(2026, 12, 26)
PAGE = 4096
CASES = 10


@pytest.fixture
def closed(vault: Vault) -> Vault:
    """A vault of many pages with one backup, locked."""
    with vault.cases._table.transaction():
        for number in range(CASES):
            case = vault.cases.open(review_on=SOON)
            vault.cases.save(replace(case, filled={"notes": f"{number} " + "x" * 8000}))
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
    assert len(again.cases.all()) == CASES


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
    assert len(again.cases.all()) == CASES
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
    codes = [case.code for case in vault.cases.all()]
    data = bytearray(closed.folder.database.read_bytes())
    for page in range(1, len(data) // PAGE):
        data[page * PAGE + 50] ^= 1
    closed.folder.database.write_bytes(data)
    vault.cases._table._db.execute("PRAGMA shrink_memory")  # what it remembers would be read otherwise
    asked: list[Callable[[], object]] = [
        vault.cases.all,
        vault.visits.all,
        vault.screenings.drafts,
        vault.audit.entries,
        vault.audit.last,
        vault.back_up,
        vault.post.cards,
        lambda: vault.cases.open(review_on=SOON),
        lambda: vault.referrals.begin(codes[0], {}),
        lambda: vault.destroy(cases=tuple(codes)),
        lambda: vault.log(Deed.PRINTED),
        lambda: vault.due(SOON),
        lambda: vault.post.setting("inbox"),
    ]
    try:
        for ask in asked:
            with pytest.raises(Damaged):
                ask()
    finally:
        vault.close()
    [backup] = backups_of(closed.folder)
    again = restore(closed.folder, backup, PASSPHRASE, now=clock)
    assert len(again.cases.all()) == CASES
    again.close()


def test_every_page_is_looked_at(closed: Vault, clock: Clock, opened: list[Vault]) -> None:
    whole = closed.folder.database.read_bytes()
    for page in range(len(whole) // PAGE):
        flip(closed.folder.database, page * PAGE + random.randrange(PAGE))  # noqa: S311 - no secret
        with pytest.raises(Damaged):
            unlock(closed.folder, PASSPHRASE, now=clock)
        closed.folder.database.write_bytes(whole)
    opened.append(unlock(closed.folder, PASSPHRASE, now=clock))


@pytest.mark.parametrize("at", [0, 20, 60, 150, 200])
def test_a_flip_in_the_header_is_damage_or_made_up_for_by_a_backup(
    closed: Vault, clock: Clock, opened: list[Vault], at: int
) -> None:
    [backup] = backups_of(closed.folder)
    whole = closed.folder.header.read_bytes()
    aside = backup.header.replace(closed.folder.path / "elsewhere")
    flip(closed.folder.header, at)
    with pytest.raises(Damaged):
        unlock(closed.folder, PASSPHRASE, now=clock)
    aside.replace(backup.header)
    opened.append(unlock(closed.folder, PASSPHRASE, now=clock))
    assert closed.folder.header.read_bytes() == whole


def test_a_flip_in_the_header_of_a_backup_is_damage(closed: Vault, clock: Clock) -> None:
    [backup] = backups_of(closed.folder)
    flip(backup.header, 90)
    with pytest.raises(Damaged):
        restore(closed.folder, backup, PASSPHRASE, now=clock)
    assert not list(closed.folder.path.glob("damaged-*"))


@pytest.mark.parametrize("left", [b"", b"x" * 10, bytes(3 * PAGE)], ids=["empty", "ten bytes", "zeros"])
def test_a_backup_that_is_nothing_is_refused(closed: Vault, clock: Clock, left: bytes) -> None:
    [backup] = backups_of(closed.folder)
    backup.database.write_bytes(left)
    before = closed.folder.database.read_bytes()
    with pytest.raises(Damaged):
        restore(closed.folder, backup, PASSPHRASE, now=clock)
    assert closed.folder.database.read_bytes() == before


@pytest.fixture
def with_log(vault: Vault, tmp_path: Path) -> Path:
    """The files of a vault as a kill leaves them: fifteen cases, of which the store knows none yet."""
    for number in range(15):
        case = vault.cases.open(review_on=SOON)
        vault.cases.save(replace(case, filled={"notes": f"{number} " + "x" * 2000}))
    left = tmp_path / "left"
    shutil.copytree(vault.folder.path, left, ignore=shutil.ignore_patterns("*-shm"))
    vault.close()
    return left


@pytest.mark.parametrize("part", range(9))
def test_a_flip_in_the_log_of_a_killed_kit_takes_the_end_and_leaves_a_whole(
    with_log: Path, clock: Clock, part: int
) -> None:
    """SQLite takes a log up to its first bad frame, as after a power cut: what was before it is whole."""
    folder = VaultFolder(with_log)
    wal = folder.database.with_name("vault.db-wal")
    flip(wal, (wal.stat().st_size - 1) * part // 8)
    try:
        vault = unlock(folder, PASSPHRASE, now=clock)
    except Damaged:
        return
    numbers = sorted(int(str(case.filled["notes"]).split()[0]) for case in vault.cases.all() if case.filled)
    assert numbers == list(range(len(numbers)))
    assert vault.log_fault is None
    vault.close()


def test_the_log_of_a_killed_kit_is_taken_whole(with_log: Path, clock: Clock) -> None:
    vault = unlock(VaultFolder(with_log), PASSPHRASE, now=clock)
    assert len(vault.cases.all()) == 15
    vault.close()
