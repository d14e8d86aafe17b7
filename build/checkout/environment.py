"""The environment: looked at on every call, made or mended where it must be."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from checkout import places
from checkout.launcher import join
from checkout.locking import locked
from checkout.messages import Stop, say
from checkout.programs import python_of, step
from checkout.stamp import PYTHON, STAMP, UNFINISHED, expected_stamp, maker_lines, read_stamp, write_stamp
from checkout.system import ensure_system

PIP_FLAGS = "--require-hashes --only-binary :all: --no-compile --no-input --quiet --disable-pip-version-check"


def prepare(locks: tuple[str, ...], libraries: Mapping[str, str]) -> Path:
    """Give the environment in which these locks are installed, on a system that has these libraries."""
    folder = places.choose_folder(os.environ)
    if not places.has_home():  # pip and platformdirs would raise
        os.environ["HOME"] = str(folder.parent / ".cache" / "home")
    stamp = expected_stamp(locks)
    ready = is_ready(folder, stamp)
    ensure_system(libraries, is_building=not ready)
    if not ready:
        make(folder, stamp, places.LOCKS / locks[-1])
    if not places.is_inside(folder):
        os.environ["PYTHONPATH"] = os.pathsep.join(str(root) for root in places.SOURCE_ROOTS)
    return folder


def is_ready(folder: Path, stamp: list[str]) -> bool:
    """Whether there is nothing to make; a link to a Python that is gone says no."""
    return set(stamp) <= set(read_stamp(folder)) and python_of(folder).exists()


def make(folder: Path, stamp: list[str], lock_file: Path) -> None:
    """Make or mend the environment, one dev.py at a time."""
    try:
        with locked(folder.with_name(folder.name + ".lock")) as held:
            if not is_ready(folder, stamp):
                build(folder, stamp, lock_file, held)
    except PermissionError as error:
        if os.name == "nt":
            raise Stop(f"{folder} is in use: close Amparo and try again.") from error
        raise Stop(f"{folder} belongs to somebody else: name a folder of yours in AMPARO_VENV.") from error
    except OSError as error:
        raise Stop(f"{folder}: {error}. Mend that, or name another folder in AMPARO_VENV.") from error


def build(folder: Path, stamp: list[str], lock_file: Path, held: int) -> None:
    """Make the environment; its stamp says `unfinished` until the last step is done."""
    present = read_stamp(folder)
    is_foreign = not present and folder.exists() and any(folder.iterdir())
    is_kept = is_ready(folder, maker_lines())
    if is_foreign:
        accept_foreign(folder)  # and never mark it as one that we may empty
    else:
        folder.mkdir(parents=True, exist_ok=True)
        write_stamp(folder, [UNFINISHED])
    if not is_kept:
        say(f"Making an environment in {folder} with Python {PYTHON}.")
        if "SUDO_UID" in os.environ and places.ROOT.stat().st_uid != 0:
            say("Under sudo it will be root's; without sudo it would be yours.")
        if not is_foreign:
            empty(folder)
        maker = getattr(sys, "_base_executable", sys.executable)  # for when we run in what we replace
        step([maker, "-m", "venv", str(folder)], held)
    say(f"Installing what {lock_file.name} pins (up to 200 MB the first time).")
    pip = [str(python_of(folder)), "-m", "pip", "install", "--retries", "2", *PIP_FLAGS.split()]
    step([*pip, "-r", str(lock_file)], held)
    join(folder, held)
    write_stamp(folder, stamp)


def accept_foreign(folder: Path) -> None:
    """Complete an environment that others made, if it is one and of this Python; touch nothing else."""
    try:
        config = (folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        raise Stop(f"{folder} is no environment of ours, nor empty: move it away.") from None
    version = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+)", config, re.MULTILINE)
    if version is None or version.group(1) != PYTHON:
        raise Stop(f"{folder} was made by others, and for another Python: move it away.")


def empty(folder: Path) -> None:
    """Remove all but the stamp, which goes on telling that the folder is ours."""
    import shutil

    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != STAMP:
            entry.unlink()
