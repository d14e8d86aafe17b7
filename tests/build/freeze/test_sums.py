"""The hash of a frozen folder, and how the program finds damage by it."""

import subprocess
import sys
from pathlib import Path

import pytest

from amparo.core.made import SUMS, damaged_files, examine_program
from amparo_build.freeze.__main__ import commit_of
from amparo_build.freeze.sums import write_sums


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "_internal" / "a b").mkdir(parents=True)
    (tmp_path / "amparo").write_bytes(b"program")
    (tmp_path / "_internal" / "a b" / "c.so").write_bytes(b"library")
    return tmp_path


def test_the_same_files_have_the_same_hash(folder: Path) -> None:
    first = write_sums(folder)
    assert write_sums(folder) == first
    (folder / "amparo").write_bytes(b"Program")
    assert write_sums(folder) != first


def test_damage_is_found_by_name(folder: Path) -> None:
    write_sums(folder)
    sums = (folder / SUMS).read_bytes()
    assert damaged_files(folder, sums) == ()
    (folder / "_internal" / "a b" / "c.so").write_bytes(b"librarx")
    (folder / "amparo").unlink()
    (folder / "portable").mkdir()
    assert damaged_files(folder, sums) == ("_internal/a b/c.so", "amparo")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="coreutils")
def test_the_system_can_check_it_too(folder: Path) -> None:
    write_sums(folder)
    assert subprocess.run(["sha256sum", "--check", "--quiet", SUMS], cwd=folder, check=False).returncode == 0


def test_a_link_would_not_survive_on_a_stick(folder: Path) -> None:
    try:
        (folder / "link").symlink_to("amparo")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(ValueError, match="link"):
        write_sums(folder)


def test_a_checkout_has_no_hash() -> None:
    assert examine_program() is None


def test_a_frozen_program_without_its_list_is_damaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "amparo"))
    made = examine_program()
    assert made is not None
    assert made.damaged == (SUMS,)


def test_the_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == "not from a repository"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet", "."], cwd=tmp_path, check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "x"], cwd=tmp_path, check=True)
    assert len(commit_of(tmp_path)) == 40
    (tmp_path / "new").touch()
    assert commit_of(tmp_path).endswith("+")
