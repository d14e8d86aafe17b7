"""Quick erase: without its header nobody opens a vault again, the officer neither."""

import contextlib
import os
import shutil
from pathlib import Path

from amparo.vault.errors import NotWritable
from amparo.vault.folder import VaultFolder


def erase(folder: VaultFolder) -> None:
    """Destroy the headers first, and then the files; a disk may still hold old sectors.

    Headers of backups too, of half ones, of damaged files kept aside, of drafts: any of them opens the vault.
    The vault is closed; a lock that another window holds stops nothing. Copies that were made elsewhere, on a
    stick, are not reached.

    Raises: NotWritable, where a header could not be destroyed.
    """
    try:
        for path in (folder.header, *folder.path.rglob(f"*{folder.header.name}*")):
            _overwrite(path)
    except OSError as error:
        raise NotWritable from error
    shutil.rmtree(folder.path, ignore_errors=True)  # ciphertext without a key; what cannot go now, may stay


def _overwrite(path: Path) -> None:
    if not path.exists():
        return
    size_bytes = path.stat().st_size
    with path.open("rb+", buffering=0) as opened:
        opened.write(os.urandom(size_bytes))
        os.fsync(opened.fileno())
    with contextlib.suppress(OSError):
        path.unlink()
