"""Killed at any moment: what was acknowledged is there, the store opens, and nothing lies about in clear.

Twelve kills in an ordinary run; `AMPARO_KILLS=200` for more.
"""

import contextlib
import json
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from amparo.vault import connection, header
from amparo.vault.audit import Deed
from amparo.vault.backups import KEPT, backups_of
from amparo.vault.erase import erase
from amparo.vault.errors import Damaged, WrongPassphrase
from amparo.vault.folder import folders
from amparo.vault.opening import create, restore, unlock
from amparo.vault.records import KeptScreening
from amparo.vault.vault import Vault
from tests.programs import environment
from tests.vault.conftest import CHEAP, PASSPHRASE, START

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
Killed = Callable[..., list[int]]
KILLS = int(os.environ.get("AMPARO_KILLS", "12"))
SOON = date(2026, 12, 26)

EDIT = """
import sys
from dataclasses import replace
from pathlib import Path
from amparo.vault.folder import VaultFolder
from amparo.vault.opening import unlock

vault = unlock(VaultFolder(Path(sys.argv[1])), sys.argv[2])
marker, n = sys.argv[3], int(sys.argv[4])
[case] = vault.cases.all()
[screening] = vault.screenings.of_case(case.code)
[referral] = vault.referrals.of_case(case.code)
print("ready", flush=True)
while True:
    n += 1
    said = {"B-1": f"{marker} {n} " + "ñ" * (n * 7 % 3000)}
    if n % 3 == 0:
        vault.cases.save(replace(case, filled=said))
    elif n % 3 == 1:
        vault.screenings.save(replace(screening, notes=said))
    else:
        vault.referrals.save(replace(referral, filled=said))
    print(n, flush=True)
    if n % 20 == 0:
        vault.back_up()
"""
SPLIT = """
import json, os, sys
import amparo.vault.opening, amparo.vault.erase

for line in sys.stdin:
    code, *arguments = json.loads(line)
    pid = os.fork()
    if pid == 0:
        print(os.getpid(), flush=True)
        sys.argv[1:] = arguments
        exec(code, {})
        os._exit(0)
    os.waitpid(pid, 0)
    print("ended", flush=True)
"""
DEED = """
import sys
from pathlib import Path
from amparo.vault import opening
from amparo.vault import connection, header
from amparo.vault.audit import Deed
from amparo.vault.backups import KEPT, backups_of
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
    while deed == "backup":
        vault.back_up()
    while True:
        vault.destroy(cases=(vault.cases.open(review_on=__import__("datetime").date(2026, 12, 26)).code,))
"""


@pytest.fixture(scope="module")
def programs() -> Iterator[Popen[str]]:
    """A program that has loaded the kit, and splits itself for each code it is given."""
    program = Popen(
        [sys.executable, "-c", SPLIT], env=environment(), stdin=PIPE, stdout=PIPE, text=True, bufsize=1
    )
    yield program
    program.communicate()


@pytest.fixture
def killed(programs: Popen[str]) -> Killed:
    """Run a program, kill it after a random time, and return the numbers that it acknowledged."""

    def run_and_kill(code: str, *arguments: str, within_s: float) -> list[int]:
        assert programs.stdin is not None
        assert programs.stdout is not None
        programs.stdin.write(json.dumps([code, *arguments]) + "\n")
        pid = int(programs.stdout.readline())
        assert programs.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0, within_s))  # noqa: S311 - no secret
        with contextlib.suppress(ProcessLookupError):  # it came to its end
            os.kill(pid, signal.SIGKILL)
        return [int(line) for line in iter(programs.stdout.readline, "ended\n") if line.strip().isdecimal()]

    return run_and_kill


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


def number_in(filled: Mapping[str, object]) -> int:
    return int(str(filled["B-1"]).split()[1]) if filled else 0


def check_backups(vault: Vault) -> None:
    """Every backup that is offered is whole."""
    for backup in backups_of(vault.folder):
        copy = connection.connect(backup.database, header.unwrap(vault.header, PASSPHRASE), is_copy=True)
        connection.check(copy)
        assert copy.execute("SELECT count(*) FROM cases").fetchone()[0] >= 1
        connection.close(copy)
    assert len(backups_of(vault.folder)) <= KEPT + 1


