"""Below what nothing is let in, even where the kit's own lists are gone: the vault remembers it too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from amparo.core.model import order_of

if TYPE_CHECKING:
    from amparo.sync.gate import Release

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Floor:
    """The newest edition that is known to have been here, and when it was issued."""

    version: str = ""
    issued: datetime = _NEVER

    def __lt__(self, other: Floor) -> bool:
        return (order_of(self.version), self.issued) < (order_of(other.version), other.issued)

    def is_above(self, version: str) -> bool:
        """Whether this edition is older than the newest that was here."""
        return order_of(version) < order_of(self.version)

    def to_text(self) -> str:
        """As the vault keeps it."""
        return json.dumps([self.version, self.issued.isoformat()])


def floor_of(release: Release) -> Floor:
    """The floor that a release sets."""
    return Floor(release.version, release.issued)


def floor_in(text: str) -> Floor:
    """What the vault has kept; the lowest where it is nothing."""
    try:
        version, issued = json.loads(text)
        return Floor(str(version), datetime.fromisoformat(issued).astimezone(UTC))
    except (ValueError, TypeError):
        return Floor()
