"""What still stands in the way of sending a filled form, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.core.blocks import Block, Fields
from amparo.core.fields import Field
from amparo.core.filled import Values, key_of
from amparo.core.i18n import _

CHILDREN = ("child", "possible-child")


@dataclass(frozen=True, slots=True)
class Gap:
    """Something to fill in first.

    Attributes:
        key: of the field.
        words: what is missing, and why, in a sentence.
    """

    key: str
    words: str


def gaps_of(form: tuple[Block, ...], values: Values) -> tuple[Gap, ...]:
    """What must be filled in before a form is sent: the least that is needed, consent, the child's path."""
    fields = {field.id: field for block in form if isinstance(block, Fields) for field in block.fields}
    return (*_least(fields, values), *_consent(fields, values), *_child(fields, values))


def _least(fields: dict[str, Field], values: Values) -> Iterator[Gap]:
    for field in fields.values():
        if field.minimum and field.type != "fixed" and not values.get(field.id):
            yield Gap(field.id, _("{field}: needed before sending.").format(field=_name(field)))


def _consent(fields: dict[str, Field], values: Values) -> Iterator[Gap]:
    """Without a yes, only with a ground and with who decided."""
    if "consent" not in fields or values.get("consent") != "no":
        return
    ground, decided = "no-consent-ground", key_of("no-consent-ground", detail="decided-by")
    if not values.get(ground):
        yield Gap(ground, _("The person did not agree: say on what ground in law or safety you go on."))
    if not values.get(decided):
        yield Gap(decided, _("The person did not agree: say who decided to go on."))


def _child(fields: dict[str, Field], values: Values) -> Iterator[Gap]:
    if values.get("age-group") not in CHILDREN:
        return
    for key in ("child-company", "guardian-informed"):
        if key in fields and not values.get(key):
            name = _name(fields[key])
            yield Gap(key, _("{field}: needed for a child, or a possible child.").format(field=name))


def _name(field: Field) -> str:
    return f"{field.number} {field.label}" if field.number else field.label
