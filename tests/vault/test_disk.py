"""A disk that is full, or takes nothing."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.ballast import BALLAST_BYTES
from amparo.vault.errors import NoRoom, NotWritable
from amparo.vault.opening import create, unlock
from amparo.vault.records import Case
from amparo.vault.vault import Vault
from tests.vault.conftest import CHEAP, PASSPHRASE, Clock

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root can mount a small disk"
)
SOON = date(2026, 12, 26)
FILL = "full"


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


def test_a_vault_that_has_no_room_is_not_made(disk: Path, root: Path) -> None:
    fill(disk)
    with pytest.raises((NoRoom, NotWritable)):
        create(root, PASSPHRASE, cost=CHEAP)
    assert not root.exists() or {path.name for path in root.iterdir()} <= {"lock"}


def test_a_backup_that_has_no_room_leaves_the_older_ones(vault: Vault, disk: Path) -> None:
    kept(vault)
    made = vault.back_up()
    fill(disk)
    with pytest.raises((NoRoom, NotWritable)):
        vault.back_up()
    assert {path.name for path in vault.folder.backups.iterdir()} == {made.path.name}


def test_a_read_only_disk_says_so(vault: Vault, disk: Path, clock: Clock) -> None:
    kept(vault)
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(NotWritable, match="written"):
        unlock(vault.folder, PASSPHRASE, now=clock)


def test_a_place_that_takes_no_copy_says_so(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        vault.back_up_to(tmp_path / "file" / "copy")
