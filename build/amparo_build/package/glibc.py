"""Which glibc a folder needs: that of the system it was made on lends its libraries, and they ask for it."""

import re
from pathlib import Path

OLDEST = (2, 34)
"""What Qt's wheels ask for at least."""

_SYMBOL_VERSION = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?=\0)")
_ELF = b"\x7fELF"


def glibc_needed(folder: Path) -> tuple[int, int]:
    """The newest version that any program or library in the folder links to."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return max((OLDEST, *(version for path in files for version in _versions(path))))


def _versions(path: Path) -> set[tuple[int, int]]:
    with path.open("rb") as opened:
        if opened.read(len(_ELF)) != _ELF:
            return set()
        return {(int(major), int(minor)) for major, minor in _SYMBOL_VERSION.findall(opened.read())}
