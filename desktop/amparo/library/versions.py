"""Editions that were received, a folder each that never changes; the rename of a finished one is the switch.

There is no pointer that could be wrong: the newest folder that is whole is in use, and the content that was
built with the program stands behind them all. A folder in the making has another name, and is swept by the
next one that is made.
"""

import contextlib
import logging
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from amparo.core.errors import BadContent
from amparo.core.i18n import _
from amparo.core.model import Edition, order_of
from amparo.core.progress import Tick, no_tick
from amparo.library.changes import write_changes
from amparo.library.manifest import PACK, ContentDamaged, Manifest, damaged, read_manifest, verify_library
from amparo.library.tables import VERSION

log = logging.getLogger(__name__)

KEPT = 2
"""Received editions that stay: the one in use, and the one before it for whoever still has it open."""
_MAKING = "making"
_NAME = re.compile(r"v(\d+)-(\d+)")  # of the library's tables, and a number that only grows


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A folder of content that is whole.

    Attributes:
        is_bundled: it was built with the program, and not received.
        trouble: why a newer one is not in use, in whole sentences; empty for nothing.
    """

    folder: Path
    manifest: Manifest
    is_bundled: bool
    trouble: str = ""

    @property
    def edition(self) -> Edition:
        """Which edition it is."""
        return self.manifest.edition

    def pack(self) -> bytes | None:
        """Its pack, as it was signed; None where it is no longer that."""
        with contextlib.suppress(OSError):
            pack = (self.folder / PACK).read_bytes()
            if sha256(pack).hexdigest() == self.edition.sha256:
                return pack
        return None


class Versions:
    """The editions of one kit."""

    def __init__(self, folder: Path, bundled: Path) -> None:
        """Args: folder: of the received ones; it may not exist. bundled: built with the program."""
        self._folder, self._bundled = folder, bundled
        self._lost = False  # one was set aside, and nothing was received since

    def current(self) -> Content:
        """The newest that is whole; writes nothing.

        Raises: ContentDamaged, where not even the bundled one is.
        """
        found, latest = self._by_age(), self._received()[:1]
        trouble = (
            ""
            if not self._lost and {content.folder for content in found}.issuperset(latest)
            else _fell_back()
        )
        for content in found:
            try:
                verify_library(content.folder, content.manifest)
            except ContentDamaged:
                trouble = _fell_back()
            else:
                return replace(content, trouble=trouble)
        raise damaged()

    def install(self, pack: bytes, tick: Tick = no_tick) -> Content:
        """Make a folder of a pack, and put it in its place in one step; whoever calls holds the lock.

        Raises: OSError, Cancelled, BadContent; all is then as it was.
        """
        from amparo.library.compile import (
            compile_pack,
        )  # msgspec, yaml, sqlite-utils: not before it is needed
        from amparo.library.documents import Fault
        from amparo.library.pack import BadPack

        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        making = self._folder / f"{_MAKING}-{os.getpid()}"
        making.mkdir()
        try:
            compile_pack(pack, making, tick)
            with contextlib.suppress(ContentDamaged, sqlite3.Error):  # against nothing, nothing is marked
                write_changes(self.current().folder, making)
            _keep_on_disk(making)
            folder = next(path for path in self._next_names() if not path.exists())
            making.rename(folder)
        except (BadPack, Fault) as error:
            shutil.rmtree(making, ignore_errors=True)
            raise BadContent(str(error)) from error
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        self._lost = False
        _sync_folder(self._folder)
        for old in self._received()[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)  # what is still open elsewhere goes another time
        return Content(folder=folder, manifest=read_manifest(folder), is_bundled=False)

    def set_aside(self, content: Content) -> None:
        """Use this one no more: a part of it was found damaged that is not looked at when it is opened."""
        if not content.is_bundled:
            self._lost = True
            with contextlib.suppress(OSError):
                content.folder.rename(content.folder.with_name(f"{_MAKING}-{content.folder.name}"))

    def _by_age(self) -> list[Content]:
        """Those whose manifest can be read, the newest first."""
        found = []
        for folder in (*self._received(), self._bundled):
            with contextlib.suppress(ContentDamaged):
                manifest = read_manifest(folder)
                found.append(Content(folder=folder, manifest=manifest, is_bundled=folder == self._bundled))
        return sorted(found, key=lambda content: order_of(content.edition.version), reverse=True)

    def _received(self) -> list[Path]:
        """Those of this program's tables, the latest first."""
        found: list[tuple[int, Path]] = []
        with contextlib.suppress(OSError):
            named = ((_NAME.fullmatch(path.name), path) for path in self._folder.iterdir())
            found += ((int(name[2]), path) for name, path in named if name and int(name[1]) == VERSION)
        return [path for _number, path in sorted(found, reverse=True)]

    def _next_names(self) -> Iterator[Path]:
        last = max((int(path.name.partition("-")[2]) for path in self._received()), default=0)
        return (self._folder / f"v{VERSION}-{number}" for number in count(last + 1))

    def _sweep(self) -> None:
        for left in self._folder.glob(f"{_MAKING}-*"):
            shutil.rmtree(left, ignore_errors=True)


def _fell_back() -> str:
    log.info("content is damaged")
    return _(
        "A newer edition of the content is damaged, so an older one is shown."
        " Fetch it again on the page Updates."
    )


def _keep_on_disk(folder: Path) -> None:
    """See that the disk has every byte before the folder gets its name."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as opened:
                os.fsync(opened.fileno())
        else:
            _sync_folder(path)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no such call, and keeps its folders in a journal
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
