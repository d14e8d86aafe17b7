"""The list of a folder's files with their hashes, and the hash of the list: the program's content hash."""

from hashlib import sha256
from pathlib import Path

from amparo.core.made import SUMS, digest_of


def write_sums(folder: Path) -> str:
    """Write the list that the program and `sha256sum --check` hold the files against; the hash of the list.

    Raises: ValueError, where a name or a link would not survive on a stick.
    """
    lines = []
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not name.isascii():
            raise ValueError(f"{name} cannot be copied to every stick: it is a link, or not plain ASCII")
        if path.is_file() and name != SUMS:
            lines.append(f"{digest_of(path)}  {name}\n")
    written = "".join(lines).encode()
    (folder / SUMS).write_bytes(written)
    return sha256(written).hexdigest()
