"""What the frozen program says of itself: its commit, and a list of its files by which damage is found."""

import json
import sys
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from amparo_resources import resource

MADE = "made.json"
"""Among the resources: the commit."""

SUMS = "SHA256SUMS"
"""Beside the program: every file with its hash, as `sha256sum --check` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A frozen program.

    Attributes:
        commit: of the sources; with a `+` where they had been changed since.
        sha256: of the list of files, and so of the whole program; the same sources and lock give the same.
        damaged: the files that are not as they were made, or not there.
    """

    commit: str
    sha256: str
    damaged: tuple[str, ...]


def examine_program() -> Made | None:
    """Look at every file of the frozen program, which takes a second; None in a checkout."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).absolute().parent
    try:
        commit = str(json.loads(resource(MADE).read_bytes())["commit"])
        sums = (folder / SUMS).read_bytes()
    except (OSError, ValueError, KeyError, TypeError):
        return Made(commit="", sha256="", damaged=(SUMS,))
    return Made(commit=commit, sha256=sha256(sums).hexdigest(), damaged=damaged_files(folder, sums))


def damaged_files(folder: Path, sums: bytes) -> tuple[str, ...]:
    """The files that a list names and that are not as it says."""
    lines = sums.decode("utf-8", "replace").splitlines()
    told = (line.split(maxsplit=1) for line in lines if line)
    return tuple(name for said, name in told if digest_of(folder / name) != said)


def digest_of(file: Path) -> str:
    """The hash of a file; empty where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
