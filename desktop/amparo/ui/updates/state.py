"""How it stands with the updates, as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from amparo.core.dates import age, long_date
from amparo.core.i18n import _
from amparo.sync.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesState:
    """What is known and what is being done.

    Attributes:
        source: name, address and letters of the publisher that is believed; empty for none.
        kept: what came of the last tries.
        busy: what is being done, in words; empty for nothing.
        done, total: of that, in bytes first and then in steps; 0 where it is not known.
        told: what came of what was asked last.
        address, code, given: of what is given to colleagues now; an empty address for nothing.
    """

    source: str = ""
    url: str = ""
    letters: str = ""
    kept: State = field(default_factory=State)
    busy: str = ""
    done: int = 0
    total: int = 0
    told: str = ""
    address: str = ""
    code: str = ""
    given: int = 0


def verdict_words(state: UpdatesState) -> str:
    """How far the date of the content can be relied upon."""
    if not state.source:
        return _("Updates are not set up: this kit trusts no publisher yet. What is here stays usable.")
    kept = state.kept
    until = long_date(kept.expires.astimezone().date()) if kept.expires else ""
    return {
        "fresh": _("Its publisher vouched for it; that is good until {date}.").format(date=until),
        "stale": _("It was vouched for until {date} only: there may be something newer.").format(date=until),
        "unknown": _("Whether there is something newer is not known: this computer's clock is wrong."),
    }.get(kept.verdict, _("Nobody was asked yet whether there is something newer."))


def last_try_words(kept: State, today: date) -> str:
    """When it was tried last, where, and why it brought nothing."""
    if kept.tried_at is None:
        return _("Never tried yet.")
    day = kept.tried_at.astimezone().date()
    when = ", ".join(filter(None, (long_date(day), age(day, today))))
    tried = _("Last try: {when}, from {where}.").format(when=when, where=kept.where or "?")
    return " ".join(filter(None, (tried, kept.trouble)))