def test_what_was_acknowledged_is_there_after_every_kill(killed: Killed, vault: Vault) -> None:
    """Edits are numbered: three records hold the last three numbers; only the very last may be missing."""
    marker, last, missing = secrets.token_hex(12), 0, 0
    for _kill in range(KILLS):
        numbers = killed(EDIT, str(vault.folder.path), PASSPHRASE, marker, str(last), within_s=0.2)
        again = unlock(vault.folder, PASSPHRASE)
        [case] = again.cases.all()
        [screening] = again.screenings.of_case(case.code)
        [referral] = again.referrals.of_case(case.code)
        found = sorted(number_in(said) for said in (case.filled, screening.notes, referral.filled))
        assert again.log_fault is None
        check_backups(again)
        again.close()
        acknowledged = numbers[-1] if numbers else last
        assert found[-1] in (acknowledged, acknowledged + 1)
        assert found == [max(0, found[-1] - 2), max(0, found[-1] - 1), found[-1]]
        assert not holding(vault.folder.path.parent, marker)
        missing += found[-1] > acknowledged
        last = found[-1]
    print(f"{KILLS} kills, {last} edits, {missing} kept and not yet acknowledged")
    assert last > KILLS


def holding(folder: Path, marker: str) -> list[Path]:
    """The files in which a marker stands."""
    forms = (marker.encode(), marker.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize("deed", ["passphrase", "destroy", "backup"])
def test_a_kill_leaves_the_old_or_the_new(killed: Killed, vault: Vault, deed: str) -> None:
    other = "rio puerta silla verde mapa"
    for _kill in range(max(KILLS // 3, 3)):
        killed(DEED, deed, str(vault.folder.path), PASSPHRASE, other, within_s=0.2)
        try:
            opened, old = unlock(vault.folder, PASSPHRASE), other
        except WrongPassphrase:
            opened, old = unlock(vault.folder, other), PASSPHRASE
        for path in vault.folder.path.rglob("vault.hdr*"):
            with pytest.raises(WrongPassphrase):
                header.unwrap(header.read(path), old)
        opened.give_passphrase(PASSPHRASE)
        told = [(entry.deed, entry.about) for entry in opened.audit.entries()]
        there = {about for said, about in told if said == Deed.CASE_OPENED}
        there -= {about for said, about in told if said == Deed.CASE_DESTROYED}
        assert {case.code for case in opened.cases.all()} == there, "a deed and its entry are one"
        assert sum(len(opened.screenings.of_case(case.code)) for case in opened.cases.all()) == 1
        assert opened.log_fault is None
        check_backups(opened)
        opened.close()


def test_a_restore_that_is_killed_can_be_done_again(killed: Killed, vault: Vault) -> None:
    opened = unlock(vault.folder, PASSPHRASE)
    opened.back_up()
    opened.close()
    for _kill in range(max(KILLS // 3, 3)):
        killed(DEED, "restore", str(vault.folder.path), PASSPHRASE, "", within_s=0.1)
        try:
            again = unlock(vault.folder, PASSPHRASE)
        except Damaged:
            again = restore(vault.folder, backups_of(vault.folder)[0], PASSPHRASE)
        assert len(again.cases.all()) == 1
        assert again.log_fault is None
        again.close()


def test_an_erase_that_is_killed_leaves_a_whole_vault_or_nothing_that_opens(
    killed: Killed, root: Path
) -> None:
    for _kill in range(max(KILLS // 3, 3)):
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


def test_a_vault_whose_making_is_killed_is_not_there(killed: Killed, root: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from amparo.vault.header import Cost\n"
        "from amparo.vault.opening import create\n"
        "print('ready', flush=True)\n"
        "while True: create(Path(sys.argv[1]), 'mesa nube trece lobo faro',"
        " cost=Cost(memory_kib=64, passes=1, lanes=1)).close()"
    )
    for _kill in range(max(KILLS // 3, 3)):
        killed(code, str(root), within_s=0.4)
        for folder in folders(root):
            unlock(folder, PASSPHRASE).close()
    create(root, PASSPHRASE, cost=CHEAP).close()
    assert not list(root.glob("making-*"))
