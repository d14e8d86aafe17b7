"""What goes into the frozen folder, by names as PyInstaller gives them on each system."""

import ast
from pathlib import Path

import pymupdf_fonts
import pytest

from amparo.paper import fonts
from amparo_build.freeze.parts import EXCLUDED, FACES, is_wanted, unused_faces
from amparo_resources import SCREEN_FACES
from tests.programs import CHECKOUT

QT_LINUX, QT_WINDOWS, QT_MAC = "PySide6/Qt/plugins", "PySide6/plugins", "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT_LINUX}/platforms/libqxcb.so",
        f"{QT_LINUX}/platforms/libqwayland.so",
        f"{QT_LINUX}/platforms/libqoffscreen.so",
        f"{QT_LINUX}/imageformats/libqsvg.so",
        f"{QT_LINUX}/printsupport/libcupsprintersupport.so",
        f"{QT_WINDOWS}/platforms/qwindows.dll",
        f"{QT_WINDOWS}/styles/qmodernwindowsstyle.dll",
        f"{QT_WINDOWS}/iconengines/qsvgicon.dll",
        f"{QT_WINDOWS}/imageformats/qsvg.dll",
        f"{QT_MAC}/platforms/libqcocoa.dylib",
        f"{QT_MAC}/styles/libqmacstyle.dylib",
        "PySide6/Qt/translations/qtbase_pt_BR.qm",
        "PySide6/translations/qtbase_es.qm",
        "amparo_resources/built/library.sqlite",
        "libX11.so.6",
    ],
)
def test_it_is_wanted(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT_LINUX}/platforms/libqeglfs.so",
        f"{QT_LINUX}/platforms/libqvnc.so",
        f"{QT_LINUX}/platformthemes/libqgtk3.so",
        f"{QT_LINUX}/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT_LINUX}/tls/libqopensslbackend.so",
        f"{QT_LINUX}/networkinformation/libqglib.so",
        f"{QT_WINDOWS}/tls/qschannelbackend.dll",
        f"{QT_WINDOWS}/imageformats/qwebp.dll",
        f"{QT_WINDOWS}/sqldrivers/qsqlite.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/assistant_es.qm",
        "PySide6/opengl32sw.dll",
        "libcups.so.2",
    ],
)
def test_it_is_not(name: str) -> None:
    assert not is_wanted(name)


def test_the_faces_are_those_that_are_drawn_with() -> None:
    tree = ast.parse((Path(pymupdf_fonts.__path__[0]) / "__init__.py").read_text(encoding="utf-8"))
    modules = {
        function.name.removeprefix("_"): next(
            node.names[0].name for node in ast.walk(function) if isinstance(node, ast.ImportFrom)
        )
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and function.name.startswith("_")
    }
    assert set(FACES) == {modules[face] for face in {*SCREEN_FACES, *fonts._PACKED.values()}}


def test_the_other_faces_stay_out() -> None:
    left = unused_faces(Path(pymupdf_fonts.__path__[0]))
    assert "pymupdf_fonts.UbuntuMono_Regular" in left
    assert not {f"pymupdf_fonts.{face}" for face in FACES} & set(left)


AN_EXTRA = {"zeroconf"}
"""What the kit does without where it is not installed."""


def test_nothing_is_excluded_that_the_kit_imports() -> None:
    roots = [CHECKOUT / "desktop/amparo", CHECKOUT / "index/amparo_index", CHECKOUT / "resources"]
    for path in (path for root in roots for path in root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names = [name for name in names if name not in AN_EXTRA]
            assert not [name for name in names if name in EXCLUDED], path
