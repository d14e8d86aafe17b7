"""What of all that PyInstaller gathered stays: the same for the kit and for whatever it is held against."""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PyInstaller.depend.bindepend import resolve_library_path

from amparo_build.freeze import parts
from amparo_build.freeze.linked import linked

_SPARSE = re.compile(r"\.libs/libXau-[^/]*$")
IS_LINUX = sys.platform.startswith("linux")

Entries = list[tuple[str, str, str]]
"""Of each file its name in the folder, where it came from, and what PyInstaller calls its kind."""


def trim(analysis: Any) -> None:
    """Take out of an analysis of PyInstaller's what no part needs."""
    analysis.binaries, analysis.datas = wanted(analysis.binaries), wanted(analysis.datas)
    if IS_LINUX:
        analysis.binaries = [dense(*entry) for entry in analysis.binaries]
        kept = linked({dest: Path(source) for dest, source, _kind in analysis.binaries})
        analysis.binaries = [entry for entry in analysis.binaries if entry[0] in kept]


def dense(name: str, source: str, kind: str) -> tuple[str, str, str]:
    """The system's own file for the one in which Pillow's packers left 2 MB of zeros in 10 KB of library.

    It is the same library, of a fixed interface, and nothing is ever asked of it: Pillow needs it to load.
    """
    own = resolve_library_path("libXau.so.6") if _SPARSE.search(name) else None
    return name, str(Path(own).resolve()) if own else source, kind


def wanted(entries: Iterable[tuple[str, str, str]]) -> Entries:
    """What `parts` lets in; without links, which a stick cannot hold, and which nothing here needs."""
    named = [(dest.replace(os.sep, "/"), source, kind) for dest, source, kind in entries]
    named = [entry for entry in named if parts.is_wanted(entry[0])]
    return [entry for entry in named if entry[2] != "SYMLINK"] if IS_LINUX else named
