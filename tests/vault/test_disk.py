"""A disk that is full, or takes nothing."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.ballast import BALLAST_BYTES
from amparo.vault.erase import erase
from amparo.vault.errors import NoRoom, NotWritable, WrongPassphrase
from amparo.vault.folder import folders
from amparo.vault.opening import create, restore, unlock
from amparo.vault.records import Case, KeptScreening
from amparo.vault.vault import Vault
from tests.programs import environment
from tests.vault.conftest import CHEAP, PASSPHRASE, Clock

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root can mount a small disk"
)
SOON = date(2026, 12, 26)
FILL = "full"
FILL_UP = """
import os, sys, time
from dataclasses import replace
from datetime import date
from pathlib import Path
from amparo.vault.errors import NoRoom
from amparo.vault.folder import VaultFolder
from amparo.vault.opening import unlock

vault = unlock(VaultFolder(Path(sys.argv[1])), sys.argv[2])
try:
    while True:
        case = vault.cases.open(review_on=date(2026, 12, 26))
        vault.cases.save(replace(case, filled={"notes": os.urandom(30_000).hex()}))
        print(case.code, flush=True)
except NoRoom:
    print("full", flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def little_ballast() -> None:
    """Here it is as large as in life."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MiB; the ballast takes 8 of them."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def root(disk: Path) -> Path:
    return disk / "vaults"


def fill(disk: Path) -> None:
    with (disk / FILL).open("wb", buffering=0) as opened, contextlib.suppress(OSError):
        while opened.write(os.urandom(4096)):
            pass


def kept(vault: Vault, size: int = 1000) -> Case:
    case = vault.cases.open(review_on=SOON)
    changed = replace(case, filled={"notes": os.urandom(size).hex()})
    vault.cases.save(changed)
    return changed


def save_until_full(vault: Vault, case: Case) -> None:
    for _time in range(2000):
        vault.cases.save(replace(case, filled={"notes": os.urandom(4000).hex()}))


def test_a_full_disk_refuses_to_save_and_loses_nothing(
    vault: Vault, disk: Path, clock: Clock, opened: list[Vault]
) -> None:
    case = kept(vault)
    fill(disk)
    with pytest.raises(NoRoom):
        save_until_full(vault, kept(vault))
    (disk / FILL).unlink()
    vault.close()
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    opened.append(again)
    assert again.cases.get(case.code) == case
    assert again.log_fault is None


def test_destroying_works_on_a_full_disk_and_the_ballast_comes_back(vault: Vault, disk: Path) -> None:
    cases = [kept(vault, 20_000) for _time in range(10)]
    fill(disk)
    with pytest.raises(NoRoom):
        save_until_full(vault, cases[0])
    vault.destroy(cases=tuple(case.code for case in cases))
    assert vault.cases.get(cases[3].code) is None
    (disk / FILL).unlink()
    again = vault.folder
    vault.close()
    reopened = unlock(again, PASSPHRASE)
    assert again.ballast.stat().st_size == BALLAST_BYTES
    reopened.close()


def test_unlocking_and_locking_work_on_a_full_disk(vault: Vault, disk: Path, clock: Clock) -> None:
    case = kept(vault)
    vault.close()
    fill(disk)
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    assert again.cases.get(case.code) == case
    again.close()


def test_a_full_disk_can_be_locked_and_unlocked_and_still_destroyed_from(
    vault: Vault, disk: Path, clock: Clock
) -> None:
    """The ballast does not drain away: what unlocking took of it is little."""
    cases = [kept(vault, 20_000) for _time in range(10)]
    vault.close()
    fill(disk)
    for _time in range(3):
        again = unlock(vault.folder, PASSPHRASE, now=clock)
        assert vault.folder.ballast.stat().st_size >= 6 << 20
        with pytest.raises(NoRoom):
            save_until_full(again, cases[0])
        again.close()
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    again.destroy(cases=tuple(case.code for case in cases))
    assert again.cases.all() == ()
    again.close()


def test_a_kill_on_a_full_disk_locks_nobody_out(vault: Vault, disk: Path, clock: Clock) -> None:
    """Its log has to go into the store, which grows by it."""
    vault.close()
    program = subprocess.Popen(
        [sys.executable, "-c", FILL_UP, str(vault.folder.path), PASSPHRASE],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    saved = [line for line in iter(program.stdout.readline, "full\n") if line]
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert vault.folder.database.with_name("vault.db-wal").stat().st_size > 1 << 20
    fill(disk)
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    assert {f"{case.code}\n" for case in again.cases.all()} >= set(saved)
    assert again.log_fault is None
    again.destroy(cases=tuple(case.code for case in again.cases.all()))
    assert again.cases.all() == ()
    again.close()


@pytest.mark.parametrize("failing", ["wrong", "draft"])
def test_what_unlocking_has_to_write_finds_room(vault: Vault, disk: Path, clock: Clock, failing: str) -> None:
    if failing == "draft":
        made = KeptScreening(id="s1", checklist="checklist/booth", begun_at=clock(), changed_at=clock())
        vault.screenings.save(made)
    vault.close()
    if failing == "wrong":
        with pytest.raises(WrongPassphrase):
            unlock(vault.folder, "another", now=clock)
    clock.move(days=2)
    fill(disk)
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    told = {"wrong": "wrong-passphrases", "draft": "drafts-dropped"}[failing]
    assert told in [entry.deed for entry in again.audit.entries()]
    again.close()


def test_the_passphrase_of_a_full_disk_changes_or_stays(vault: Vault, disk: Path, clock: Clock) -> None:
    fill(disk)
    with pytest.raises(NoRoom):
        vault.change_passphrase(PASSPHRASE, "rio puerta silla verde mapa")
    vault.close()
    unlock(vault.folder, PASSPHRASE, now=clock).close()


def test_a_vault_on_a_full_disk_can_be_erased(vault: Vault, disk: Path, root: Path) -> None:
    vault.back_up()
    vault.close()
    fill(disk)
    erase(vault.folder)
    assert folders(root) == ()


def test_restoring_on_a_full_disk_leaves_what_was_there(vault: Vault, disk: Path, clock: Clock) -> None:
    case = kept(vault, 400_000)
    backup = vault.back_up()
    vault.close()
    fill(disk)
    before = vault.folder.database.read_bytes()
    with pytest.raises(NoRoom):
        restore(vault.folder, backup, PASSPHRASE, now=clock)
    assert vault.folder.database.read_bytes() == before
    (disk / FILL).unlink()
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    assert again.cases.get(case.code) == case
    again.close()


def test_a_vault_that_has_no_room_is_not_made(disk: Path, root: Path) -> None:
    fill(disk)
    with pytest.raises(NoRoom):
        create(root, PASSPHRASE, cost=CHEAP)
    assert not root.exists() or {path.name for path in root.iterdir()} <= {"lock"}


@pytest.mark.parametrize("left_kib", [0, 4, 8, 40, 100, 200, 400, 900, 2000])
def test_a_vault_is_made_whole_or_not_at_all(disk: Path, root: Path, left_kib: int) -> None:
    (disk / "lock").write_bytes(b"")
    fill(disk)
    with (disk / FILL).open("rb+") as opened:
        opened.truncate((disk / FILL).stat().st_size - left_kib * 1024)
    try:
        create(root, PASSPHRASE, cost=CHEAP).close()
    except NoRoom:
        assert folders(root) == ()
        assert not root.exists() or {path.name for path in root.iterdir()} <= {"lock"}
    else:
        [folder] = folders(root)
        unlock(folder, PASSPHRASE).close()
        assert folder.ballast.stat().st_size


def test_a_backup_that_has_no_room_leaves_the_older_ones(vault: Vault, disk: Path) -> None:
    kept(vault)
    made = vault.back_up()
    fill(disk)
    with pytest.raises(NoRoom):
        vault.back_up()
    assert {path.name for path in vault.folder.backups.iterdir()} == {made.path.name}


def test_a_read_only_disk_says_so(vault: Vault, disk: Path, clock: Clock) -> None:
    kept(vault)
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(NotWritable, match="written"):
        unlock(vault.folder, PASSPHRASE, now=clock)
    with pytest.raises(NotWritable):
        erase(vault.folder)
    assert vault.folder.header.exists()


def test_a_backup_on_a_write_protected_stick_is_restored(
    disk: Path, tmp_path: Path, clock: Clock, opened: list[Vault]
) -> None:
    vault = create(tmp_path / "vaults", PASSPHRASE, cost=CHEAP, now=clock)
    case = kept(vault)
    copied = vault.back_up_to(disk / "copy")
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    again = restore(vault.folder, copied, PASSPHRASE, now=clock)
    opened.append(again)
    assert again.cases.get(case.code) == case


def test_a_place_that_takes_no_copy_says_so(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        vault.back_up_to(tmp_path / "file" / "copy")
