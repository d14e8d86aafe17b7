"""Fields of a form, as a person fills them."""

from dataclasses import dataclass

from amparo.core.i18n import N_, _

PRIVACY = {
    "P0": N_("may stand outside"),
    "P1": N_("staff only"),
    "P2": N_("identifies the person"),
}
IDENTIFYING = "P2"
REQUIRED = {
    "yes": N_("required"),
    "no": N_("may stay empty"),
    "if-child": N_("required for a child"),
    "if-no-consent": N_("required without consent"),
    "if-contact-wanted": N_("required if contact is wanted"),
    "receiver": N_("the receiver fills it"),
}
_MINIMUM = N_("needed before sending")
"""Nothing is sent without it; the other required fields may follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice; a filled form keeps its id."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What is written beside the answer of a field, where there is more to say.

    Attributes:
        type: text, number, date, date-time, yes-no, choice or language.
        options: of a choice.
    """

    id: str
    label: str
    type: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a form.

    Attributes:
        number: by which people speak of it; 0 for none.
        type: what is entered: text, long-text, number, date, date-time, yes-no, choice, choices, body (an
            entry of the directory, or text), language, state, code (made by the kit), codes (signs of the
            checklists), or fixed for a text that only stands there.
        required: yes, no, if-child, if-no-consent, if-contact-wanted, or receiver.
        minimum: whether nothing is sent without it.
        reason: why it is asked.
        privacy: P0 may stand outside, P1 staff only, P2 identifies the person.
        options: of a choice.
        sources: keys.
    """

    id: str
    number: int = 0
    label: str
    type: str
    required: str
    minimum: bool = False
    reason: str
    privacy: str
    options: tuple[Option, ...] = ()
    details: tuple[Detail, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_fillable(self) -> bool:
        """Whether it may be filled on the screen of any PDF reader, and lie in a file in clear."""
        return self.type != "fixed" and self.privacy != IDENTIFYING


def required_words(field: Field) -> str:
    """Whether it must be filled, or in which case."""
    return _(_MINIMUM) if field.minimum else _(REQUIRED[field.required])
