"""The gate: what a carrier brings is believed where the publisher signed it, and never otherwise.

TUF is asked once, to let something in; reading never depends on it. Expired lists take nothing away: what is
newer is let in and called stale, with its date.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tuf.api.exceptions import ExpiredMetadataError, RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from amparo.sync.carrier import ADDRESS, METADATA, Carrier
from amparo.sync.source import Source
from amparo.sync.trusted import Trusted, folded

PACK = "pack.tar"
"""The target that everything is checked against: the pack as it is."""
_SKEW = timedelta(hours=1)
"""By so much a clock may differ from the publisher's."""
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_LIMITS = UpdaterConfig(
    max_root_rotations=64,
    root_max_length=64 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=16 * 1024,
    targets_max_length=64 * 1024,
)


class Verdict(StrEnum):
    """How far the date of what was let in can be relied upon."""

    FRESH = "fresh"
    STALE = "stale"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What the publisher signed.

    Attributes:
        version: of the edition, such as `2026.12.1`.
        issued: when it was signed.
        said: what changed since the release before, in the publisher's words.
        targets: by name; the pack, and its shorter forms.
        verdict, expires: `expires` is when the first of its lists ends to be good.
        trusted: what is to be kept once its content is there.
    """

    version: str
    issued: datetime
    said: tuple[str, ...]
    targets: dict[str, TargetFile]
    verdict: Verdict
    expires: datetime
    trusted: Trusted

    @property
    def pack(self) -> TargetFile:
        """The pack as it is."""
        return self.targets[PACK]

    @property
    def sha256(self) -> str:
        """Of the pack, in hexadecimal."""
        return self.pack.hashes["sha256"]


def ask(source: Source, trusted: Trusted, carrier: Carrier, now: datetime, newest: datetime) -> Release:
    """What the publisher has signed last, as far as this carrier has it.

    Args:
        trusted: what was accepted before.
        newest: the latest date of issue that is known; by a clock before it nothing is judged.

    Raises: RepositoryError, DownloadError, OSError; nothing was changed then.
    """
    if now < newest:
        return _ask(source, trusted, carrier, Verdict.UNKNOWN, _LONG_AGO)
    try:
        release = _ask(source, trusted, carrier, Verdict.FRESH, now)
    except ExpiredMetadataError:
        release = _ask(source, trusted, carrier, Verdict.STALE, _LONG_AGO)
    return replace(release, verdict=Verdict.UNKNOWN) if now < release.issued - _SKEW else release


def release_of(trusted: Trusted) -> Release | None:
    """What was accepted last, from what is kept of it; None where nothing was."""
    if not trusted.lists:
        return None
    try:
        return _release(trusted, Verdict.UNKNOWN)
    except (RepositoryError, ValueError):
        return None


def _ask(source: Source, trusted: Trusted, carrier: Carrier, verdict: Verdict, today: datetime) -> Release:
    with TemporaryDirectory(prefix="amparo-update-") as named:
        trusted.unfold(Path(named))
        updater = Updater(
            named, f"{ADDRESS}{METADATA}/", fetcher=carrier, config=_LIMITS, bootstrap=source.root
        )
        # TUF has no way to say what day it is; a test holds this private name
        updater._trusted_set.reference_time = today
        updater.refresh()
        return _release(folded(Path(named), source.letters), verdict)


def _release(trusted: Trusted, verdict: Verdict) -> Release:
    lists = trusted.lists
    targets = Metadata[Targets].from_bytes(lists["targets"]).signed
    dates = [
        targets.expires,
        Metadata[Timestamp].from_bytes(lists["timestamp"]).signed.expires,
        Metadata[Snapshot].from_bytes(lists["snapshot"]).signed.expires,
        Metadata[Root].from_bytes(trusted.roots[max(trusted.roots)]).signed.expires,
    ]
    pack = targets.targets.get(PACK)
    if pack is None or "sha256" not in pack.hashes:
        raise RepositoryError(f"no {PACK} was signed")
    version, issued, said = _said(pack.custom or {})
    return Release(
        version=version,
        issued=issued,
        said=said,
        targets=targets.targets,
        verdict=verdict,
        expires=min(dates),
        trusted=trusted,
    )


def _said(custom: dict[str, Any]) -> tuple[str, datetime, tuple[str, ...]]:
    try:
        issued = datetime.fromisoformat(custom["issued"])
        return str(custom["version"]), issued.astimezone(UTC), tuple(map(str, custom["said"]))
    except (KeyError, TypeError, ValueError) as error:
        raise RepositoryError(f"the release is not as we sign them: {json.dumps(custom)[:200]}") from error
