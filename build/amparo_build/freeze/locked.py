"""What build/locks/run.txt pins, and what of it is installed here: the parts of the program."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCKS = Path(__file__).parents[2] / "locks"
RUN = LOCKS / "run.txt"

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package as it is locked.

    Attributes:
        sha256: of each file that may be installed, one a system and Python.
    """

    name: str
    version: str
    sha256: tuple[str, ...]


def pins(lock: Path = RUN) -> tuple[Pin, ...]:
    """The packages of a lock, for whichever system."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"))
    found = ((_PIN.match(block), block) for block in blocks)
    return tuple(
        Pin(match["name"], match["version"], tuple(_HASH.findall(block))) for match, block in found if match
    )


def installed(lock: Path = RUN) -> tuple[tuple[Pin, Distribution], ...]:
    """Those that are installed here; a lock also names what only other systems need.

    Raises: ValueError, where another version is installed than is locked.
    """
    found = []
    for pin in pins(lock):
        try:
            here = distribution(pin.name)
        except PackageNotFoundError:
            continue
        if here.version != pin.version:
            raise ValueError(f"{pin.name} {here.version} is installed, and {pin.version} is locked")
        found.append((pin, here))
    return tuple(found)


def metadata_files() -> list[tuple[str, str]]:
    """For PyInstaller: by their METADATA the frozen program knows the versions of its parts."""
    files = ((file, here) for _, here in installed() for file in here.files or ())
    return sorted(
        (str(here.locate_file(file)), file.parent.as_posix())
        for file, here in files
        if file.name == "METADATA" and file.parent.suffix == ".dist-info"
    )
