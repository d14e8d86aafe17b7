"""Sealed files on their way: kept until they are delivered or taken back, and never given up by itself.

The folder holds ciphertext and numbers: whoever looks into it learns how many files wait, and how old they
are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from amparo.core.errors import AppError
from amparo.core.files import Record, RecordFile, Unreadable, replace_file
from amparo.core.i18n import _

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=6)
_DRAFT_S = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sealed file.

    Attributes:
        digest: SHA-256 of its bytes, and its name.
        put_at, tried_at, delivered_at: ISO 8601, UTC; the last two are empty for never.
        tries: how often it was tried.
        refused: why the server does not take it, in words; empty where it may be tried again.
    """

    digest: str
    put_at: str
    tries: int = 0
    tried_at: str = ""
    refused: str = ""
    delivered_at: str = ""

    @property
    def put_on(self) -> date:
        """The day on which it was put, in the officer's own time."""
        return datetime.fromisoformat(self.put_at).astimezone().date()

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be delivered."""
        return not self.delivered_at

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be tried now: each failure doubles the wait, up to six hours."""
        if self.delivered_at or self.refused:
            return False
        if not self.tried_at:
            return True
        wait = min(_FIRST_WAIT * 2 ** min(self.tries - 1, 12), _LONGEST_WAIT)
        since = now - datetime.fromisoformat(self.tried_at)
        return since >= wait or since < timedelta(0)  # a clock set back holds nothing up


class Outbox:
    """A folder of sealed files; two windows of the kit may use it at once."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder, self._now = folder, now
        self._file = RecordFile(folder / "outbox.json")

    def put(self, sealed: bytes) -> Item:
        """Keep a sealed file; the same one is kept once.

        Raises: AppError; nothing is kept then.
        """
        digest = sha256(sealed).hexdigest()
        item = Item(digest=digest, put_at=self._time())
        try:
            replace_file(self._path(digest), sealed)
            self._update(lambda items: {digest: item, **items})
        except OSError as error:
            with contextlib.suppress(OSError):
                self._path(digest).unlink(missing_ok=True)
            what = _("The sealed file could not be put into the outbox.")
            raise AppError(what, _("Free some room, or seal to a stick.")) from error
        return item

    def items(self) -> tuple[Item, ...]:
        """All that is known, the least tried first, then the oldest; a file without a note waits too."""
        items = self._read()
        for path in self._folder.glob("*.age"):
            if path.stem not in items:  # killed between the two
                made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                items[path.stem] = Item(digest=path.stem, put_at=made_at.isoformat(timespec="seconds"))
        return tuple(sorted(items.values(), key=lambda item: (item.tries, item.put_at, item.digest)))

    def waiting(self) -> tuple[Item, ...]:
        """Those that are not delivered."""
        return tuple(item for item in self.items() if item.is_waiting)

    def sealed(self, item: Item) -> bytes:
        """The bytes of an item.

        Raises: AppError, where they are gone or are not what was sealed.
        """
        try:
            data = self._path(item.digest).read_bytes()
        except OSError as error:
            raise _gone() from error
        if sha256(data).hexdigest() != item.digest:
            raise _gone()
        return data

    def note_try(self, digest: str, *, refused: str = "") -> None:
        """Note that it was tried, and not delivered."""
        self._change(
            digest, lambda item: {"tries": item.tries + 1, "tried_at": self._time(), "refused": refused}
        )

    def note_delivered(self, digest: str) -> None:
        """Note that the server has it, and let go of the file."""
        self._change(
            digest,
            lambda item: {"tries": item.tries + 1, "tried_at": self._time(), "delivered_at": self._time()},
        )
        self._path(digest).unlink(missing_ok=True)

    def try_again(self) -> None:
        """Try the refused ones once more: the officer has seen to the reason."""
        for item in self.waiting():
            self._change(item.digest, lambda _item: {"refused": "", "tried_at": ""})

    def sweep(self) -> None:
        """Let go of what a kill left: files that were delivered, and drafts that nobody writes any more."""
        delivered = {item.digest for item in self.items() if not item.is_waiting}
        with contextlib.suppress(OSError):
            for path in self._folder.glob("*.age"):
                if path.stem in delivered:
                    path.unlink()
            for draft in self._folder.glob("*.age.*.new"):
                if self._now().timestamp() - draft.stat().st_mtime > _DRAFT_S:
                    draft.unlink()

    def take_back(self, digest: str) -> None:
        """Deliver it no more."""
        self._path(digest).unlink(missing_ok=True)
        self._update(lambda items: {key: item for key, item in items.items() if key != digest})

    def carry(self, digest: str, folder: Path) -> Path:
        """Copy a sealed file to a stick as it is, and read it back; it goes on waiting here.

        Raises: AppError.
        """
        item = next((one for one in self.items() if one.digest == digest), None)
        if item is None:
            raise _gone()
        data, path = self.sealed(item), folder / f"{digest}.age"
        with contextlib.suppress(OSError):
            replace_file(path, data)
            if path.read_bytes() == data:
                return path
        what = _("The sealed file could not be written in {folder}.").format(folder=folder)
        raise AppError(what, _("Choose another place."))

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.age"

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    def _change(self, digest: str, news: Callable[[Item], dict[str, Any]]) -> None:
        def change(items: dict[str, Item]) -> dict[str, Item]:
            item = items.get(digest) or Item(digest=digest, put_at=self._time())
            return items | {digest: Item(**(asdict(item) | news(item)))}

        self._update(change)

    def _read(self) -> dict[str, Item]:
        try:
            return _items(self._file.read())
        except (Unreadable, OSError):
            return {}

    def _update(self, change: Callable[[dict[str, Item]], dict[str, Item]]) -> None:
        def whole(record: Record) -> Record:
            return {key: asdict(item) for key, item in change(_items(record)).items()}

        self._file.update(whole)


def _items(record: Record) -> dict[str, Item]:
    """What the record holds; a note that is none of ours counts as none: its file is there all the same."""
    items = {}
    for key, said in record.items():
        with contextlib.suppress(TypeError):
            items[key] = Item(**said)
    return items


def _gone() -> AppError:
    return AppError(
        _("A file of the outbox is gone or damaged."), _("Take it back, and seal the referral again.")
    )
