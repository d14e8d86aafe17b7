"""Nothing about a person is written in clear: a marker in every text, looked for in all that is written.

The window has a test of its own, `tests/journeys/test_nothing_in_clear.py`. Here it is the package alone,
through what the window seldom does: a restore, damage, a full disk, destroying, erasing.
"""

import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it is driven through pipes and signals")
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed on this system"
)
CALLS = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,openat,open,creat,rename,renameat2,mmap"
OPENED = re.compile(r'(?:openat\([^"]*|open\(|creat\()"([^"]*)"(?:, ([A-Z_|]*))?')
MAPPED = re.compile(r"mmap\([^<]*PROT_WRITE[^<]*MAP_SHARED[^<]*<([^>]*)>")
SESSION = """
import os, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from amparo.vault import ballast
from amparo.vault.audit import log_lines
from amparo.vault.erase import erase
from amparo.vault.errors import AppError, NoRoom, WrongPassphrase
from amparo.vault.header import Cost
from amparo.vault.opening import create, restore, unlock
from amparo.vault.records import KeptScreening, Received, ReferralState

ballast.BALLAST_BYTES = 1 << 20
root, marker, secret, soon = Path(sys.argv[1]), sys.argv[2], sys.argv[3], date(2026, 12, 26)

def stop(where):
    print(where, flush=True)
    sys.stdin.readline()

def fill(vault, length):
    said = f"{marker} \u00f1 \U0001f600 " * length
    fields = {marker: said, "list": (said, marker)}
    case = vault.cases.open(review_on=soon, age=marker)
    vault.cases.save(replace(case, filled=fields))
    visit = vault.visits.open(review_on=soon, filled=fields)
    now = vault.audit._now()
    for key in (f"draft {marker}", f"kept {marker}"):
        made = KeptScreening(id=key, checklist=marker, begun_at=now, changed_at=now, age=marker,
            answers={marker: said}, notes={marker: said})
        vault.screenings.save(made)
    vault.screenings.keep(key, case_code=case.code, visit_code=visit.code)
    referral = vault.referrals.begin(case.code, fields)
    vault.referrals.save(replace(referral, state=ReferralState.SEALED, filled=fields))
    vault.post.remember(marker, said)
    vault.post.key(marker, lambda: (said, marker))
    vault.post.add_card(public=marker, name=said, signer=marker, valid_until=soon)
    vault.post.add_sealing(record_id=marker, referral_id=referral.id, receiver=said, digest=marker)
    vault.post.receive(Received(record_id=marker, case_code="C", sender=marker, record=said, reason=said,
        review_on=soon, changed_at=now))
    return case, visit

vault = create(root, secret, cost=Cost(memory_kib=64, passes=1, lanes=1))
case, visit = fill(vault, 500)
db = vault.cases._table._db
assert db.execute("SELECT * FROM cases WHERE filled LIKE ? ORDER BY filled", [f"%{marker}%"]).fetchall()
vault.back_up()
vault.back_up_to(root.parent / "stick")
"".join(log_lines(vault.audit.entries()))
stop("open")
if len(sys.argv) > 4:
    while True:
        fill(vault, 20)
vault.close()
try:
    unlock(vault.folder, "another")
except WrongPassphrase:
    pass
data = bytearray(vault.folder.database.read_bytes())
data[5000] ^= 1
vault.folder.database.write_bytes(data)
try:
    unlock(vault.folder, secret)
except AppError:
    pass
from amparo.vault.backups import backups_of
vault = restore(vault.folder, backups_of(vault.folder)[0], secret)
vault.change_passphrase(secret, secret + secret)
if os.geteuid() == 0 and os.statvfs(root).f_blocks * 4096 < 64 << 20:
    opened = os.open(root / "full", os.O_WRONLY | os.O_CREAT)
    for step in (1 << 20, 4096):
        try:
            while True:
                os.posix_fallocate(opened, os.fstat(opened).st_size, step)
        except OSError:
            pass
    try:
        while True:
            fill(vault, 500)
    except NoRoom:
        stop("full")
vault.destroy(cases=(case.code,), visits=(visit.code,), received=(marker,))
stop("destroyed")
vault.close()
unlock(vault.folder, secret + secret).close()
stop("locked")
erase(vault.folder)
stop("erased")
"""


