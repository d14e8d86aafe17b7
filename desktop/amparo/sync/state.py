"""How it stands with the updates: when it was last tried, from where, and what came of it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from amparo.core.files import Record, RecordFile, Unreadable

FILE = "state.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the officer is told.

    Attributes:
        tried_at: of the last try; None for never.
        where: the carrier of that try, in words.
        trouble: why it brought nothing, in words; empty where it went well.
        verdict: of the last that went well: `fresh`, `stale` or `unknown`; empty for none.
        expires: until when that is good.
        said: what changed with the last new edition, in the publisher's words.
    """

    tried_at: datetime | None = None
    where: str = ""
    trouble: str = ""
    verdict: str = ""
    expires: datetime | None = None
    said: tuple[str, ...] = ()


class StateFile:
    """Keeps it beside the received content; where that cannot be written, nothing is lost by it."""

    def __init__(self, folder: Path) -> None:
        self._file = RecordFile(folder / FILE)

    def read(self) -> State:
        """How it stands; nothing where it cannot be read."""
        try:
            said = self._file.read()
            return State(
                tried_at=_time(said.get("tried_at")),
                where=str(said.get("where", "")),
                trouble=str(said.get("trouble", "")),
                verdict=str(said.get("verdict", "")),
                expires=_time(said.get("expires")),
                said=tuple(map(str, said.get("said", ()))),
            )
        except (OSError, Unreadable, ValueError, TypeError):
            return State()

    def keep(self, state: State) -> None:
        """Keep how it stands."""
        self._keep(
            {
                "tried_at": _text(state.tried_at),
                "where": state.where,
                "trouble": state.trouble,
                "verdict": str(state.verdict),
                "expires": _text(state.expires),
                "said": list(state.said),
            }
        )

    def keep_trouble(self, tried_at: datetime, where: str, trouble: str) -> None:
        """Keep that a try brought nothing; what the last good one said stays."""
        self._keep({"tried_at": _text(tried_at), "where": where, "trouble": trouble})

    def _keep(self, news: Record) -> None:
        with contextlib.suppress(OSError):
            self._file.update(lambda record: record | news)


def _text(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else ""


def _time(said: Any) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
