"""Whom the kit believes: the publisher's first root and address, from a small file compared by eye."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _
from amparo.core.spoken import spoken

FORMAT = 1
MOST_BYTES = 256 * 1024
SUFFIX = ".amparo-source"
_KEPT = "source.json"


class BadSource(AppError):
    """The file is no source file."""

    def __init__(self) -> None:
        super().__init__(
            _("This is no source file of the kit, or it is damaged."),
            _("Ask whoever publishes the content for the file whose name ends in {suffix}.").format(
                suffix=SUFFIX
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher of content.

    Attributes:
        name: of the publishing body, as it calls itself.
        url: where its files are; empty for one that is only carried.
        root: the first root of its keys, as TUF writes it.
        authority: a certificate in PEM that its server shows; empty for those of the system.
    """

    name: str
    url: str
    root: bytes
    authority: str = ""

    @property
    def letters(self) -> str:
        """What is compared by eye or by voice: over all that is believed."""
        return spoken(self._said().decode(), person=b"amparo source")

    def to_file(self) -> bytes:
        """As it is handed out."""
        return json.dumps(json.loads(self._said()), indent=1, ensure_ascii=False).encode() + b"\n"

    def _said(self) -> bytes:
        said = {
            "amparo-source": FORMAT,
            "name": self.name,
            "url": self.url,
            "root": json.loads(self.root),
            "authority": self.authority,
        }
        return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def source_of(data: bytes) -> Source:
    """The source that a file names; it is not believed yet.

    Raises: BadSource.
    """
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Metadata, Root

    try:
        said: dict[str, Any] = json.loads(data) if len(data) <= MOST_BYTES else {}
        if said["amparo-source"] != FORMAT:
            raise BadSource
        name, url, authority = str(said["name"]).strip(), str(said["url"]).strip(), str(said["authority"])
        root = json.dumps(said["root"], separators=(",", ":")).encode()
        Metadata[Root].from_bytes(root).verify_delegate(Root.type, Metadata[Root].from_bytes(root))
    except (ValueError, TypeError, KeyError, RecursionError, RepositoryError) as error:
        raise BadSource from error
    if not name or (url and not url.startswith(("https://", "http://"))):
        raise BadSource
    return Source(name=name, url=url, root=root, authority=authority)


def read_source_file(path: Path) -> Source:
    """The source that a file names.

    Raises: BadSource, also where it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            return source_of(opened.read(MOST_BYTES + 1))
    except OSError as error:
        raise BadSource from error


class KeptSource:
    """The one source that this kit believes: built in by whoever handed it out, or added by the officer."""

    def __init__(self, received: Path, bundled: Path) -> None:
        """Args: received: the folder of received content. bundled: that of the built content."""
        self._path, self._bundled = received / _KEPT, bundled / _KEPT

    def read(self) -> Source | None:
        """The source; None where none was set up."""
        for path in (self._path, self._bundled):
            with contextlib.suppress(BadSource):
                return read_source_file(path)
        return None

    def is_there(self) -> bool:
        """Whether one was set up; reads nothing of it, and loads no library."""
        return self._path.exists() or self._bundled.exists()

    def keep(self, source: Source) -> None:
        """Believe this one from now on, and no other.

        Raises: AppError.
        """
        try:
            replace_file(self._path, source.to_file())
        except OSError as error:
            what = _("The source could not be kept: the kit's folder cannot be written.")
            raise AppError(what, _("Start the kit from a place that can be written.")) from error
