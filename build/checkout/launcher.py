"""Joining the checkout to its environment, and the program `amparo` in it."""

import os
from pathlib import Path

from checkout import places
from checkout.programs import python_of, step

LAUNCHER = """#!/bin/sh
# Made by build/dev.py; finds its own folder, so that a checkout can be moved.
here=$(dirname -- "$(readlink -f -- "$0")")
%sexec "$here/python" -P -X utf8 -m amparo "$@"
"""

WINDOWS_MAKER = r"""
import sys
from pip._vendor.distlib.scripts import ScriptMaker
scripts, *roots = sys.argv[1:]
maker = ScriptMaker(None, scripts)
maker.variants, maker.executable = {""}, r"<launcher_dir>\python.exe"
roots = ascii(roots).replace("%", "%%")
maker.script_template = f"import sys\nsys.path[1:1] = {roots}\n{maker.script_template}"
maker.make("amparo = amparo.__main__:main", {"interpreter_args": ["-X", "utf8"]})
"""
"""A program for the environment's Python: pip has the only maker of .exe files that is at hand."""


def join(folder: Path, held: int) -> None:
    """Make the checkout importable in this environment, and its program start."""
    if places.is_inside(folder):
        roots = []
        write_paths(folder)
    else:
        roots = [str(root) for root in places.SOURCE_ROOTS]
    if os.name == "nt":
        python = python_of(folder)
        step([str(python), "-c", WINDOWS_MAKER, str(python.parent), *roots], held)
    else:
        write_launcher(folder / "bin" / "amparo", roots)


def write_paths(folder: Path) -> None:
    """Name the source roots in the environment.

    Relative and so plain ASCII: an absolute path breaks with a move, and with a non-ASCII folder.
    """
    import sysconfig

    site = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    lines = [os.path.relpath(root, site) for root in places.SOURCE_ROOTS]
    Path(site, "amparo-checkout.pth").write_text("\n".join(lines) + "\n", encoding="ascii")


def write_launcher(path: Path, roots: list[str]) -> None:
    """Write the program; `roots` are those that it has to name itself."""
    import shlex

    exports = f"export PYTHONPATH={shlex.quote(os.pathsep.join(roots))}\n" if roots else ""
    path.write_bytes(os.fsencode(LAUNCHER % exports))
    path.chmod(0o755)
