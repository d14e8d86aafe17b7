"""The frozen program as it lies in dist/amparo, and a bare window frozen and trimmed like it."""

import os
import subprocess
import sys
from pathlib import Path

from amparo_build.bench.figures import Row, Series, compared
from amparo_build.bench.programs import Program
from amparo_build.bench.starts import BARE, KIT
from amparo_build.freeze.folder import FOLDER, size_mb

_SPEC = Path(__file__).with_name("bare.spec")
_SIZE = 1.45
"""The budget: of a bare window's folder."""


class NotFrozen(Exception):
    """There is nothing to measure; the message says why."""


def frozen_pair(scratch: Path) -> tuple[Program, Program]:
    """The kit, and the bare window, which takes ten seconds to make.

    Raises: NotFrozen.
    """
    kit = FOLDER / "amparo"
    if not kit.is_file():
        raise NotFrozen("the program is not there; make it first: python3 build/dev.py freeze")
    where = ["--workpath", str(scratch / "work"), "--distpath", str(scratch / "dist")]
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", *where, str(_SPEC)]
    environment = os.environ | {"PYINSTALLER_CONFIG_DIR": str(scratch / "config")}
    made = subprocess.run(  # noqa: S603 - ours
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if made.returncode:
        raise NotFrozen(f"no bare window could be made to hold it against: {made.stderr[-500:]}")
    bare = scratch / "dist" / "bare" / "bare"
    return Program(name=KIT.name, command=(str(kit),)), Program(name=BARE.name, command=(str(bare),))


def size_row(kit: Program, bare: Program) -> Row:
    """The folders beside each other."""
    ours, beside = (
        Series(program.name, (size_mb(Path(program.command[0]).parent),), "MB") for program in (kit, bare)
    )
    return compared("folder, beside bare window", ours, beside, _SIZE)
