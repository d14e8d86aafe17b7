"""The commands, run in this process."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from amparo.cli.main import main
from amparo.core.places import CONTENT_VARIABLE


class Said(NamedTuple):
    code: int
    out: str
    err: str


Amparo = Callable[..., Said]


@pytest.fixture
def amparo(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amparo:
    """Run a command in a folder of one's own; it leaves nothing in another."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Said:
        capsys.readouterr()
        code = main(list(arguments))
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def copy(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content of one's own, to damage; the commands use it."""
    folder = Path(shutil.copytree(content, tmp_path / "copy"))
    monkeypatch.setenv(CONTENT_VARIABLE, str(folder))
    return folder


@pytest.fixture
def rich(enriched: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content with an example of every kind; the commands use it."""
    monkeypatch.setenv(CONTENT_VARIABLE, str(enriched))
    return enriched
