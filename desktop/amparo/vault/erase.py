"""Quick erase: without its header nobody opens a vault again, the officer neither."""

import contextlib
import os
import shutil
from pathlib import Path

from amparo.vault.backups import backups_of
from amparo.vault.errors import NotWritable
from amparo.vault.folder import VaultFolder


def erase(folder: VaultFolder) -> None:
    """Destroy the headers first, of the backups too, and then the files; a disk may still hold old sectors.

    Copies that were made elsewhere, on a stick, are not reached.

    Raises: NotWritable, where a header could not be destroyed.
    """
    try:
        for path in (folder.header, *(backup.header for backup in backups_of(folder)), *_aside(folder)):
            _overwrite(path)
    except OSError as error:
        raise NotWritable from error
    shutil.rmtree(folder.path, ignore_errors=True)  # ciphertext without a key; what cannot go now, may stay


def _aside(folder: VaultFolder) -> list[Path]:
    return list(folder.path.glob("damaged-*/vault.hdr"))


def _overwrite(path: Path) -> None:
    if not path.exists():
        return
    size_bytes = path.stat().st_size
    with path.open("rb+", buffering=0) as opened:
        opened.write(os.urandom(size_bytes))
        os.fsync(opened.fileno())
    with contextlib.suppress(OSError):
        path.unlink()
