"""The folder that is given out: signed lists and targets, laid out as TUF asks, each file written whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from amparo.core.files import replace_file

ROOT_GOOD = timedelta(days=730)
CONTENT_GOOD = timedelta(days=365)
TIMESTAMP_GOOD = timedelta(days=30)
PUBLIC, METADATA, TARGETS = "public", "metadata", "targets"
_COMPACT = JSONSerializer(compact=True)


class Repository:
    """What is published in a folder. The timestamp is written last: until then everybody sees the old."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        """Args: now: the time of signing; the clock's where not given."""
        self.public = folder / PUBLIC
        self.now = (now or datetime.now(UTC)).replace(microsecond=0)

    @property
    def root(self) -> Metadata[Root]:
        """The keys as they are now."""
        return Metadata[Root].from_file(str(self.root_files()[-1]))

    def root_files(self) -> list[Path]:
        """Every root there was, the first first."""
        found = (self.public / METADATA).glob("*.root.json")
        return sorted(found, key=lambda path: int(path.name.partition(".")[0]))

    def timestamp(self) -> Metadata[Timestamp]:
        """The list that is asked for first."""
        return Metadata[Timestamp].from_file(str(self.public / METADATA / "timestamp.json"))

    def snapshot(self) -> Metadata[Snapshot]:
        """Which version of the targets is good."""
        version = self.timestamp().signed.snapshot_meta.version
        return Metadata[Snapshot].from_file(str(self.public / METADATA / f"{version}.snapshot.json"))

    def targets(self) -> Metadata[Targets]:
        """The targets that are good."""
        version = self.snapshot().signed.meta["targets.json"].version
        return Metadata[Targets].from_file(str(self.public / METADATA / f"{version}.targets.json"))

    def is_released(self) -> bool:
        """Whether anything was released yet."""
        return (self.public / METADATA / "timestamp.json").exists()

    def write_root(self, root: Metadata[Root]) -> None:
        """Give out a root; whoever calls has checked its signatures."""
        self._write(f"{root.signed.version}.root.json", root)

    def write_target(self, name: str, data: bytes, custom: dict[str, Any] | None = None) -> TargetFile:
        """Give out a target under its hash."""
        made = TargetFile.from_data(name, data, ["sha256"])
        if custom:
            made.unrecognized_fields["custom"] = custom
        replace_file(self.public / TARGETS / f"{sha256(data).hexdigest()}.{name}", data)
        return made

    def release(self, targets: dict[str, TargetFile], signers: Iterable[Signer], online: Signer) -> None:
        """Sign these targets, and the lists that lead to them.

        Raises: ValueError, where the signatures are not those that the root asks for; nothing is then given
        out.
        """
        version = self.targets().signed.version + 1 if self.is_released() else 1
        made = Metadata(Targets(version=version, expires=self.now + CONTENT_GOOD, targets=targets))
        _sign(made, signers)
        self._check(Targets.type, made)
        self.lead_to(made, online)

    def lead_to(self, targets: Metadata[Targets], online: Signer) -> None:
        """Give out the targets with a fresh snapshot and timestamp.

        Raises: ValueError, as in `release`.
        """
        is_first = not self.is_released()
        version = 1 if is_first else self.snapshot().signed.version + 1
        meta = {"targets.json": MetaFile(version=targets.signed.version)}
        snapshot = Metadata(Snapshot(version=version, expires=self.now + CONTENT_GOOD, meta=meta))
        _sign(snapshot, [online])
        self._check(Snapshot.type, snapshot)
        timestamp = self._stamped(0 if is_first else self.timestamp().signed.version, version, online)
        self._write(f"{targets.signed.version}.targets.json", targets)
        self._write(f"{version}.snapshot.json", snapshot)
        self._write("timestamp.json", timestamp)

    def renew(self, online: Signer) -> datetime:
        """Sign the timestamp anew; until when it is good.

        Raises: ValueError, as in `release`.
        """
        old = self.timestamp().signed
        made = self._stamped(old.version, old.snapshot_meta.version, online)
        self._write("timestamp.json", made)
        return made.signed.expires

    def _stamped(self, last: int, snapshot: int, online: Signer) -> Metadata[Timestamp]:
        made = Metadata(
            Timestamp(
                version=last + 1, expires=self.now + TIMESTAMP_GOOD, snapshot_meta=MetaFile(version=snapshot)
            )
        )
        _sign(made, [online])
        self._check(Timestamp.type, made)
        return made

    def _check(self, role: str, made: Metadata[Any]) -> None:
        result = self.root.signed.get_verification_result(role, made.signed_bytes, made.signatures)
        if not result.verified:
            missing = result.threshold - len(result.signed)
            raise ValueError(f"{role}: {missing} more of its keys must sign. Nothing was given out.")

    def _write(self, name: str, made: Metadata[Any]) -> None:
        replace_file(self.public / METADATA / name, made.to_bytes(_COMPACT))


def _sign(made: Metadata[Any], signers: Iterable[Signer]) -> None:
    for signer in signers:
        made.sign(signer, append=True)
