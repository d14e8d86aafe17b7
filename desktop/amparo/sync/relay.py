"""Handing on what is here: exactly the bytes that were signed, to a folder, into one zip, or to a colleague.

Whoever receives them believes none of it because of us.
"""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tuf.api.metadata import Metadata, Timestamp

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _
from amparo.core.progress import Tick, no_tick
from amparo.sync.carried import EXPORTED
from amparo.sync.carrier import METADATA, TARGETS
from amparo.sync.gate import PACK, release_of
from amparo.sync.source import SUFFIX, Source
from amparo.sync.trusted import read_trusted
from amparo.sync.update import Installed


def files_of(folder: Path, source: Source, current: Installed) -> dict[str, bytes]:
    """What is handed on, by its name for any carrier.

    Raises: AppError, where what is here was never vouched for, or is damaged.
    """
    trusted = read_trusted(folder, source.letters)
    release, pack = release_of(trusted), current.pack()
    if release is None or pack is None or release.sha256 != current.edition.sha256:
        raise AppError(
            _("The content here has no signature to hand on."),
            _("Receive it once from the source, then hand it on."),
        )
    timestamp = Metadata[Timestamp].from_bytes(trusted.lists["timestamp"]).signed
    version = timestamp.snapshot_meta.version
    roots = {f"{METADATA}/{number}.root.json": root for number, root in trusted.roots.items()}
    return {
        **roots,
        f"{METADATA}/timestamp.json": trusted.lists["timestamp"],
        f"{METADATA}/{version}.snapshot.json": trusted.lists["snapshot"],
        f"{METADATA}/{_targets_version(trusted.lists['snapshot'])}.targets.json": trusted.lists["targets"],
        f"{TARGETS}/{release.sha256}.{PACK}": pack,
        f"source{SUFFIX}": source.to_file(),
    }


def export(files: Mapping[str, bytes], place: Path, tick: Tick = no_tick) -> Path:
    """Write them into a folder, or into one zip where the name ends so; what was there is replaced whole.

    Raises: AppError; what was there is then as it was.
    """
    target = place if place.suffix.lower() == ".zip" else place / EXPORTED
    draft = target.with_name(f".{target.name}.new")
    try:
        _remove(draft)
        if target.suffix:
            _zip(files, draft, tick)
        else:
            for done, (name, data) in enumerate(files.items()):
                tick(done, len(files))
                replace_file(draft / name, data)
        _put(draft, target)
    except OSError as error:
        _remove(draft)
        what = _("The content could not be written to {place}: {reason}.")
        raise AppError(
            what.format(place=place, reason=error.strerror or type(error).__name__),
            _("Choose another place."),
        ) from error
    except BaseException:
        _remove(draft)
        raise
    return target


def _put(draft: Path, target: Path) -> None:
    """Put it in its place; a folder cannot be replaced in one step, so the old one steps aside."""
    old = target.with_name(f".{target.name}.old")
    _remove(old)
    if target.is_dir():
        target.rename(old)
    try:
        draft.replace(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    _remove(old)


def _zip(files: Mapping[str, bytes], path: Path, tick: Tick) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for done, (name, data) in enumerate(files.items()):
            tick(done, len(files))
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # its date tells nothing


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _targets_version(snapshot: bytes) -> int:
    from tuf.api.metadata import Snapshot

    return Metadata[Snapshot].from_bytes(snapshot).signed.meta["targets.json"].version
