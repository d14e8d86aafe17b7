"""The one command: the Python that it goes on in, and the words that it knows."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from checkout.words import WORDS
from tests.build.executable import make_executable

needs_posix = pytest.mark.skipif(os.name == "nt", reason="as POSIX does it")


def test_an_old_python_can_read_it() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("version", "is_64_bit", "expected"),
    [
        ((2, 7), True, False),
        ((3, 10), True, False),
        ((3, 11), True, True),
        ((3, 12), False, False),
        ((3, 14), True, True),
        ((3, 15), True, False),
    ],
)
def test_which_python_fits(version: tuple[int, int], is_64_bit: bool, expected: bool) -> None:
    assert dev.fits(version, is_64_bit) is expected


@needs_posix
def test_the_newest_python_is_tried_first_and_one_that_only_fails_is_passed_over(tmp_path: Path) -> None:
    shims, system = tmp_path / "shims", tmp_path / "system"
    make_executable(shims / "python3.14", "exit 127")
    make_executable(shims / "python3.10", "exit 0")
    make_executable(system / "python3.14", f'exec "{sys.executable}" "$@"')
    make_executable(system / "python3.11", "exit 0")
    (system / "python3.12").write_text("not executable", encoding="ascii")
    found = dev.candidates({"PATH": os.pathsep.join(["", str(shims), str(system)])})
    expected = [shims / "python3.14", system / "python3.14", system / "python3.11"]
    assert found == [[str(path)] for path in expected]
    assert [dev.works(python) for python in found[:2]] == [False, True]
    assert not dev.works([str(tmp_path / "gone")])


@needs_posix
def test_where_no_python_fits_a_sentence_says_which_would(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "fits", lambda *_: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.main(["run"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "64-bit Python from 3.11 to 3.14" in said.err


@needs_posix
def test_a_fitting_python_goes_on_with_the_same_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[list[str]] = []

    def become(command: list[str]) -> int:
        started.append(command)
        return 3

    make_executable(tmp_path / "python3.13", "exit 0")
    monkeypatch.setattr(dev, "fits", lambda *_: False)
    monkeypatch.setattr(dev, "become", become)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.main(["run", "search"]) == 3
    assert started == [[str(tmp_path / "python3.13"), str(Path(dev.__file__).resolve()), "run", "search"]]


def test_without_a_word_it_lists_what_it_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    listed = capsys.readouterr().out
    assert all(f"  {word} " in listed for word in WORDS)


def test_it_needs_nothing_but_the_standard_library() -> None:
    bare = [sys.executable, "-I", "-S", dev.__file__]  # without packages, and without our folder on the path
    listed = subprocess.run(bare, capture_output=True, check=True, encoding="utf-8").stdout
    assert listed.startswith("usage: ")


def test_a_word_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["frobnicate"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "frobnicate" in said.err
