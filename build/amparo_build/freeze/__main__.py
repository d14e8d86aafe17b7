"""`python3 build/dev.py freeze`: the one-folder program in dist/amparo, the same from the same sources."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from amparo import __version__
from amparo.core.licences import LICENCES
from amparo.core.made import MADE
from amparo_build.freeze import icons
from amparo_build.freeze.bill import bill_of_materials
from amparo_build.freeze.contents import Stranger, parts
from amparo_build.freeze.folder import DIST, FOLDER, ROOT, size_mb
from amparo_build.freeze.notices import licences_text
from amparo_build.freeze.sums import write_sums

WORK = ROOT / ".cache" / "pyinstaller"

_ALWAYS_THE_SAME = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1704067200"}
"""PyInstaller and whoosh write sets in their order in memory, Windows' linker a date."""


class NotFrozen(Exception):
    """What is in the way, and what to do about it."""


def main() -> int:
    """Freeze, and say what came of it."""
    try:
        freeze()
    except (NotFrozen, Stranger) as error:
        print(f"Nothing was frozen: {error}.", file=sys.stderr)
        return 1
    return 0


def freeze() -> None:
    """Make the folder.

    Raises: NotFrozen, Stranger.
    """
    if (FOLDER / "portable").exists():
        raise NotFrozen(f"{FOLDER / 'portable'} holds somebody's data; move it away")
    content = WORK / "content"
    WORK.mkdir(parents=True, exist_ok=True)
    environment = os.environ | _ALWAYS_THE_SAME
    environment |= {"AMPARO_CONTENT": str(content), "PYINSTALLER_CONFIG_DIR": str(WORK / "config")}
    _run("content", environment, "amparo_build.content")
    icons.write_ico(WORK / "amparo.ico")
    places = ["--workpath", str(WORK), "--distpath", str(DIST)]
    spec = str(ROOT / "build" / "amparo.spec")
    _run("program", environment, "PyInstaller", "--noconfirm", "--clean", *places, spec)
    _tell(commit_of(ROOT))
    digest = write_sums(FOLDER)
    print(f"{FOLDER}: Amparo {__version__}, {size_mb(FOLDER):.0f} MB, SHA-256 {digest}")


def _run(what: str, environment: dict[str, str], *command: str) -> None:
    """Run a step; its words go to a file, and are told where it fails."""
    print(f"Making the {what}.", file=sys.stderr, flush=True)
    log = WORK / f"{what}.log"
    with log.open("wb") as told:
        step = [sys.executable, "-P", "-m", *command]
        done = subprocess.run(step, env=environment, cwd=ROOT, stdout=told, stderr=told, check=False)
    if done.returncode:
        print(log.read_text(encoding="utf-8", errors="replace"), file=sys.stderr)
        raise NotFrozen(f"the {what} could not be made, for the reason above")


def _tell(commit: str) -> None:
    """Put beside the program what it is made of, and what it says of itself."""
    analysed = json.loads((WORK / "amparo" / "analysed.json").read_text(encoding="utf-8"))
    found = parts(analysed["modules"], analysed["origins"])
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    [resources] = FOLDER.glob("**/amparo_resources")
    _write(resources / LICENCES, licences_text(ours, __version__, found))
    _write(resources / "bill.cdx.json", bill_of_materials(__version__, commit, found))
    _write(resources / MADE, json.dumps({"commit": commit}) + "\n")
    for name in ("LICENSE", "build/portable/README.txt"):
        shutil.copyfile(ROOT / name, FOLDER / Path(name).name)


def commit_of(checkout: Path) -> str:
    """The commit of a checkout, with a `+` where something was changed since; or that it has none."""
    try:
        commit = _git(checkout, "rev-parse", "HEAD")
        return f"{commit}+" if _git(checkout, "status", "--porcelain") else commit
    except (OSError, subprocess.CalledProcessError):
        return "not from a repository"


def _git(checkout: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=checkout, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
