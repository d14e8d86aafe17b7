"""Starting programs: the steps of a making, and the one that we become."""

import os
import re
import subprocess
import sys
from pathlib import Path

from checkout.messages import Stop

REASONS = {
    "No space left|not enough space": (
        "The disk is full: make room (an environment takes 600 MB) and try again."
    ),
    "SSLError": "The package index is not trusted here: name your office's certificates in PIP_CERT.",
    "NewConnectionError|ConnectTimeout|ProxyError": (
        "No connection to the package index: connect and try again, or fetch the wheels elsewhere and set"
        " PIP_NO_INDEX=1 and PIP_FIND_LINKS=<their folder>."
    ),
    "DO NOT MATCH THE HASHES": (
        "A package is not the one that was locked, and was not installed: do not trust its source."
    ),
    "Permission denied": "A file belongs to somebody else: name a folder of yours in AMPARO_VENV.",
}
"""Signs in the output of a step, and what they mean; the first that is there counts."""

NO_REASON = "The environment is not finished: what went wrong stands above. The next try begins anew."


def python_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def module(folder: Path, name: str) -> list[str]:
    """The command of a module; scripts in `bin` break with a move, and -P keeps the folder we are in out."""
    return [str(python_of(folder)), "-P", "-m", name]


def become(command: list[str]) -> int:
    """Run this program in our place, its signals and exit code its own; Windows cannot, and waits."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def step(command: list[str], held: int) -> None:
    """Run a step of the making; it inherits the lock `held`, since it may outlive us.

    Raises: Stop, with what the step said and the reason in a sentence.
    """
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if os.name == "nt" else (held,),
    )
    if done.returncode:
        raise Stop(f"{done.stdout.strip()}\n\n{reason(done.stdout)}")


def reason(output: str) -> str:
    """Why a step failed, in a sentence: what pip says of a missing network leads astray."""
    return next((sentence for signs, sentence in REASONS.items() if re.search(signs, output)), NO_REASON)
