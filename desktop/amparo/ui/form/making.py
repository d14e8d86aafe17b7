"""Which input a field gets."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from amparo.core.fields import Detail, Field, Option
from amparo.core.filled import YES_NO
from amparo.core.i18n import _
from amparo.core.states import STATES
from amparo.ui.form.inputs import (
    ChoiceInput,
    ChoicesInput,
    ComboInput,
    DateInput,
    Input,
    LongInput,
    TextInput,
)
from amparo.ui.theme.theme import Theme

_FEW = 8
"""Options that are shown all at once."""


@dataclass(frozen=True, slots=True)
class Known:
    """What inputs offer and check against.

    Attributes:
        bodies: names of authorities, to complete from.
        signs: the ids of the signs of all checklists.
    """

    bodies: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def make_input(asked: Field | Detail, name: str, known: Known, theme: Theme) -> Input | None:
    """The input of a field or a detail; None for a text that only stands there.

    Args:
        name: what a reader's ear hears of it.
    """
    match asked.type:
        case "fixed":
            return None
        case "long-text":
            return LongInput(name)
        case "date" | "date-time":
            return DateInput(name, asked.type)
        case "yes-no":
            return ChoiceInput(name, tuple(Option(id=key, label=_(words)) for key, words in YES_NO.items()))
        case "choices":
            return ChoicesInput(name, asked.options)
        case "choice" if len(asked.options) <= _FEW:
            return ChoiceInput(name, asked.options)
        case "choice":
            return ComboInput(name, ((option.id, option.label) for option in asked.options), theme)
        case "state":
            states = ((code, _(words)) for code, words in STATES.items())
            return ComboInput(name, sorted(states, key=lambda state: normalize("NFD", state[1])), theme)
        case "body":
            return TextInput(name, "body", known.bodies)
        case "codes":
            return TextInput(name, "codes", known.signs)
        case kind:
            return TextInput(name, kind)
