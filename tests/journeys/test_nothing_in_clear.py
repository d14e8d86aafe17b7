"""Nothing about a person is on disk in clear: a marker in every field, looked for in all that was written."""

import json
import os
import random
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from amparo.core.places import HOME_VARIABLE
from amparo.vault.folder import VaultFolder
from amparo.vault.opening import unlock
from tests.journeys.vault_session import PASSPHRASE
from tests.programs import CHECKOUT, environment

PROGRAM = str(CHECKOUT / "tests" / "journeys" / "vault_session.py")
KILLS = int(os.environ.get("AMPARO_KILLS", "8")) // 4
WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
OPENED = re.compile(r'openat\([^"]*"([^"]*)", [A-Z_|]*O_(?:WRONLY|RDWR)')

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed on this system"
)


@pytest.fixture
def marker() -> str:
    return secrets.token_hex(12)


@pytest.fixture
def world(tmp_path: Path) -> dict[str, str]:
    """An environment in which all that a program writes lies under one folder."""
    folders = {name: str(tmp_path / name.lower()) for name in ("HOME", "TMPDIR", HOME_VARIABLE)}
    for folder in folders.values():
        Path(folder).mkdir()
    return environment(**folders, QT_QPA_PLATFORM="offscreen", PYTHONDONTWRITEBYTECODE="1")


def holding(folder: Path, marker: str) -> list[Path]:
    """The files in which a marker stands, in either of the ways in which programs write text."""
    forms = (marker.encode(), marker.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("trace")]
    assert files
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def test_a_session_leaves_nothing_in_clear(tmp_path: Path, world: dict[str, str], marker: str) -> None:
    command = [sys.executable, PROGRAM, marker]
    ran = subprocess.run(command, env=world, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout.splitlines()[-1]) == {"held": [], "rows": 3}
    assert holding(tmp_path, marker) == []
    assert marker not in ran.stderr
    vault = unlock(VaultFolder(Path(world[HOME_VARIABLE]) / "vaults" / "1"), PASSPHRASE)
    kept = (vault.cases.all(), vault.visits.all(), vault.referrals.of_case(vault.cases.all()[0].code))
    vault.close()
    assert all(marker in str(records) for records in kept), "it was kept, and only there"


@needs_strace
def test_no_call_of_a_session_writes_it_or_opens_a_connection(
    tmp_path: Path, world: dict[str, str], marker: str
) -> None:
    trace = tmp_path / "trace"
    tracing = ["strace", "-f", "-s", "1000000", "-e", f"trace={WRITES},openat,socket", "-o", str(trace)]
    command = [*tracing, sys.executable, PROGRAM, marker]
    ran = subprocess.run(command, env=world, capture_output=True, text=True, timeout=240, check=False)
    assert ran.returncode == 0, ran.stderr
    home, strange, written = world[HOME_VARIABLE], set[str](), set[str]()
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            assert marker not in line
            assert "AF_INET" not in line, "it is silent: no socket of the internet's"
            if found := OPENED.search(line):
                path = found[1]
                is_ours = path.startswith((home, world["TMPDIR"], "/dev/", "/proc/"))
                (written if is_ours else strange).add(path)
    assert not strange
    assert any(path.endswith("vault.db-wal") for path in written), "the trace sees what is written"


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_a_session_that_is_killed_loses_no_more_than_the_last_edit(
    tmp_path: Path, world: dict[str, str], marker: str
) -> None:
    folder = VaultFolder(Path(world[HOME_VARIABLE]) / "vaults" / "1")
    for _kill in range(KILLS):
        command = [sys.executable, PROGRAM, marker, "more"]
        program = subprocess.Popen(
            command, env=world, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0.2, 3))  # noqa: S311 - no secret
        program.send_signal(signal.SIGKILL)
        said, _trouble = program.communicate()
        numbers = [int(line) for line in said.splitlines() if line.isdecimal()]
        vault = unlock(folder, PASSPHRASE)
        visits = vault.visits.all()
        assert vault.log_fault is None
        vault.close()
        assert holding(tmp_path, marker) == []
        if numbers:
            site = str(visits[0].filled["site"])
            assert int(site.split()[1]) >= numbers[-1], "what was acknowledged is there"
