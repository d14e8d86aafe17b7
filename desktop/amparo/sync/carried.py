"""A folder or a zip, on a stick or anywhere, as a carrier: named files are read, and nothing is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tuf.api.exceptions import DownloadError, DownloadHTTPError

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.sync.carrier import METADATA, Carrier

EXPORTED = "amparo-content"
"""What an export is called, so that it is found on a stick."""
_PART_BYTES = 64 * 1024
_MISSING = 404


class FolderCarrier(Carrier):
    """A folder as `relay` writes it, or as the publisher keeps it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.where, self._folder = folder.name or str(folder), folder

    def part(self, name: str, start: int) -> tuple[int, Iterator[bytes]]:
        """See `Carrier`."""
        self.requests += 1
        try:
            opened = (self._folder / name).open("rb")
        except FileNotFoundError as error:
            raise DownloadHTTPError(name, _MISSING) from error
        except OSError as error:
            raise DownloadError(str(error)) from error
        opened.seek(start)
        return start, self._parts(opened)

    def _parts(self, opened: IO[bytes]) -> Iterator[bytes]:
        with opened:
            try:
                while data := opened.read(_PART_BYTES):
                    yield self.note(data)
            except OSError as error:  # the stick was pulled
                raise DownloadError(str(error)) from error


class ZipCarrier(Carrier):
    """One zip of such a folder; a bomb in it stops at the length that was signed."""

    def __init__(self, path: Path) -> None:
        """Raises: AppError, where it is no zip."""
        super().__init__()
        self.where = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise no_update_in(path) from error

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def part(self, name: str, start: int) -> tuple[int, Iterator[bytes]]:  # noqa: ARG002
        """See `Carrier`; a file in a zip is read from its beginning."""
        self.requests += 1
        try:
            opened = self._zip.open(name)
        except KeyError as error:
            raise DownloadHTTPError(name, _MISSING) from error
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
            raise DownloadError(str(error)) from error
        return 0, self._parts(opened)

    def _parts(self, opened: IO[bytes]) -> Iterator[bytes]:
        with opened:
            try:
                while data := opened.read(_PART_BYTES):
                    yield self.note(data)
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
                raise DownloadError(str(error)) from error


def carried_at(path: Path) -> Carrier:
    """The carrier for a folder, a zip, or the stick that such a thing lies on.

    Raises: AppError, where it is neither.
    """
    for folder in (path, path / EXPORTED):
        if (folder / METADATA).is_dir():
            return FolderCarrier(folder)
    zipped = path / f"{EXPORTED}.zip" if path.is_dir() else path
    if not zipped.is_file():
        raise no_update_in(path)
    return ZipCarrier(zipped)


def no_update_in(path: Path) -> AppError:
    """The error for a place that holds no update."""
    return AppError(
        _("There is no update in {place}.").format(place=path.name or path),
        _("Choose the folder or the zip that another kit exported, or that the publisher gave out."),
    )
