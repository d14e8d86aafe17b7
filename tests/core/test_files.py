"""Small files of the officer's own, on bad days."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.files import Record, RecordFile, Unreadable, replace_file
from tests.programs import environment

as_root = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root can mount a small disk"
)
posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")

COUNT = """
import sys
from pathlib import Path
from amparo.core.files import RecordFile

name, times = sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.read()
for _ in range(times):
    RecordFile(Path(sys.argv[1])).update(lambda record: record | {name: record.get(name, 0) + 1})
"""
FILL = """
import sys
from pathlib import Path
from amparo.core.files import RecordFile

file, n = RecordFile(Path(sys.argv[1])), 0
print("ready", flush=True)
while True:
    n += 1
    file.update(lambda record: {"n": n, "ballast": str(n) * 40_000})
"""
JUNK = {
    "nothing": b"",
    "half": b'{"role": "bor',
    "not UTF-8": b"\xff\xfe\xff",
    "zeros": b"\0" * 512,
    "a list": b"[1, 2]",
    "a word": b'"border"',
    "two": b"{} {}",
    "deep": b"[" * 100_000,
    "a long number": b'{"text_size": ' + b"1" * 5000 + b"}",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.json"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def start(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a program and wait until it is about to begin."""
    command = [sys.executable, "-c", code, *arguments]
    program = subprocess.Popen(
        command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    return program


def set_one(record: Record) -> Record:
    return record | {"n": 1}


# What is there


def test_what_was_never_written_is_empty(path: Path) -> None:
    assert RecordFile(path).read() == {}
    assert not path.parent.exists(), "reading makes nothing"


def test_a_change_is_there_for_the_next_reader(path: Path) -> None:
    assert RecordFile(path).update(set_one) == {"n": 1}
    assert RecordFile(path).update(lambda record: record | {"name": "Ñandú g̃"}) == {"n": 1, "name": "Ñandú g̃"}
    assert RecordFile(path).read() == {"n": 1, "name": "Ñandú g̃"}


def test_writing_leaves_the_file_and_its_lock_and_nothing_else(path: Path) -> None:
    RecordFile(path).update(set_one)
    assert {other.name for other in path.parent.iterdir()} == {"settings.json", "settings.json.lock"}


@given(
    record=st.dictionaries(
        st.text(), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)
    )
)
def test_any_record_comes_back(tmp_path_factory: pytest.TempPathFactory, record: Record) -> None:
    file = RecordFile(tmp_path_factory.getbasetemp() / "any-record" / "r.json")
    assert file.update(lambda _: record) == record
    assert file.read() == record


# What cannot be understood


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_what_cannot_be_understood_is_set_aside_and_told(path: Path, junk: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(junk)
    with pytest.raises(Unreadable):
        RecordFile(path).read()
    assert path.with_name("settings.json.unreadable").read_bytes() == junk
    assert RecordFile(path).read() == {}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_a_change_begins_afresh_where_nothing_can_be_understood(path: Path, junk: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(junk)
    assert RecordFile(path).update(set_one) == {"n": 1}
    assert path.with_name("settings.json.unreadable").read_bytes() == junk
    assert json.loads(path.read_bytes()) == {"n": 1}


def test_half_a_character_in_the_file_does_not_stop_a_change(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theirs": "\\ud800"}', encoding="ascii")  # good JSON, and no good Unicode
    RecordFile(path).update(set_one)
    assert RecordFile(path).read()["n"] == 1


# A disk that will not


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    RecordFile(path).update(set_one)
    before = {other.name: other.read_bytes() for other in path.parent.iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if failing == "fsync" else Path, failing, full)
    with pytest.raises(OSError, match="No space left"):
        RecordFile(path).update(lambda record: record | {"n": 2})
    assert {other.name: other.read_bytes() for other in path.parent.iterdir()} == before


@as_root
def test_a_full_disk_leaves_the_old_whole(small_disk: Path) -> None:
    file = RecordFile(small_disk / "settings.json")
    file.update(set_one)
    (small_disk / "ballast").write_bytes(bytes(48 * 1024))
    before = {other.name for other in small_disk.iterdir()}
    with pytest.raises(OSError, match="No space left"):
        file.update(lambda record: record | {"long": "x" * 32 * 1024})
    assert file.read() == {"n": 1}
    assert {other.name for other in small_disk.iterdir()} == before
    (small_disk / "ballast").unlink()
    assert file.update(lambda record: record | {"n": 2}) == {"n": 2}


@as_root
def test_a_read_only_medium_is_read_and_says_no_to_a_change(small_disk: Path) -> None:
    RecordFile(small_disk / "good.json").update(set_one)
    (small_disk / "bad.json").write_bytes(b"{")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert RecordFile(small_disk / "good.json").read() == {"n": 1}
    with pytest.raises(OSError, match="Read-only"):
        RecordFile(small_disk / "good.json").update(set_one)
    with pytest.raises(Unreadable):
        RecordFile(small_disk / "bad.json").read()


def test_a_home_that_is_a_file_says_no(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"mine")
    file = RecordFile(tmp_path / "home" / "settings.json")
    with pytest.raises(OSError, match=r"settings\.json|home"):
        file.read()
    with pytest.raises(OSError, match="home"):
        file.update(set_one)
    assert (tmp_path / "home").read_bytes() == b"mine"


def test_a_file_is_replaced_through_folders_that_were_not_there(tmp_path: Path) -> None:
    replace_file(tmp_path / "a" / "b" / "sheet.pdf", b"one")
    replace_file(tmp_path / "a" / "b" / "sheet.pdf", b"two")
    assert (tmp_path / "a" / "b" / "sheet.pdf").read_bytes() == b"two"


# Two at once, and ends without warning


def test_instances_that_change_it_at_once_lose_nothing(path: Path) -> None:
    names = [f"instance {n}" for n in range(3)]
    programs = [start(COUNT, str(path), name, "60") for name in names]
    for program in programs:
        assert program.stdin is not None
        program.stdin.close()
        program.stdin = None
    for program in programs:
        _, complaint = program.communicate(timeout=60)
        assert complaint == b""
    assert RecordFile(path).read() == dict.fromkeys(names, 60)


def test_threads_that_change_it_at_once_lose_nothing(path: Path) -> None:
    def count() -> None:
        name = threading.current_thread().name
        for _ in range(40):
            RecordFile(path).update(lambda record: record | {name: record.get(name, 0) + 1})

    threads = [threading.Thread(target=count, name=f"thread {n}") for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert RecordFile(path).read() == {thread.name: 40 for thread in threads}


@posix
def test_a_kill_in_the_middle_leaves_the_old_or_the_new_whole(path: Path) -> None:
    seen = set()
    for _ in range(12):
        program = start(FILL, str(path))
        time.sleep(random.uniform(0.002, 0.03))  # noqa: S311 - anywhere in a write is the condition
        program.send_signal(signal.SIGKILL)
        program.communicate()
        if path.exists():
            record = json.loads(path.read_bytes())
            assert record["ballast"] == str(record["n"]) * 40_000
            seen.add(record["n"])
    assert len(seen) > 1, "it was never killed while it wrote"
    assert RecordFile(path).update(set_one)["n"] == 1, "the lock went with the process"
    assert not path.with_name("settings.json.unreadable").exists()
