"""Where things lie: the checkout, its environment, and what must lie outside it."""

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from checkout.messages import Stop

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = tuple(ROOT / name for name in ("desktop", "index", "resources", "build"))
LOCKS = ROOT / "build" / "locks"
LONGEST_CHECKOUT = 83  # characters; the longest file of an environment has 151 more, and Windows allows 260


def choose_folder(environ: Mapping[str, str]) -> Path:
    """Where the environment lies, or is to lie.

    Raises: Stop, where no environment can lie there.
    """
    if named := environ.get("AMPARO_VENV"):
        folder = Path(named)
    else:
        folder = ROOT / ".venv"
        if not os.path.lexists(folder) and (is_too_deep(ROOT) or not is_writable(ROOT)):
            folder = private_folder("amparo-venv", environ)
    folder = folder.resolve()
    if os.pathsep in f"{folder}{ROOT}":
        raise Stop(f"No environment works in a path with '{os.pathsep}': move or rename {ROOT}.")
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file, and the environment belongs there: move it away.")
    return folder


def is_inside(path: Path) -> bool:
    """Whether it moves with the checkout."""
    return ROOT in path.parents


def is_too_deep(root: Path) -> bool:
    """Whether Windows would refuse the longest names of an environment in this checkout."""
    if sys.platform == "win32" and len(str(root)) > LONGEST_CHECKOUT:
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return not winreg.QueryValueEx(key, "LongPathsEnabled")[0]  # there since Windows 10 1607
    return False


def is_writable(folder: Path) -> bool:
    """Whether files can be made here; Windows tells only whoever tries."""
    import tempfile

    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


def private_folder(name: str, environ: Mapping[str, str]) -> Path:
    """A folder for this checkout alone, in the person's own cache."""
    return private_cache(environ) / f"{name}-{hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:16]}"


def private_cache(environ: Mapping[str, str]) -> Path:
    """The person's own cache, for a checkout that cannot be written to; never a folder shared by all."""
    if not has_home():
        raise Stop("This checkout is read-only, and you have no home: name a folder of yours in AMPARO_VENV.")
    if os.name == "nt":
        return Path(environ.get("LOCALAPPDATA") or Path.home())
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def has_home() -> bool:
    """Whether this user has a home; the unknown one of some containers has none."""
    try:
        return bool(Path.home())
    except RuntimeError:
        return False
