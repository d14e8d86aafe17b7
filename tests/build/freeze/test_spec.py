"""What PyInstaller is told on each system; it is a stand-in here that only listens."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import PIL
import pymupdf_fonts
import pytest

from amparo_build.freeze import loaded, trimmed
from tests.programs import CHECKOUT

__all__ = ["PIL", "pymupdf_fonts"]  # loaded before the system is another one

BINARIES = [
    ("PySide6\\plugins\\platforms\\qwindows.dll", __file__, "BINARY"),
    ("PySide6\\plugins\\tls\\qschannelbackend.dll", __file__, "BINARY"),
]


class Told:
    """All that the specification asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, work: Path, system: str) -> None:
        self.programs: list[dict[str, Any]] = []
        self.collected: tuple[Any, ...] = ()
        self.folder: dict[str, Any] = {}
        self.analysed: dict[str, Any] = {}
        monkeypatch.setattr(loaded, "loaded_modules", lambda: ["click.core"])
        monkeypatch.setattr(trimmed, "IS_LINUX", system == "linux")
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setenv("AMPARO_HOME", str(work))
        if system == "win32":
            monkeypatch.setattr("os.sep", "\\")
        names = {
            "SPECPATH": str(CHECKOUT / "build"),
            "workpath": str(work),
            "Analysis": self._analyse,
            "PYZ": lambda _pure: "archive",
            "EXE": self._program,
            "COLLECT": self._collect,
        }
        spec = CHECKOUT / "build" / "amparo.spec"
        exec(compile(spec.read_text(encoding="utf-8"), str(spec), "exec"), names)  # noqa: S102 - our own

    def _analyse(self, scripts: list[str], **asked: Any) -> SimpleNamespace:
        self.analysed = {"scripts": scripts, **asked}
        return SimpleNamespace(binaries=list(BINARIES), datas=[], pure=[("amparo", "", "")], scripts=["s"])

    def _program(self, *_parts: object, **asked: Any) -> str:
        self.programs.append(asked)
        return str(asked["name"])

    def _collect(self, *parts: object, **asked: Any) -> None:
        self.collected, self.folder = parts, asked


def test_windows_gets_a_program_with_a_window_and_one_for_the_terminal_over_one_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = Told(monkeypatch, tmp_path, "win32")
    assert [(one["name"], one["console"]) for one in told.programs] == [
        ("amparo", False),
        ("amparo-terminal", True),
    ]
    for one in told.programs:
        assert one["icon"].endswith("amparo.ico")
        assert not one["strip"], "stripping spoils libraries of Windows"
        assert not one["upx"]
    programs, (binaries, _datas) = told.collected[:2], told.collected[2:]
    assert programs == ("amparo", "amparo-terminal")
    assert binaries == [("PySide6/plugins/platforms/qwindows.dll", __file__, "BINARY")]
    assert not told.folder["strip"]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_elsewhere_one_program_has_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str) -> None:
    told = Told(monkeypatch, tmp_path, system)
    [program] = told.programs
    assert (program["name"], program["console"], program["icon"]) == ("amparo", True, None)
    assert program["strip"] == (system == "linux")
    assert "amparo_build" in told.analysed["excludes"]
    assert "click.core" in told.analysed["hiddenimports"]
    assert json.loads((tmp_path / "analysed.json").read_text(encoding="utf-8"))["modules"] == ["amparo"]
