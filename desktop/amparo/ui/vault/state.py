"""What the window knows of the vault."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from amparo.core.errors import AppError


class Phase(StrEnum):
    """How the vault is."""

    NONE = "none"
    """Nobody made one on this computer."""
    LOCKED = "locked"
    BUSY = "busy"
    """Being made, opened or restored."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Offer:
    """A vault that is there to be unlocked: all that can be told of it without its passphrase."""

    number: int
    last_used: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultState:
    """One moment.

    Attributes:
        number: of the vault that is open, or was last; 0 for none.
        error: what went wrong with the last deed; None where nothing did.
        is_unsaved: whether something changed last is not kept yet, such as on a full disk.
    """

    phase: Phase = Phase.NONE
    number: int = 0
    error: AppError | None = None
    is_unsaved: bool = False

    @property
    def is_open(self) -> bool:
        """Whether cases can be read."""
        return self.phase is Phase.OPEN
