"""What the officer chose: role, state, language, and how things look. Nothing about a person in need."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from amparo.core.files import Record, RecordFile, Unreadable
from amparo.core.i18n import NAMES, _
from amparo.core.model import Audience
from amparo.core.states import STATES

log = logging.getLogger(__name__)


class Theme(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"


TEXT_SIZES = (100, 125, 150, 175, 200)
"""In percent."""
IDLE_MINUTES = (1, 2, 5, 10, 15, 30)
"""Without a touch, until the vault locks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one officer; a fresh one says that none was made yet.

    Attributes:
        idle_min: without a touch, until the vault locks.
        syncs: the kit asks its source, and sends what waits, by itself.
    """

    role: Audience | None = None
    state: str = ""
    language: str = ""
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    paper: Paper = Paper.A4
    idle_min: int = 5
    syncs: bool = False

    @property
    def are_chosen(self) -> bool:
        """Whether the first-start page was answered."""
        return self.role is not None and self.state in STATES and self.language in NAMES


class SettingsFile:
    """The settings on disk, or only in memory where the disk will not have them.

    Attributes:
        trouble: what an officer should know of the last read or write, in whole sentences; empty for nothing.
    """

    def __init__(self, path: Path) -> None:
        self._file = RecordFile(path)
        self.trouble = ""
        self._unkept: Record = {}
        self.current = self._read()

    def change(self, **chosen: Any) -> Settings:
        """Keep these choices; another instance's other choices stay as they are."""
        self.current = replace(self.current, **chosen)
        self._unkept |= {name: getattr(self.current, name) for name in chosen}
        try:
            self._file.update(lambda record: record | self._unkept)
            self._unkept.clear()
            self.trouble = ""
        except OSError as error:
            log.info("settings not kept: %s", type(error).__name__)
            self.trouble = _("Your choices could not be kept in {folder}. They hold until you close.").format(
                folder=self._file.path.parent
            )
        return self.current

    def _read(self) -> Settings:
        try:
            return _from_record(self._file.read())
        except Unreadable:
            self.trouble = _("Your settings could not be read and were set aside. Please choose once more.")
        except OSError:
            self.trouble = _("Your settings could not be opened. Please choose once more.")
        return Settings()


def _from_record(record: Record) -> Settings:
    """The settings of a record; whatever is not a choice of this program counts as not chosen."""
    accepts: dict[str, Callable[[Any], Any]] = {
        "role": Audience,
        "state": _one_of(STATES),
        "language": _one_of(NAMES),
        "theme": Theme,
        "text_size": _one_of(TEXT_SIZES),
        "paper": Paper,
        "idle_min": _one_of(IDLE_MINUTES),
        "syncs": _one_of((True, False)),
    }
    chosen = {}
    for field in fields(Settings):
        try:
            chosen[field.name] = accepts[field.name](record[field.name])
        except (KeyError, ValueError, TypeError):
            continue
    return Settings(**chosen)


def _one_of(allowed: Iterable[Any]) -> Callable[[Any], Any]:
    members = {(type(member), member): member for member in allowed}

    def accept(value: Any) -> Any:
        return members[type(value), value]

    return accept
