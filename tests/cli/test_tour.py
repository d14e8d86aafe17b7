"""Without a display the kit does its main job in the terminal."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.damage import index_flipped, library_gone
from tests.programs import environment, kit

needs_pty = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux has terminals")


def no_display(**changed: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    return {name: value for name, value in environment(**changed).items() if name not in hidden}


@needs_pty
def test_the_example_is_searched_shown_and_ready_to_print(home: Path) -> None:
    ran = kit(env=no_display())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("There is no display, so the kit opens in the terminal.\n")
    assert "Search: peacekeeping" in ran.stdout
    assert "Activity 13" in ran.stdout
    (pdf,) = (home / "prints").iterdir()
    assert f"Ready to print: {pdf}" in ran.stdout
    assert pdf.name == "plan-activity-13-a4.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")


@needs_pty
def test_a_display_that_does_not_answer_is_told(tmp_path: Path) -> None:
    ran = kit(env=no_display(WAYLAND_DISPLAY=str(tmp_path / "gone"), XDG_RUNTIME_DIR=str(tmp_path)))
    assert ran.returncode == 0
    assert "does not answer" in ran.stdout or "no display" in ran.stdout


@needs_pty
def test_an_officer_at_a_terminal_asks_until_an_empty_line(home: Path) -> None:
    ours, theirs = os.openpty()
    os.write(ours, b"mandate 9\nxqzzy\n\n")
    ran = kit(env=no_display(), stdin=theirs)
    os.close(theirs)
    os.close(ours)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Mandate 9" in ran.stdout
    assert "Search: xqzzy" in ran.stdout
    assert [path.name for path in (home / "prints").iterdir()] == ["plan-mandate-9-a4.pdf"]


@needs_pty
def test_a_damaged_kit_is_told(copy: Path) -> None:
    library_gone(copy)
    ran = kit(env=no_display())
    assert ran.returncode == 2
    assert "damaged or incomplete" in ran.stderr
    assert "Traceback" not in ran.stderr


@needs_pty
def test_a_damaged_index_is_told(copy: Path) -> None:
    index_flipped(copy)
    ran = kit(env=no_display())
    assert ran.returncode == 0
    assert "index of this kit is damaged" in ran.stdout + ran.stderr


@needs_pty
def test_a_home_that_cannot_be_written_is_told_after_the_page(home: Path) -> None:
    home.write_bytes(b"a file")
    ran = kit(env=no_display())
    assert ran.returncode == 2
    assert "Activity 13" in ran.stdout
    assert str(home) in ran.stderr
    assert "Traceback" not in ran.stderr
