"""Only the libraries that something links to go into the folder."""

import struct
import sys
from pathlib import Path

import pytest

from amparo_build.freeze.linked import is_library, linked, needed


def elf(*names: str) -> bytes:
    """The least of an ELF file that names libraries: a dynamic section, and its strings."""
    strings, entries = b"\0", b""
    for name in names:
        entries += struct.pack("<QQ", 1, len(strings))
        strings += name.encode() + b"\0"
    at = 64
    head = bytearray(64)
    head[:6] = b"\x7fELF\x02\x01"
    struct.pack_into("<Q", head, 40, at + len(entries) + len(strings))
    struct.pack_into("<HH", head, 58, 64, 2)
    dynamic = struct.pack("<IIQQQQIIQQ", 0, 6, 0, 0, at, len(entries), 1, 0, 8, 16)
    table = struct.pack("<IIQQQQIIQQ", 0, 3, 0, 0, at + len(entries), len(strings), 0, 0, 1, 0)
    return bytes(head) + entries + strings + dynamic + table


def test_it_reads_what_a_file_links_to(tmp_path: Path) -> None:
    (tmp_path / "one.so").write_bytes(elf("libz.so.1", "libc.so.6"))
    assert list(needed(tmp_path / "one.so")) == ["libz.so.1", "libc.so.6"]
    (tmp_path / "text.so").write_text("GROUP ( libc.so.6 )", encoding="ascii")
    assert list(needed(tmp_path / "text.so")) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an ELF file of the system")
def test_it_reads_a_real_one() -> None:
    assert any(name.startswith("libc.so") for name in needed(Path(sys.executable).resolve()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("libX11.so.6", True),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("pillow.libs/libtiff-20b7e810.so.6", True),
        ("libpython3.11.so.1.0", False),
        ("_cffi_backend.cpython-311-x86_64-linux-gnu.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", False),
        ("pypdfium2_raw/libpdfium.so", False),
    ],
)
def test_a_library_is_there_for_others(name: str, expected: bool) -> None:
    assert is_library(name) == expected


def test_a_chain_is_followed_and_the_rest_left(tmp_path: Path) -> None:
    links = {
        "plugins/libqxcb.so": ("libxcb.so.1", "libc.so.6"),
        "libxcb.so.1": ("libXau.so.6",),
        "libXau.so.6": (),
        "libgtk-3.so.0": ("libpango.so.0",),
        "libpango.so.0": (),
    }
    files = {}
    for place, (name, names) in enumerate(links.items()):
        files[name] = tmp_path / str(place)
        files[name].write_bytes(elf(*names))
    assert linked(files) == {"plugins/libqxcb.so", "libxcb.so.1", "libXau.so.6"}
