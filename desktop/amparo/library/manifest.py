"""What a folder of built content says of itself, and whether it is whole."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.model import Edition

MANIFEST = "manifest.json"
PACK = "pack.tar"
LIBRARY = "library.sqlite"
INDEX = "index"
_CHECK = "checksum"


class ContentDamaged(AppError):
    """The built content is not there, or is not what it was when it was built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The edition that was built, and the hashes of what was made of it."""

    edition: Edition
    library_sha256: str
    index_digest: str

    def to_json(self) -> str:
        """As the file holds it, with a checksum of its own: a disk loses bits anywhere."""
        said = json.loads(json.dumps(asdict(self), default=date.isoformat))
        return json.dumps(said | {_CHECK: _checksum(said)}, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder of built content.

    Raises: ContentDamaged.
    """
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
        if said.pop(_CHECK) != _checksum(said):
            raise damaged()
        edition = said["edition"] | {"issued": date.fromisoformat(said["edition"]["issued"])}
        return Manifest(**said | {"edition": Edition(**edition)})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged() from error


def verify_library(folder: Path, manifest: Manifest) -> None:
    """Compare the library with the hash taken when it was built.

    Raises: ContentDamaged.
    """
    try:
        found = sha256((folder / LIBRARY).read_bytes()).hexdigest()
    except OSError as error:
        raise damaged() from error
    if found != manifest.library_sha256:
        raise damaged()


def _checksum(said: dict[str, Any]) -> str:
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def damaged() -> ContentDamaged:
    """The error that tells an officer so."""
    return ContentDamaged(
        _("The content of this kit is damaged or incomplete, so it cannot be shown."),
        _("Copy the kit again from where you got it. Your own settings and bookmarks are kept."),
    )
