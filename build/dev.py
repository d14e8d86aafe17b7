#!/usr/bin/env python3
"""The one command of a checkout: sees to a Python that fits, then does what the word says.

No syntax newer than Python 3.6 in this file, so that an old Python's owner reads a sentence instead of a
SyntaxError. Only a Python that fits reads the package `checkout`, which does everything else. Why it goes
about things this way: build/decisions/installing-with-pip.md.
"""

import os
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)


def fits(version: "tuple[int, int]", is_64_bit: bool) -> bool:
    """Whether the locked packages exist for such a Python."""
    return OLDEST <= version <= NEWEST and is_64_bit


def candidates(environ: "dict[str, str]") -> "list[list[str]]":
    """The commands that may start a Python that fits, newest first."""
    releases = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if os.name == "nt":
        return [["py", f"-{release}"] for release in releases]
    folders = [folder for folder in environ.get("PATH", os.defpath).split(os.pathsep) if folder]
    paths = [f"{folder}/python{release}" for release in releases for folder in folders]
    return [[path] for path in paths if os.access(path, os.X_OK)]


def works(python: "list[str]") -> bool:
    """Run a Python once: version managers put names on PATH that only fail."""
    fitting = f"{OLDEST} <= sys.version_info[:2] <= {NEWEST} and sys.maxsize > 2**32"
    command = [*python, "-c", f"import sys, venv; sys.exit(not ({fitting}))"]
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def start_again(argv: "list[str]") -> int:
    """Go on in a Python that fits, or say which ones would."""
    python = next(filter(works, candidates(dict(os.environ))), None)
    if python:
        return become([*python, str(Path(__file__).resolve()), *argv])
    oldest, newest, this = ("{}.{}".format(*version) for version in (OLDEST, NEWEST, sys.version_info))
    sentence = (
        "Amparo needs a 64-bit Python from {} to {}, and this is {}: install one of them and try again."
    )
    print(sentence.format(oldest, newest, this), file=sys.stderr)
    return 2


def become(command: "list[str]") -> int:
    """Run this program in our place; as in checkout/programs.py, which an old Python cannot read."""
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def main(argv: "list[str]") -> int:
    """Do what the word says, in a Python that fits."""
    if not fits(sys.version_info[:2], sys.maxsize > 2**32):
        return start_again(argv)
    from checkout.words import act

    return act(argv)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))  # `python3 -P` would leave it out
    sys.exit(main(sys.argv[1:]))
