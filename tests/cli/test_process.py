"""The program as the system runs it: exit codes, streams, and what it loads."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.cli.damage import library_rotten
from tests.library import seed
from tests.programs import environment, kit, python

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")

COMMANDS = [
    ("list",),
    ("search", "victims"),
    ("show", "plan/activity/13"),
    ("doctor",),
    ("print", "plan/activity/13", "-o", os.devnull + "-not.pdf"),
]


def at_once(*commands: tuple[str, ...], **options: Any) -> list[subprocess.CompletedProcess[str]]:
    """Run commands that do not touch one another side by side; they only read."""
    with ThreadPoolExecutor(len(commands)) as running:
        return list(running.map(lambda command: kit(*command, **options), commands))


def test_a_command_answers_on_standard_output() -> None:
    ran = kit("show", "plan/activity/47", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["text"] == next(one.text for one in seed.ACTIVITIES if one.number == 47)


@pytest.mark.parametrize(
    "arguments", [("show", "plan/activity/99"), ("search",), ("sing",), ("search", "x", "--limit", "0")]
)
def test_a_failure_is_words_on_standard_error_and_two(arguments: tuple[str, ...]) -> None:
    ran = kit(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr
    assert "Traceback" not in ran.stderr


def test_damage_is_words_on_standard_error_and_two(copy: Path) -> None:
    library_rotten(copy)
    for ran in at_once(("list",), ("search", "victims"), ("show", "plan/activity/13")):
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "damaged" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_the_doctor_leaves_with_one_where_something_is_wrong(copy: Path) -> None:
    library_rotten(copy)
    ran = kit("doctor", "--json")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert json.loads(ran.stdout)["wrong"]


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command[0] != "print"], ids=lambda c: c[0]
)
def test_qt_is_never_loaded(command: tuple[str, ...]) -> None:
    code = (
        "import sys; from amparo.__main__ import main; sys.argv[0] = sys.executable; code = main();"
        " print(*{'PySide6', 'shiboken6'} & sys.modules.keys(), 'and no more', file=sys.stderr)"
    )
    assert python(code, *command).stderr == "and no more\n"


def test_printing_does_not_load_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from amparo.__main__ import main; sys.argv[0] = sys.executable; assert main() == 0;"
        " assert not {'PySide6', 'shiboken6', 'whoosh'} & sys.modules.keys()"
    )
    ran = python(code, "print", "plan/activity/13", "-o", str(tmp_path / "x.pdf"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "latin-1"])
def test_a_terminal_that_lacks_letters_still_shows_the_page(encoding: str) -> None:
    """Windows gives a redirected program such an encoding; footnotes begin with a sign that it lacks."""
    commands = (("show", "plan/activity/2"), ("search", "victims"), ("list",), ("doctor",))
    for ran in at_once(*commands, env=environment(PYTHONIOENCODING=encoding), encoding=encoding):
        assert ran.stderr == ""
        assert ran.returncode == 0


def test_json_is_utf8_whatever_the_terminal_speaks() -> None:
    ran = kit(
        "show", "plan/activity/2", "--json", env=environment(PYTHONIOENCODING="cp1252"), encoding="utf-8"
    )
    assert ran.stderr == ""
    assert json.loads(ran.stdout)["footnote"] == seed.LINES[248]


@posix
@pytest.mark.parametrize("command", ["search", "show"])
def test_an_argument_that_is_no_text_is_answered(command: str) -> None:
    ran = kit(command, b"\xff\xfe")
    assert "Traceback" not in ran.stderr
    assert ran.returncode in (0, 2)


@posix
def test_a_hundred_kilobytes_on_the_command_line_are_answered() -> None:
    ran = kit("search", "victims " * 12_500, "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)


@posix
def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    command = [sys.executable, "-m", "amparo", "list"]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_an_output_that_is_full_is_words_and_no_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = kit("list", stdout=full)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert ran.stderr


def test_warnings_are_no_surprise() -> None:
    env = environment(PYTHONWARNINGS="error", PYTHONDEVMODE="1")
    for ran in at_once(("search", "victims"), ("doctor",), env=env):
        assert (ran.returncode, ran.stderr) == (0, "")
