"""Fields of a form, as a person fills them."""

from dataclasses import dataclass

from amparo.core.i18n import N_

PRIVACY = {
    "P0": N_("may stand outside"),
    "P1": N_("staff only"),
    "P2": N_("identifies the person"),
}
REQUIRED = {
    "yes": N_("required"),
    "no": N_("if known"),
    "if-child": N_("required for a child"),
    "if-no-consent": N_("required without consent"),
    "receiver": N_("the receiver fills it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a form.

    Attributes:
        type: what is entered: text, long-text, date, date-time, yes-no, choice, choices, body, or fixed
            for a text that only stands there.
        required: yes, no, if-child, if-no-consent, or receiver.
        reason: why it is asked.
        privacy: P0 may stand outside, P1 staff only, P2 identifies the person.
        options: of a choice.
    """

    id: str
    label: str
    type: str
    required: str
    reason: str
    privacy: str
    options: tuple[str, ...] = ()
