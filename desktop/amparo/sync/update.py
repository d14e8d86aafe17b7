"""One update, from whatever carrier: ask, fetch, install, and only then keep what vouches for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Protocol

from amparo.core.errors import BadContent
from amparo.core.files import Held, locked, sweep
from amparo.core.model import Edition
from amparo.core.progress import Tick, no_tick
from amparo.sync import gate, reasons, trusted
from amparo.sync.carrier import Carrier
from amparo.sync.floor import Floor, floor_of
from amparo.sync.gate import Release
from amparo.sync.packs import fetch_pack
from amparo.sync.source import Source
from amparo.sync.state import State, StateFile

PARTIAL, LOCK = "partial", "update.lock"


class Installed(Protocol):
    """The content in use, as `library.versions` gives it."""

    @property
    def edition(self) -> Edition:
        """Which edition it is."""

    def pack(self) -> bytes | None:
        """Its pack, if it is still what was signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an update works with.

    Attributes:
        folder: of received content.
        current: the content in use, looked up anew.
        install: put a pack into use; raises OSError or `BadContent`.
        floor: what a second memory, such as the vault, knows to have been here.
    """

    folder: Path
    source: Source
    current: Callable[[], Installed]
    install: Callable[[bytes, Tick], object]
    floor: Floor = field(default_factory=Floor)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it.

    Attributes:
        is_new: content was installed.
    """

    release: Release
    is_new: bool


def update(order: Order, carrier: Carrier, tick: Tick = no_tick) -> Outcome:
    """Receive what is new from a carrier; progress is told in bytes, then in passages of the index.

    Raises: NotReceived, Cancelled; what was installed is then byte for byte as before.
    """
    state = StateFile(order.folder)
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
        with locked(order.folder / LOCK, waits=False):
            sweep(order.folder / trusted.FILE)
            outcome = _update(order, carrier, tick)
    except Held as error:
        raise reasons.busy() from error
    except BadContent as error:
        raise _noted(state, reasons.not_ours(), carrier, order) from error
    except reasons.NotReceived as error:
        raise _noted(state, error, carrier, order) from None
    except reasons.TROUBLES as error:
        raise _noted(state, reasons.reason_of(error), carrier, order) from error
    release = outcome.release
    state.keep(
        State(
            tried_at=order.now(),
            where=carrier.where,
            verdict=release.verdict,
            expires=release.expires,
            said=release.said if outcome.is_new else state.read().said,
        )
    )
    return outcome


def _update(order: Order, carrier: Carrier, tick: Tick) -> Outcome:
    carrier.tick = tick
    current = order.current()
    accepted = trusted.read_trusted(order.folder, order.source.letters)
    known = gate.release_of(accepted)
    here = Floor(
        version=current.edition.version, issued=datetime.combine(current.edition.issued, time(), UTC)
    )
    floor = max(here, order.floor, floor_of(known)) if known else max(here, order.floor)
    release = gate.ask(order.source, accepted, carrier, order.now(), floor.issued)
    if floor.is_above(release.version):
        raise reasons.older()
    held = current.pack()
    is_new = held is None or release.sha256 != current.edition.sha256
    if is_new:
        pack = fetch_pack(release, held, carrier, order.folder / PARTIAL)
        order.install(pack, tick)
    release.trusted.keep(order.folder)
    shutil.rmtree(order.folder / PARTIAL, ignore_errors=True)
    return Outcome(release=release, is_new=is_new)


def _noted(
    state: StateFile, error: reasons.NotReceived, carrier: Carrier, order: Order
) -> reasons.NotReceived:
    state.keep_trouble(order.now(), carrier.where, str(error))
    return error
