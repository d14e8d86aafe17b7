"""What a PDF reader can fill: slots that lie over the lines and boxes of a blank, and never where a pen must.

Names and values are ids, the same in every language, so that what was filled can be read by a program.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amparo.core.fields import Detail, Field, Option, required_words
from amparo.core.i18n import N_, _

TICKED = "yes"
"""The value of a box that stands by itself."""

_LONG = ("long-text", "codes")
# Dates as all of the Americas read them alike: 03/11 is March in one state and November in the next.
_HINTS = {
    "date": N_("year-month-day, such as 2026-11-23"),
    "date-time": N_("year-month-day, time, time zone, such as 2026-11-23 14:30 UTC-5"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place to fill.

    Attributes:
        name: of its field; boxes that share one are answers of which only one can be ticked.
        words: what is asked, as a reader says it aloud or beside the pointer.
        is_required: whether the document is not complete without it.
        is_long: whether the text may take several lines.
        is_narrow: whether it stands in a table, where even a date needs small type.
        value: that the field has when this box is ticked; empty for a text.
        answer: the words beside this box.
    """

    name: str
    words: str
    is_required: bool = False
    is_long: bool = False
    is_narrow: bool = False
    value: str = ""
    answer: str = ""

    @property
    def tooltip(self) -> str:
        """What is asked, and which answer this is."""
        return _followed(self.words, self.answer) if self.answer else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a slot lies on a page.

    Attributes:
        strokes_pt: the height of each line inside it, from its foot; it shows them itself while it is empty.
    """

    slot: Slot
    left_pt: float
    foot_pt: float
    width_pt: float
    height_pt: float
    strokes_pt: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked at one place of a form; it makes the slots for it, or none where a pen must do.

    Attributes:
        label: what is asked.
        note: in brackets after it, such as that it is required.
        is_narrow: whether it stands in a table, where answers go on into a second line.
    """

    name: str
    label: str
    note: str = ""
    is_required: bool = False
    is_by_hand: bool = False
    is_narrow: bool = False

    @property
    def words(self) -> str:
        """What is asked, as paper says it."""
        return f"{self.label} ({self.note})" if self.note else self.label

    def text(self, kind: str) -> tuple[Slot, ...]:
        """One slot for a text of this type of field."""
        hint = f". {_(_HINTS[kind])}" if kind in _HINTS else ""
        return self._unless_by_hand(
            Slot(
                name=self.name,
                words=f"{self.words}{hint}",
                is_required=self.is_required,
                is_long=self.is_narrow or kind in _LONG,
                is_narrow=self.is_narrow,
            )
        )

    def one_of(self, options: Iterable[Option]) -> tuple[Slot, ...]:
        """Boxes of which one can be ticked."""
        return self._unless_by_hand(
            *(
                Slot(
                    name=self.name,
                    words=self.words,
                    is_required=self.is_required,
                    value=option.id,
                    answer=option.label,
                )
                for option in options
            )
        )

    def any_of(self, options: Iterable[Option]) -> tuple[Slot, ...]:
        """Boxes that are ticked each by itself: none of them is required, even where an answer is."""
        return self._unless_by_hand(
            *(
                Slot(name=f"{self.name}/{option.id}", words=self.words, value=TICKED, answer=option.label)
                for option in options
            )
        )

    def beside(self, detail: Detail) -> "Question":
        """What is asked beside the answer; never required by itself."""
        return Question(
            name=f"{self.name}/{detail.id}",
            label=_followed(self.label, detail.label),
            is_by_hand=self.is_by_hand,
        )

    def in_row(self, table: str, row: int) -> "Question":
        """The same in one row of a table; nobody must use every row."""
        # Translators: a line of a table, and what is asked there, such as Line 3: Signature
        label = _("Line {number}: {label}").format(number=row, label=self.label)
        return replace(
            self, name=f"{table}/{row}/{self.name}", label=label, is_required=False, is_narrow=True
        )

    def _unless_by_hand(self, *slots: Slot) -> tuple[Slot, ...]:
        return () if self.is_by_hand else slots


def question_of(field: Field, *, is_apart: bool) -> Question:
    """What a field asks.

    Args:
        is_apart: whether it stands on a sheet that is filled by hand.
    """
    return Question(
        name=field.id,
        label=field.label,
        note=required_words(field) if field.required != "no" else "",  # no mark: it may stay empty
        is_required=field.minimum or field.required == "yes",
        is_by_hand=is_apart or not field.is_fillable,
    )


def yes_and_no() -> Sequence[Option]:
    """The two answers to a question of yes or no."""
    return (Option(id="yes", label=_("Yes")), Option(id="no", label=_("No")))


def _followed(asked: str, by: str) -> str:
    return f"{asked} {by}" if asked.endswith("?") else f"{asked}: {by}"
