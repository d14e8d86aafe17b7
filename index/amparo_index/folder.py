"""The folder of an index: which files are its own, and whether they are the ones that were built.

An index is pickles inside, and a changed one runs code as it is opened. So it is never taken from a carrier,
and `verify` reads every byte of it before Whoosh reads the first.
"""

import hashlib
from pathlib import Path

from amparo_index.model import SCHEMA, IndexDamaged, IndexOutdated

SCHEMA_FILE = "AMPARO_SCHEMA"
_LOCK = "MAIN_WRITELOCK"
_PREFIXES = ("MAIN_", "_MAIN_", SCHEMA_FILE)
_CHUNK_BYTES = 1 << 20


def index_files(folder: Path) -> list[Path]:
    """The files that Whoosh or we would read, by name; what else a system drops into a folder does not count.

    Raises: OSError.
    """
    found = (path for path in folder.iterdir() if path.name.startswith(_PREFIXES) and path.name != _LOCK)
    return sorted(found, key=lambda path: path.name)


def digest(folder: Path) -> str:
    """One SHA-256 over names and bytes of the index files, in hexadecimal.

    Raises: OSError, where they cannot be read.
    """
    seen = hashlib.sha256()
    for path in index_files(folder):
        seen.update(f"{path.name}\0{path.stat().st_size}\0".encode("utf-8", "surrogateescape"))
        with path.open("rb") as opened:
            while chunk := opened.read(_CHUNK_BYTES):
                seen.update(chunk)
    return seen.hexdigest()


def verify(folder: Path, expected_digest: str) -> None:
    """Make sure that the files are those that were built, and of a schema that this program reads.

    Raises:
        IndexDamaged: they are not, or some cannot be read.
        IndexOutdated: they are, but the schema is another.
    """
    try:
        found = digest(folder)
        if found != expected_digest:
            raise IndexDamaged(f"{folder}: digest is {found}, expected {expected_digest}")
        schema = (folder / SCHEMA_FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{folder}: {error}") from error
    if schema != str(SCHEMA):
        raise IndexOutdated(f"{folder}: schema is {schema}, expected {SCHEMA}")


def clear(folder: Path) -> None:
    """Make the folder, and remove the files of an index that was there before.

    Raises: OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in index_files(folder):
        path.unlink()
    (folder / _LOCK).unlink(missing_ok=True)


def seal(folder: Path) -> str:
    """Write the schema's number beside a finished index, and return the digest.

    Raises: OSError.
    """
    (folder / SCHEMA_FILE).write_text(f"{SCHEMA}\n", encoding="ascii", newline="")
    (folder / _LOCK).unlink(missing_ok=True)
    return digest(folder)
