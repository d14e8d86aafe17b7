"""The tables of system libraries, against what the installed Qt really links to."""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkout.libraries import QT, WAYLAND, X11

PySide6 = pytest.importorskip("PySide6")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone leaves them out")

MODULES = ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "SvgWidgets", "Network", "DBus")
PLUGINS = ("platforms/libqoffscreen.so", "imageformats/libqsvg.so", "iconengines/*.so", "tls/*.so")
ALWAYS_THERE = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2"}
ALWAYS_THERE |= {"libgcc_s.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
TOGETHER = {"libbrotlicommon.so.1": "libbrotlidec.so.1"}  # in one package with the other


def needed(path: Path) -> Iterator[str]:
    """The DT_NEEDED names of a 64-bit little-endian ELF file."""
    data = path.read_bytes()
    (offset,), (size, count) = struct.unpack_from("<Q", data, 40), struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, offset + n * size) for n in range(count)]
    for kind, *_, start, length, link, _, _, _ in (section[1:] for section in sections):
        if kind == 6:  # SHT_DYNAMIC; `link` is the section of its names
            names = sections[link][4]
            for entry in range(start, start + length, 16):
                tag, value = struct.unpack_from("<QQ", data, entry)
                if tag == 1:  # DT_NEEDED
                    yield data[names + value : data.index(b"\0", names + value)].decode()


def from_outside(*paths: Path) -> set[str]:
    """What these files, and those of the wheel that they link to, need from the system."""
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    waiting, seen, outside = list(paths), set(), set()
    while waiting:
        path = waiting.pop()
        for name in needed(path):
            if (folder / name).exists():
                if name not in seen:
                    waiting.append(folder / name)
                seen.add(name)
            else:
                outside.add(TOGETHER.get(name, name))
    own = {name for name in outside if name.startswith(("libpyside6", "libshiboken6"))}
    return outside - ALWAYS_THERE - own


def qt(*patterns: str) -> list[Path]:
    folder = Path(PySide6.__file__).parent / "Qt"
    return [path for pattern in patterns for path in folder.glob(pattern)]


def test_windows_without_a_screen_need_what_the_table_says() -> None:
    libraries = qt(*(f"lib/libQt6{name}.so.6" for name in MODULES))
    plugins = qt(*(f"plugins/{name}" for name in PLUGINS))
    assert len(libraries) == len(MODULES)
    assert from_outside(*libraries, *plugins) == set(QT)


def test_x11_needs_what_the_table_says() -> None:
    assert from_outside(*qt("plugins/platforms/libqxcb.so")) - set(QT) == set(X11)


def test_wayland_needs_what_the_table_says() -> None:
    plugins = qt("plugins/platforms/libqwayland.so", "plugins/wayland-shell-integration/libxdg-shell.so")
    assert len(plugins) == 2
    assert from_outside(*plugins) - set(QT) == set(WAYLAND)
