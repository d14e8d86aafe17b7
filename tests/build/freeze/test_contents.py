"""The parts, the licences text and the bill; of this environment, as it is frozen."""

import json
from pathlib import Path

import pytest

from amparo_build.freeze import contents
from amparo_build.freeze.bill import bill_of_materials
from amparo_build.freeze.contents import Part, Stranger, parts
from amparo_build.freeze.locked import installed, metadata_files, pins
from amparo_build.freeze.notices import licences_text

QT = Part(
    name="qt",
    version="6.11",
    licence="LGPL-3.0-only",
    purl="pkg:pypi/qt@6.11",
    notices=("Terms.\n",),
    needs=("c",),
)
C = Part(name="c", version="", licence="not known", notices=("Terms.\n", "More.\n"))


def test_the_packages_are_those_of_the_lock() -> None:
    found = {part.name: part for part in parts(["click", "click.core", "amparo.app", "json"], {})}
    click = found["click"]
    assert click.version == next(pin.version for pin in pins() if pin.name == "click")
    assert click.licence == "BSD-3-Clause"
    assert "Redistribution" in click.notices[0]
    assert {"CPython", "pyinstaller"} < set(found)
    assert "Bootloader-exception" in found["pyinstaller"].licence
    assert "reportlab" not in found


def test_a_developers_tool_is_a_stranger() -> None:
    with pytest.raises(Stranger, match=r"pytest"):
        parts(["pytest"], {})


def test_what_wheels_hold_of_others_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inside = tmp_path / "_sqlite3.so"
    inside.write_bytes(b"x\0community\0" + b"4.19.0\0%s\0 3.53.4\0OpenSSL 3.6.0 1 Oct 2025\0")
    monkeypatch.setattr(contents, "_debian_owner", lambda _file: "")
    found = {part.name: part for part in parts([], {"sqlcipher3/_sqlite3.so": str(inside)})}
    assert found["SQLCipher"].version == "4.19.0"
    assert "ZETETIC LLC" in found["SQLCipher"].notices[0]
    assert found["SQLite in SQLCipher"].version == "3.53.4"
    assert found["OpenSSL in SQLCipher"].version == "3.6.0"
    assert found["_sqlite3.so"].licence == "not known", "a library of the system that no package owns"


def test_qt_comes_with_its_terms() -> None:
    found = {part.name: part for part in parts(["PySide6.QtCore"], {})}
    text = "".join(found["pyside6-essentials"].notices)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "download.qt.io" in text


def test_every_notice_stands_once() -> None:
    text = licences_text("Ours.", "1.2", [QT, C])
    assert text.count("Terms.") == 1
    assert "\nqt, c\n" in text
    assert "  qt 6.11: LGPL-3.0-only\n" in text


def test_the_bill_is_whole_and_always_the_same() -> None:
    said = json.loads(bill_of_materials("1.2", "abc", [QT, C]))
    assert said["specVersion"] == "1.6"
    assert [one["name"] for one in said["components"]] == ["qt", "c"]
    references = {one["bom-ref"] for one in said["components"]} | {"amparo"}
    assert {one["ref"] for one in said["dependencies"]} == references
    assert {"ref": "qt 6.11", "dependsOn": ["c"]} in said["dependencies"]
    assert bill_of_materials("1.2", "abc", [QT, C]) == bill_of_materials("1.2", "abc", [QT, C])
    assert json.loads(bill_of_materials("1.3", "abc", [QT, C]))["serialNumber"] != said["serialNumber"]


def test_every_locked_package_says_its_licence() -> None:
    unknown = [
        pin.name
        for pin, here in installed()
        if contents._package(here, set()).licence == "see its notice"
        or not contents._package(here, set()).notices
    ]
    assert unknown == []


def test_the_versions_go_along() -> None:
    assert ("click", "METADATA") in {
        (Path(to).name.partition("-")[0], Path(at).name) for at, to in metadata_files()
    }
