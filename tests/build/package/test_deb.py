"""The Debian package, of a folder that stands for the frozen one."""

import gzip
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amparo_build.package.deb import make_deb
from tests.programs import CHECKOUT

ISSUED = datetime(2026, 11, 26, 12, tzinfo=UTC)
LINUX = CHECKOUT / "build" / "linux"
pytestmark = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None, reason="dpkg is not installed on this system"
)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    resources = folder / "_internal" / "amparo_resources"
    resources.mkdir(parents=True)
    (resources / "licences.txt").write_text("licences\n", encoding="utf-8")
    (folder / "amparo").write_text("#!/bin/sh\necho amparo\n", encoding="utf-8")
    for name in ("SHA256SUMS", "README.txt", "LICENSE"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def deb(frozen: Path, tmp_path: Path) -> Path:
    (tmp_path / "scratch").mkdir()
    return make_deb(frozen, "1.2.3", ISSUED, tmp_path / "scratch", tmp_path)


def ran(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_everything_lies_where_a_system_looks_for_it(deb: Path, tmp_path: Path) -> None:
    assert deb.name.startswith("amparo_1.2.3_")
    root = tmp_path / "root"
    ran("dpkg-deb", "--extract", deb, root)
    assert (root / "usr/bin/amparo").resolve() == (root / "usr/lib/amparo/amparo").resolve()
    assert ran(root / "usr/bin/amparo") == "amparo\n"
    share = root / "usr" / "share"
    assert (share / "icons/hicolor/48x48/apps/amparo.png").read_bytes().startswith(b"\x89PNG")
    assert b"1.2.3" in gzip.decompress((share / "man/man1/amparo.1.gz").read_bytes())
    assert "2026-11-26" in (share / "metainfo/org.example.amparo.metainfo.xml").read_text(encoding="utf-8")
    for name in ("applications/amparo.desktop", "doc/amparo/copyright", "doc/amparo/licences.txt"):
        assert (share / name).is_file()
    assert "libegl1" in ran("dpkg-deb", "--field", deb, "Depends")


def test_all_of_the_folder_is_in_it_so_that_the_doctor_finds_it_whole(
    deb: Path, frozen: Path, tmp_path: Path
) -> None:
    ran("dpkg-deb", "--extract", deb, tmp_path / "root")
    program = tmp_path / "root/usr/lib/amparo"
    for path in (path for path in frozen.rglob("*") if path.is_file()):
        assert (program / path.relative_to(frozen)).read_bytes() == path.read_bytes()


def test_it_asks_for_the_glibc_that_its_libraries_ask_for(frozen: Path, tmp_path: Path) -> None:
    (frozen / "_internal" / "libone.so").write_bytes(b"\x7fELF...\0GLIBC_2.5\0GLIBC_2.36\0GLIBC_PRIVATE\0")
    (frozen / "_internal" / "notes.txt").write_bytes(b"\0GLIBC_2.99\0")
    (tmp_path / "scratch").mkdir()
    deb = make_deb(frozen, "1.2.3", ISSUED, tmp_path / "scratch", tmp_path)
    assert "libc6 (>= 2.36)" in ran("dpkg-deb", "--field", deb, "Depends")


def test_the_same_folder_gives_the_same_package(deb: Path, frozen: Path, tmp_path: Path) -> None:
    for name in ("again", "target"):
        (tmp_path / name).mkdir()
    made = make_deb(frozen, "1.2.3", ISSUED, tmp_path / "again", tmp_path / "target")
    assert made.read_bytes() == deb.read_bytes()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed on this system"
)
def test_the_desktop_entry_holds() -> None:
    assert ran("desktop-file-validate", LINUX / "amparo.desktop") == ""


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed on this system")
def test_the_metadata_of_software_centres_hold(deb: Path, tmp_path: Path) -> None:
    ran("dpkg-deb", "--extract", deb, tmp_path / "root")
    metadata = tmp_path / "root/usr/share/metainfo/org.example.amparo.metainfo.xml"
    assert "successful" in ran("appstreamcli", "validate", "--no-net", metadata)


def test_the_manual_names_every_command() -> None:
    from amparo.cli.main import commands

    manual = (LINUX / "amparo.1").read_text(encoding="utf-8")
    assert [name for name in commands.commands if name not in manual] == []
