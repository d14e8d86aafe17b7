"""Programs to run beside the tests: Python with the kit's packages, and nothing of this process in it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import amparo
import amparo_build
import amparo_index
import amparo_resources

CHECKOUT = Path(__file__).parents[1]
_ROOTS = [
    str(Path(package.__path__[0]).parent)
    for package in (amparo, amparo_index, amparo_resources, amparo_build)
]


def environment(**changed: str) -> dict[str, str]:
    """The environment of a program that finds the kit; folders and content are the test's."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(_ROOTS)} | changed


def python(code: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run code to its end; its output is text."""
    return _run([sys.executable, "-c", code, *arguments], options)


def kit(*arguments: str | bytes, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as an officer does, in a terminal without a display."""
    return _run([sys.executable, "-m", "amparo", *arguments], options)


def _run(command: list[str | bytes], options: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    standard: dict[str, Any] = {
        "env": environment(),
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
        "errors": "surrogateescape",
        "timeout": 60,
    }
    return subprocess.run(command, check=False, **(standard | options))
