"""A release: documents are checked and packed, deltas made, and all of it signed, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from securesystemslib.signer import Signer

from amparo.core.files import replace_file
from amparo.core.model import order_of
from amparo.library.compile import compile_pack
from amparo.library.documents import EDITION, read_edition
from amparo.library.pack import make_pack, read_pack
from amparo.sync.gate import PACK
from amparo.sync.packs import COMPRESSED, compress, delta_name
from amparo_build.content import check
from amparo_build.publish.changes import changes_between
from amparo_build.publish.repository import TARGETS, Repository

DELTAS = 8
"""Releases from which a delta leads to the newest."""
_PACKS = "packs"


class NotReleased(ValueError):
    """The documents do not hold, or are no newer edition. Nothing was signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What was given out: the edition, what changed, and the bytes of each target."""

    version: str
    said: tuple[str, ...]
    sizes: dict[str, int]


def release(
    folder: Path,
    documents: Mapping[str, bytes],
    signers: Iterable[Signer],
    online: Signer,
    *,
    said: Iterable[str] = (),
    now: datetime | None = None,
) -> Released:
    """Give out an edition.

    Args:
        folder: of the publisher; its part `public` is what a web server gives out.
        said: sentences of the publisher's own, before those that tell what changed.

    Raises: NotReleased, ValueError for signatures that are missing; nothing was given out then.
    """
    if faults := check(dict(documents)):
        raise NotReleased("\n".join([*map(str, faults), f"{len(faults)} faults; nothing was signed."]))
    repository = Repository(folder, now)
    pack, edition = make_pack(documents), read_edition(documents[EDITION])
    old = _packs(folder)
    if old and order_of(edition.version) <= order_of(_version(old[-1])):
        raise NotReleased(f"{EDITION}: the version must be above {_version(old[-1])}. Nothing was signed.")
    with TemporaryDirectory() as scratch:
        compile_pack(pack, Path(scratch))  # what no kit could build is not given out
    changed = changes_between(read_pack(old[-1]), documents) if old else ()
    words = (*said, *changed)
    custom = {
        "version": edition.version,
        "issued": (now or datetime.now(UTC)).isoformat(timespec="seconds"),
        "said": list(words),
    }
    targets = {PACK: repository.write_target(PACK, pack, custom)}
    forms = {COMPRESSED: compress(pack)}
    forms |= {delta_name(sha256(before).hexdigest()): compress(pack, before) for before in old[-DELTAS:]}
    targets |= {name: repository.write_target(name, data) for name, data in forms.items()}
    before = _named(repository)
    repository.release(targets, signers, online)
    replace_file(folder / _PACKS / f"{repository.targets().signed.version:06}.tar", pack)
    _sweep(repository, before)
    return Released(version=edition.version, said=words, sizes={PACK: len(pack)} | _sizes(forms))


def _sizes(forms: Mapping[str, bytes]) -> dict[str, int]:
    return {name: len(data) for name, data in forms.items()}


def _packs(folder: Path) -> list[bytes]:
    """The packs of the last releases, the newest last."""
    return [path.read_bytes() for path in sorted((folder / _PACKS).glob("*.tar"))[-DELTAS:]]


def _version(pack: bytes) -> str:
    return read_edition(read_pack(pack)[EDITION]).version


def _named(repository: Repository) -> set[str]:
    """The target files of the release that is out: who is receiving it may finish."""
    if not repository.is_released():
        return set()
    return {
        f"{target.hashes['sha256']}.{name}" for name, target in repository.targets().signed.targets.items()
    }


def _sweep(repository: Repository, before: set[str]) -> None:
    kept = before | _named(repository)
    for path in (repository.public / TARGETS).iterdir():
        if path.name not in kept:
            path.unlink()