@pytest.fixture
def marker() -> str:
    return "".join(
        secrets.choice("ghijklmnopqrstuv") for _letter in range(24)
    )  # no digits: strace escapes them


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Path]:
    """A folder for all that a program writes; a disk of 16 MiB where one can be mounted."""
    world = tmp_path / "world"
    world.mkdir()
    is_small = sys.platform == "linux" and os.geteuid() == 0
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(world)]
    is_small = is_small and subprocess.run(command, check=False).returncode == 0
    yield world
    if is_small:
        subprocess.run(["umount", "--lazy", str(world)], check=True)


def start(world: Path, marker: str, *before: str, more: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    folders = {name: str(world / name.lower()) for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR", "AMPARO_HOME")}
    for folder in folders.values():
        Path(folder).mkdir(exist_ok=True)
    secret = f"mesa {marker} trece lobo faro"
    command = [*before, sys.executable, "-c", SESSION, str(world / "vaults"), marker, secret, *more]
    return subprocess.Popen(
        command,
        env=environment(**folders, PYTHONDONTWRITEBYTECODE="1"),
        cwd=world,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def forms(marker: str) -> tuple[bytes, ...]:
    return marker.encode(), marker.encode("utf-16-le"), marker.encode("utf-16-be"), marker.encode("utf-32-le")


def holding(world: Path, marker: str) -> list[Path]:
    files = [path for path in world.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if any(form in path.read_bytes() for form in forms(marker))]


def stops(program: subprocess.Popen[str]) -> Iterator[str]:
    """Where the program stands still; it goes on afterwards."""
    assert program.stdin is not None
    assert program.stdout is not None
    for line in program.stdout:
        yield line.strip()
        program.stdin.write("\n")
        program.stdin.flush()
    _said, trouble = program.communicate()
    assert program.returncode == 0, trouble


def test_no_file_holds_it_at_any_stop(world: Path, marker: str) -> None:
    seen = []
    for place in stops(start(world, marker)):
        assert holding(world, marker) == [], place
        seen.append(place)
    assert seen[0] == "open"
    assert seen[-3:] == ["destroyed", "locked", "erased"]
    assert {path.name for path in world.rglob("*") if path.is_file()} <= {
        "full", "lock", "vault.hdr", "vault.db",  # the last two of the stick
    }  # fmt: skip


@needs_strace
def test_no_call_writes_it_and_no_strange_file_is_opened(tmp_path: Path, world: Path, marker: str) -> None:
    trace = tmp_path / "trace"
    tracing = ("strace", "-f", "-y", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(trace))
    for _place in stops(start(world, marker, *tracing)):
        pass
    written, mapped = set[str](), set[str]()
    in_two_bytes = "\\0".join(marker)
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            assert marker not in line, line[:200]
            assert in_two_bytes not in line, line[:200]
            found = OPENED.search(line)
            if found and ("O_WRONLY" in line or "O_RDWR" in line or "creat(" in line):
                written.add(found[1])
            mapped |= set(MAPPED.findall(line))
    ours = (
        f"{world}/vaults/",
        f"{world}/stick/",
        f"{world}/making-stick/",
        "/dev/null",
        "/dev/pts",
        "/dev/tty",
    )
    assert {path for path in written if not path.startswith(ours)} == set()
    assert any(path.endswith("vault.db-wal") for path in written), "the trace sees what is written"
    assert mapped, "the trace sees what is mapped"
    assert all(path.endswith("-shm") for path in mapped), "no other file is written to through memory"


def test_no_file_holds_it_after_kills(world: Path, marker: str) -> None:
    for _kill in range(2):
        shutil.rmtree(world / "stick", ignore_errors=True)
        program = start(world, marker, more=("on",))
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stdout.readline() == "open\n"
        program.stdin.write("\n")
        program.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(0.15)
        program.kill()
        program.communicate()
        assert holding(world, marker) == []
