"""The fields of a case itself, beside its screenings and referrals; few, since a case is not a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from amparo.core.blocks import Block, Fields
from amparo.core.fields import Field, Option
from amparo.core.i18n import _
from amparo.ui.cases.words import AGES

if TYPE_CHECKING:
    from amparo.vault.records import Case, Filled

AGE, REVIEW_ON, NEXT_ON = "age-group", "review-on", "next-on"


def case_blocks() -> tuple[Block, ...]:
    """What is asked of every case; the ids are those of the referral form where it asks the same."""
    fields = (
        _field(
            "called-name", _("Name as the person wishes to be called"), "text", _("To speak to the person.")
        ),
        _field("language", _("Preferred language"), "language", _("For the interpreter.")),
        Field(
            id=AGE,
            label=_("Age group"),
            type="choice",
            required="no",
            reason=_("A child, or a possible child, takes the child path."),
            privacy="P1",
            options=tuple(Option(id=key, label=_(words)) for key, words in AGES.items() if key),
        ),
        _field("next-step", _("Next step agreed with the person"), "text", _("So that it is not forgotten.")),
        _field(NEXT_ON, _("When"), "date", _("It stands in the list.")),
        _field(REVIEW_ON, _("Destroy or review on"), "date", _("On this day you are asked.")),
        _field(
            "notes",
            _("Short notes"),
            "long-text",
            _("No story, no address of a shelter, no names of accused, no diagnosis."),
        ),
    )
    return (Fields(fields),)


def values_of(case: Case) -> Filled:
    """What stands in the fields of a case."""
    return {
        **case.filled,
        AGE: case.age,
        REVIEW_ON: case.review_on.isoformat(),
        NEXT_ON: case.next_on.isoformat() if case.next_on else "",
    }


def changed(case: Case, key: str, value: str | tuple[str, ...]) -> Case:
    """The case after a field was edited; a date that cannot be is not taken."""
    if key == AGE and isinstance(value, str):
        return replace(case, age=value)
    if key == REVIEW_ON:
        day = _date(value)
        return replace(case, review_on=day) if day else case
    if key == NEXT_ON:
        return replace(case, next_on=_date(value))
    return replace(case, filled={**case.filled, key: value})


def _date(value: str | tuple[str, ...]) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _field(key: str, label: str, kind: str, reason: str) -> Field:
    privacy = "P2" if key in ("called-name", "notes") else "P1"
    return Field(id=key, label=label, type=kind, required="no", reason=reason, privacy=privacy)
