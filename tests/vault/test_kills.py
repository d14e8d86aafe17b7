"""Killed at any moment: what was acknowledged is there, the store opens, and nothing lies about in clear.

Eight kills in an ordinary run; `AMPARO_KILLS=200` for more.
"""

import os
import random
import secrets
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.backups import backups_of
from amparo.vault.erase import erase
from amparo.vault.errors import Damaged, WrongPassphrase
from amparo.vault.folder import folders
from amparo.vault.opening import create, restore, unlock
from amparo.vault.records import KeptScreening
from amparo.vault.vault import Vault
from tests.programs import environment
from tests.vault.conftest import CHEAP, PASSPHRASE, START

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
KILLS = int(os.environ.get("AMPARO_KILLS", "8"))
SOON = date(2026, 12, 26)

EDIT = """
import sys
from dataclasses import replace
from pathlib import Path
from amparo.vault.folder import VaultFolder
from amparo.vault.opening import unlock

vault = unlock(VaultFolder(Path(sys.argv[1])), sys.argv[2])
marker, n = sys.argv[3], int(sys.argv[4])
print("ready", flush=True)
while True:
    n += 1
    said = f"{marker} {n} " + "ñ" * (n % 3000)
    for case in vault.cases.all():
        vault.cases.save(replace(case, filled={"notes": said}))
        for kept in vault.screenings.of_case(case.code):
            vault.screenings.save(replace(kept, notes={"B-1": said}))
        for referral in vault.referrals.of_case(case.code):
            vault.referrals.save(replace(referral, filled={"wishes": said}))
    print(n, flush=True)
    if n % 7 == 0:
        vault.back_up()
"""
DEED = """
import sys
from pathlib import Path
from amparo.vault import opening
from amparo.vault.backups import backups_of
from amparo.vault.erase import erase
from amparo.vault.folder import VaultFolder

deed, folder, passphrase, new = sys.argv[1], VaultFolder(Path(sys.argv[2])), sys.argv[3], sys.argv[4]
print("ready", flush=True)
if deed == "erase":
    erase(folder)
elif deed == "restore":
    opening.restore(folder, backups_of(folder)[-1], passphrase)
else:
    vault = opening.unlock(folder, passphrase)
    while deed == "passphrase":
        vault.change_passphrase(passphrase, new)
        vault.change_passphrase(new, passphrase)
    while True:
        vault.destroy(cases=(vault.cases.open(review_on=__import__("datetime").date(2026, 12, 26)).code,))
"""


def killed(code: str, *arguments: str, within_s: float) -> list[int]:
    """Run a program, kill it after a random time, and return the numbers that it acknowledged."""
    program = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    time.sleep(random.uniform(0, within_s))  # noqa: S311 - no secret
    program.send_signal(signal.SIGKILL)
    said, _trouble = program.communicate()
    return [int(line) for line in said.splitlines() if line.isdecimal()]


@pytest.fixture
def vault(root: Path) -> Vault:
    """One case with a screening and a referral, locked."""
    vault = create(root, PASSPHRASE, cost=CHEAP)
    case = vault.cases.open(review_on=SOON)
    made = KeptScreening(id="s1", checklist="checklist/booth", begun_at=START, changed_at=START)
    vault.screenings.save(made)
    vault.screenings.keep("s1", case_code=case.code)
    vault.referrals.begin(case.code, {})
    vault.close()
    return vault


def number_in(filled: object) -> int:
    words = str(next(iter(filled.values()))).split() if isinstance(filled, dict) and filled else []
    return int(words[1]) if words else 0


def test_what_was_acknowledged_is_there_after_every_kill(vault: Vault) -> None:
    marker, before = secrets.token_hex(12), [0, 0, 0]
    for _kill in range(KILLS):
        last = max(before)
        numbers = killed(EDIT, str(vault.folder.path), PASSPHRASE, marker, str(last), within_s=0.4)
        again = unlock(vault.folder, PASSPHRASE)
        [case] = again.cases.all()
        [screening] = again.screenings.of_case(case.code)
        [referral] = again.referrals.of_case(case.code)
        found = [number_in(case.filled), number_in(screening.notes), number_in(referral.filled)]
        assert again.log_fault is None
        again.close()
        acknowledged = [numbers[-1]] * 3 if numbers else before
        following = (numbers[-1] if numbers else last) + 1
        for number, old in zip(found, acknowledged, strict=True):
            assert number in (old, following), "the last edit may be missing, and nothing before it"
        assert not holding(vault.folder.path.parent, marker)
        before = found
    assert max(before) > 0


def holding(folder: Path, marker: str) -> list[Path]:
    """The files in which a marker stands."""
    forms = (marker.encode(), marker.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize("deed", ["passphrase", "destroy"])
def test_a_kill_leaves_the_old_or_the_new(vault: Vault, deed: str) -> None:
    other = "rio puerta silla verde mapa"
    for _kill in range(max(KILLS // 4, 2)):
        killed(DEED, deed, str(vault.folder.path), PASSPHRASE, other, within_s=0.3)
        try:
            opened = unlock(vault.folder, PASSPHRASE)
        except WrongPassphrase:
            opened = unlock(vault.folder, other)
            opened.give_passphrase(PASSPHRASE)
        assert len(opened.screenings.of_case(opened.cases.all()[-1].code)) == 1
        opened.close()


def test_a_restore_that_is_killed_can_be_done_again(vault: Vault) -> None:
    opened = unlock(vault.folder, PASSPHRASE)
    opened.back_up()
    opened.close()
    for _kill in range(max(KILLS // 4, 2)):
        killed(DEED, "restore", str(vault.folder.path), PASSPHRASE, "", within_s=0.1)
        try:
            again = unlock(vault.folder, PASSPHRASE)
        except Damaged:
            again = restore(vault.folder, backups_of(vault.folder)[0], PASSPHRASE)
        assert len(again.cases.all()) == 1
        again.close()


def test_an_erase_that_is_killed_leaves_a_whole_vault_or_nothing_that_opens(root: Path) -> None:
    for _kill in range(max(KILLS // 4, 2)):
        made = create(root, PASSPHRASE, cost=CHEAP)
        made.cases.open(review_on=SOON)
        made.back_up()
        made.close()
        killed(DEED, "erase", str(made.folder.path), PASSPHRASE, "", within_s=0.02)
        for folder in folders(root):
            try:
                unlock(folder, PASSPHRASE).close()
            except Damaged:
                continue
            finally:
                erase(folder)
    assert folders(root) == ()


def test_a_vault_whose_making_is_killed_is_not_there(root: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from amparo.vault.header import Cost\n"
        "from amparo.vault.opening import create\n"
        "print('ready', flush=True)\n"
        "while True: create(Path(sys.argv[1]), 'mesa nube trece lobo faro',"
        " cost=Cost(memory_kib=64, passes=1, lanes=1)).close()"
    )
    for _kill in range(max(KILLS // 4, 2)):
        killed(code, str(root), within_s=0.4)
        for folder in folders(root):
            unlock(folder, PASSPHRASE).close()
    create(root, PASSPHRASE, cost=CHEAP).close()
    assert not list(root.glob("making-*"))
