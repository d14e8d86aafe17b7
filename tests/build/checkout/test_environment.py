"""The stamp and the making of an environment; none is made here, and no network needed."""

from pathlib import Path

import pytest

from checkout import environment
from checkout.environment import accept_foreign, is_ready, make
from checkout.messages import Stop
from checkout.places import LOCKS
from checkout.programs import python_of
from checkout.stamp import (
    DEVELOP,
    PYTHON,
    RUN,
    UNFINISHED,
    expected_stamp,
    maker_lines,
    read_stamp,
    write_stamp,
)


def stamped(folder: Path, lines: list[str]) -> Path:
    python = python_of(folder)
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("", encoding="ascii")
    (folder / "pyvenv.cfg").write_text(f"version = {PYTHON}.1\n", encoding="ascii")
    if lines:
        write_stamp(folder, lines)
    return folder


class Steps:
    """Stands for the programs that build an environment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail: str = "") -> None:
        self.commands: list[list[str]] = []
        self._fail = fail
        monkeypatch.setattr(environment, "step", self)
        monkeypatch.setattr(environment, "join", lambda *_: None)

    def __call__(self, command: list[str], _held: int) -> None:
        self.commands.append(command)
        if self._fail in command[2:3]:
            raise Stop("no network")


def test_an_environment_for_developing_does_for_running(tmp_path: Path) -> None:
    run, develop = expected_stamp(RUN), expected_stamp(DEVELOP)
    assert is_ready(stamped(tmp_path / "both", develop), run)
    assert not is_ready(stamped(tmp_path / "run", run), develop)


def test_a_stamp_is_stale_where_anything_changed(tmp_path: Path) -> None:
    expected = expected_stamp(RUN)
    for place in range(len(expected)):
        lines = [line + "0" if n == place else line for n, line in enumerate(expected)]
        assert not is_ready(stamped(tmp_path, lines), expected), lines[place]
    assert is_ready(stamped(tmp_path, expected), expected)
    python_of(tmp_path).unlink()
    assert not is_ready(tmp_path, expected), "its Python is gone"


def test_an_environment_is_unfinished_until_its_last_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, stamp = tmp_path / ".venv", expected_stamp(RUN)
    Steps(monkeypatch, fail="pip")
    with pytest.raises(Stop):
        make(folder, stamp, LOCKS / "run.txt")
    assert read_stamp(folder) == [UNFINISHED]
    (folder / "half-written").mkdir()
    steps = Steps(monkeypatch)
    make(folder, stamp, LOCKS / "run.txt")
    assert [command[2] for command in steps.commands] == ["venv", "pip"]
    assert not (folder / "half-written").exists()
    assert read_stamp(folder) == stamp


def test_a_changed_lock_needs_no_new_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp = expected_stamp(RUN)
    folder, steps = stamped(tmp_path / ".venv", [*maker_lines(), "run.txt 0"]), Steps(monkeypatch)
    make(folder, stamp, LOCKS / "run.txt")
    assert [command[2] for command in steps.commands] == ["pip"]


def test_pip_checks_hashes_and_builds_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = Steps(monkeypatch)
    make(tmp_path / ".venv", expected_stamp(RUN), LOCKS / "run.txt")
    pip = " ".join(steps.commands[-1])
    assert "--require-hashes" in pip
    assert "--only-binary :all:" in pip


def test_what_others_made_is_completed_and_never_emptied(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, stamp = stamped(tmp_path / ".venv", []), expected_stamp(RUN)
    (folder / "theirs").write_text("", encoding="ascii")
    Steps(monkeypatch, fail="pip")
    with pytest.raises(Stop):
        make(folder, stamp, LOCKS / "run.txt")
    assert read_stamp(folder) == [], "marked as ours, the next try would empty it"
    Steps(monkeypatch)
    make(folder, stamp, LOCKS / "run.txt")
    assert (folder / "theirs").exists()
    assert is_ready(folder, stamp)


def test_a_folder_of_letters_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = Steps(monkeypatch)
    (tmp_path / "letter").write_text("dear", encoding="ascii")
    with pytest.raises(Stop, match="move it away"):
        make(tmp_path, expected_stamp(RUN), LOCKS / "run.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]
    assert steps.commands == []


def test_an_environment_of_others_for_another_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion_info = 3.9.2.final.0\n", encoding="ascii")
    with pytest.raises(Stop, match="another Python"):
        accept_foreign(tmp_path)
