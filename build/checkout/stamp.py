"""The stamp: a file in the environment that says what was installed there, and for which Python."""

import hashlib
import os
import sys
from pathlib import Path

from checkout import places

RUN, DEVELOP = ("run.txt",), ("run.txt", "dev.txt")
"""The locks that are installed for running, and for developing."""

PYTHON = "{}.{}".format(*sys.version_info)
STAMP = "amparo.stamp"
UNFINISHED = "unfinished"


def expected_stamp(locks: tuple[str, ...]) -> list[str]:
    """What the stamp says of an environment that these locks were installed in."""
    return [*maker_lines(), *(f"{lock} {_digest(places.LOCKS / lock)}" for lock in locks)]


def maker_lines() -> list[str]:
    """The lines that do not change with the locks: another of these, and the environment is made anew."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    return ["format 1", f"python {PYTHON}", f"platform {sys.platform} {machine}"]


def read_stamp(folder: Path) -> list[str]:
    """The lines of the stamp; none where there is no environment, or one that others made."""
    try:
        return (folder / STAMP).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def write_stamp(folder: Path, lines: list[str]) -> None:
    """Stamp an environment, whole or not at all."""
    fresh = folder / f"{STAMP}.new"
    with fresh.open("w", encoding="utf-8") as opened:
        opened.write("\n".join(lines) + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    fresh.replace(folder / STAMP)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
