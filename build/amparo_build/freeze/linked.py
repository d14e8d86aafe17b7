"""Which shared libraries the kept parts link to; what only left-out plugins linked to goes with them."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

_DYNAMIC_SECTION, _NEEDED = 6, 1


def needed(path: Path) -> Iterator[str]:
    """The libraries that a 64-bit little-endian ELF file names; none for any other file."""
    data = path.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        return
    (offset,), (size, count) = struct.unpack_from("<Q", data, 40), struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, offset + n * size) for n in range(count)]
    for kind, *_, start, length, link, _, _, _ in (section[1:] for section in sections):
        if kind == _DYNAMIC_SECTION:
            names = sections[link][4]
            for entry in range(start, start + length, 16):
                tag, value = struct.unpack_from("<QQ", data, entry)
                if tag == _NEEDED:
                    yield data[names + value : data.index(b"\0", names + value)].decode()


def is_library(name: str) -> bool:
    """Whether a file of the folder is there only for those that link to it."""
    folder, _, base = name.rpartition("/")
    is_shared = base.startswith("lib") and ".so" in base and not base.startswith("libpython")
    return is_shared and (not folder or folder.endswith((".libs", "Qt/lib")))


def linked(files: Mapping[str, Path]) -> set[str]:
    """Of the files of the folder, by name and origin: all that is no mere library, and what those link to."""
    libraries = {name.rpartition("/")[2]: name for name in files if is_library(name)}
    waiting = [name for name in files if not is_library(name)]
    kept = set(waiting)
    while waiting:
        for library in needed(files[waiting.pop()]):
            name = libraries.get(library)
            if name and name not in kept:
                kept.add(name)
                waiting.append(name)
    return kept
