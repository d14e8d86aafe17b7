"""What is taken out of the frozen folder, for the kit and for the bare window that it is held against."""

import os
from pathlib import Path

import PIL
import pytest

from amparo_build.freeze import trimmed
from amparo_build.freeze.parts import picture_formats

XAU = "pillow.libs/libXau-154567c4.so.6.0.0"


def test_the_library_of_zeros_is_the_systems_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "libXau.so.6"
    own.write_bytes(b"small")
    monkeypatch.setattr(trimmed, "resolve_library_path", lambda name: str(tmp_path / name))
    assert trimmed.dense(XAU, "/wheel/libXau", "BINARY") == (XAU, str(own.resolve()), "BINARY")
    other = ("pillow.libs/libjpeg-6dc8d115.so", "/wheel/libjpeg", "BINARY")
    assert trimmed.dense(*other) == other


def test_where_the_system_has_none_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trimmed, "resolve_library_path", lambda _name: None)
    assert trimmed.dense(XAU, "/wheel/libXau", "BINARY") == (XAU, "/wheel/libXau", "BINARY")


def test_no_format_of_pictures_goes_along_and_pillow_itself_does() -> None:
    left = picture_formats(Path(PIL.__path__[0]))
    assert "PIL.PngImagePlugin" in left
    assert not {"PIL.Image", "PIL.ImageFile"} & set(left)


def test_windows_names_become_those_of_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    kept = trimmed.wanted(
        [("PySide6\\plugins\\tls\\q.dll", "a", "BINARY"), ("amparo_resources\\x", "b", "DATA")]
    )
    assert kept == [("amparo_resources/x", "b", "DATA")]
