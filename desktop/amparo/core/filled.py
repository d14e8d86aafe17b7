"""What stands in a filled form: values by the keys of their fields, and what is said of them.

A field has its id as its key, a detail of it `field.detail`, a field of a group that repeats
`group.row.field` with rows counted from 0. Dates are ISO 8601, yes-no is `yes` or `no`, choices are the ids
of their options.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from amparo.core.dates import long_date
from amparo.core.fields import Detail, Field
from amparo.core.i18n import N_, _

Value = str | tuple[str, ...]
Values = Mapping[str, Value]

YES_NO = {"yes": N_("yes"), "no": N_("no")}


def key_of(field: str, *, detail: str = "", group: str = "", row: int = 0) -> str:
    """The key of a field, of its detail, or of either in a row of a group that repeats."""
    key = f"{field}.{detail}" if detail else field
    return f"{group}.{row}.{key}" if group else key


def row_count(values: Values, group: str) -> int:
    """How many rows of a group that repeats are in use."""
    rows = [key.split(".")[1] for key, value in values.items() if key.startswith(f"{group}.") and value]
    return max((int(row) + 1 for row in rows if row.isdecimal()), default=0)


def without_row(values: Values, group: str, row: int) -> dict[str, Value]:
    """The values without a row; those after it move up."""
    kept: dict[str, Value] = {}
    for key, value in values.items():
        parts = key.split(".")
        if len(parts) > 2 and parts[0] == group and parts[1].isdecimal():
            number = int(parts[1])
            if number == row:
                continue
            if number > row:
                key = ".".join((group, str(number - 1), *parts[2:]))
        kept[key] = value
    return kept


def value_words(asked: Field | Detail, value: Value) -> str:
    """A value as people read it."""
    labels = {option.id: option.label for option in asked.options}
    if isinstance(value, tuple):
        return "; ".join(labels.get(one, one) for one in value)
    if asked.type == "yes-no":
        return _(YES_NO[value]) if value in YES_NO else value
    if asked.type == "date" and (day := read_date(value)):
        return long_date(day)
    if asked.type == "date-time" and (at := read_time(value)):
        zone = at.strftime("%z")
        return (
            f"{long_date(at.date())}, {at:%H:%M} {zone[:3]}:{zone[3:]}"
            if zone
            else f"{long_date(at)}, {at:%H:%M}"
        )
    return labels.get(value, value)


def read_date(typed: str) -> date | None:
    """A date as typed: 2026-11-03, 3.11.2026, 3/11/2026 (the day first); None for none."""
    parts = typed.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.strip().isdecimal() for part in parts):
        return None
    first, middle, last = (int(part) for part in parts)
    try:
        return date(first, middle, last) if len(parts[0].strip()) == 4 else date(last, middle, first)
    except ValueError:
        return None


def read_time(typed: str) -> datetime | None:
    """A date with a time: ISO 8601, or as `read_date` reads it with 23:15 after it; None for none."""
    try:
        return datetime.fromisoformat(typed.strip())
    except ValueError:
        day, _space, clock = typed.strip().partition(" ")
    found = read_date(day)
    try:
        return datetime.fromisoformat(f"{found:%Y-%m-%d}T{clock.strip()}") if found and clock else None
    except ValueError:
        return None


JUDGEMENT = "own judgement"
"""What the form takes in the place of a sign's code, in its own words."""


def trouble_of(kind: str, value: Value, known: Iterable[str] = ()) -> str:
    """What is wrong with a value, in a sentence; empty where nothing is.

    Args:
        kind: the type of the field.
        known: the ids of signs, for a field of codes.
    """
    if not value:
        return ""
    if kind == "codes":
        listed = set(known)
        unknown = [code for code in value if code not in listed and code.casefold() != JUDGEMENT]
        unknown = unknown if listed else []
        return _("No checklist has these signs: {codes}.").format(codes=", ".join(unknown)) if unknown else ""
    said = value if isinstance(value, str) else ""
    if kind == "date" and read_date(said) is None:
        return _("This is no date. Write it such as 3.11.2026 or 2026-11-03.")
    if kind == "date-time" and read_time(said) is None:
        return _("This is no date and time. Write it such as 3.11.2026 23:15.")
    if kind == "number" and not said.strip().isdecimal():
        return _("This is no number.")
    return ""
