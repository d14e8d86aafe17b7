"""What was answered in this sitting. It lives in memory only, and nobody is marked."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from amparo.core.model import PageId


@dataclass(frozen=True, slots=True)
class Answer:
    """The first choice that was made in a scenario, counted from 0, and whether it was right."""

    choice: int
    is_right: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is in a set of scenarios."""

    answered: int
    right: int
    of: int


class Sitting(QObject):
    """Remembers answers until the kit is closed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[PageId, Answer] = {}

    def answer_of(self, scenario: PageId) -> Answer | None:
        """What was answered; None while it is open."""
        return self._answers.get(scenario)

    def answer(self, scenario: PageId, answer: Answer) -> None:
        """Take an answer; the first one counts, until it is forgotten."""
        if scenario not in self._answers:
            self._answers[scenario] = answer
            self.changed.emit()

    def forget(self, scenarios: Collection[PageId]) -> None:
        """Begin these again."""
        for scenario in scenarios:
            self._answers.pop(scenario, None)
        self.changed.emit()

    def progress(self, scenarios: Collection[PageId]) -> Progress:
        """How far one is in these."""
        given = [self._answers[scenario] for scenario in scenarios if scenario in self._answers]
        return Progress(len(given), sum(answer.is_right for answer in given), len(scenarios))
