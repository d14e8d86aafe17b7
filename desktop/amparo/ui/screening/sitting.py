"""The screenings of this sitting, in memory; `keeping` gives them to the vault while one is open."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from amparo.core.model import PageId
from amparo.screening.answers import Age, Answer

if TYPE_CHECKING:
    from amparo.core.indicators import Indicator
    from amparo.screening.assessment import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """Answers to a checklist.

    Attributes:
        id: random; empty before anything was said.
        begun_at: UTC; None before anything was said.
        case_code, visit_code: of what it is kept with in the vault; both empty for neither.
        age: None until it was chosen.
        answers, notes: by the id of a sign; what was not asked or noted is not in them.
        by_judgement: the officer refers, whatever the signs add up to.
    """

    id: str = ""
    begun_at: datetime | None = None
    case_code: str = ""
    visit_code: str = ""
    age: Age | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    by_judgement: bool = False

    @property
    def kept_with(self) -> str:
        """The codes of what it is kept with; empty for a draft."""
        return ", ".join(filter(None, (self.case_code, self.visit_code)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return not (self.age or self.answers or self.notes or self.by_judgement)

    def shown(self, signs: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
        """The signs that are asked at this age; none before it was chosen."""
        if self.age is None:
            return ()
        wanted = ("both", "child" if self.age.is_child else "adult")
        return tuple(sign for sign in signs if sign.applies_to in wanted)

    def assessed(self, signs: tuple[Indicator, ...]) -> Assessment | None:
        """What the answers add up to; None before an age was chosen."""
        from amparo.screening.assessment import assess  # the rule: not for the first window

        if self.age is None:
            return None
        return assess(self.shown(signs), self.age, self.answers, by_judgement=self.by_judgement)


class Screenings(QObject):
    """One screening a checklist; leaving the page and coming back loses nothing."""

    changed = Signal(str)  # the page of the checklist

    def __init__(
        self, now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0)
    ) -> None:
        super().__init__()
        self._of: dict[PageId, Screening] = {}
        self._now = now

    def of(self, checklist: PageId) -> Screening:
        """The screening by this checklist; an empty one before the first answer."""
        return self._of.get(checklist, Screening())

    def begun(self) -> tuple[PageId, ...]:
        """The checklists that are being answered."""
        return tuple(self._of)

    def choose_age(self, checklist: PageId, age: Age) -> None:
        """Say whose list is used; answers stay."""
        self._set(checklist, age=age)

    def answer(self, checklist: PageId, sign: str, answer: Answer) -> None:
        """Take an answer; `NOT_ASKED` takes it back."""
        answers = {**self.of(checklist).answers, sign: answer}
        if answer is Answer.NOT_ASKED:
            del answers[sign]
        self._set(checklist, answers=answers)

    def note(self, checklist: PageId, sign: str, note: str) -> None:
        """Keep a note beside a sign; an empty one takes it back."""
        notes = {**self.of(checklist).notes, sign: note}
        if not note.strip():
            del notes[sign]
        self._set(checklist, notes=notes)

    def judge(self, checklist: PageId, by_judgement: bool) -> None:
        """Refer, or not, whatever the signs add up to."""
        self._set(checklist, by_judgement=by_judgement)

    def keep_with(self, checklist: PageId, *, case_code: str = "", visit_code: str = "") -> None:
        """Say which case or visit it is kept with; it can be both."""
        screening = self.of(checklist)
        case_code, visit_code = case_code or screening.case_code, visit_code or screening.visit_code
        self._set(checklist, case_code=case_code, visit_code=visit_code)

    def resume(self, checklist: PageId, screening: Screening) -> None:
        """Go on with a screening of the vault."""
        self._of[checklist] = screening
        self.changed.emit(checklist)

    def forget(self, checklist: PageId) -> None:
        """Begin again: answers and notes are gone from here."""
        self._of.pop(checklist, None)
        self.changed.emit(checklist)

    def forget_all(self) -> None:
        """Nothing of a person stays in memory."""
        for checklist in self.begun():
            self.forget(checklist)

    def _set(self, checklist: PageId, **news: Any) -> None:
        screening = self.of(checklist)
        if not screening.id:
            screening = replace(screening, id=secrets.token_hex(16), begun_at=self._now())
        self._of[checklist] = replace(screening, **news)
        self.changed.emit(checklist)
