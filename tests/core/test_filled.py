"""Values of filled forms: keys, rows, words, and what cannot be."""

from datetime import date, datetime, timedelta, timezone

import pytest

from amparo.core.fields import Field, Option
from amparo.core.filled import (
    key_of,
    read_date,
    read_time,
    row_count,
    trouble_of,
    value_words,
    without_row,
)


def field(kind: str, *options: str) -> Field:
    made = tuple(Option(id=option, label=option.upper()) for option in options)
    return Field(id="f", label="F", type=kind, required="no", reason="", privacy="P1", options=made)


def test_keys() -> None:
    assert key_of("language") == "language"
    assert key_of("language", detail="dialect") == "language.dialect"
    assert key_of("seal", group="items", row=3) == "items.3.seal"
    assert key_of("seal", detail="by", group="items", row=0) == "items.0.seal.by"


def test_rows_in_use_are_those_with_something_in_them() -> None:
    values = {"items.0.seal": "1", "items.2.seal": "3", "items.4.seal": "", "other.9.x": "y"}
    assert row_count(values, "items") == 3
    assert row_count(values, "none") == 0


def test_taking_a_row_out_moves_the_others_up() -> None:
    values = {"a": "x", "items.0.seal": "1", "items.1.seal": "2", "items.2.seal.by": "3", "items": "no row"}
    assert without_row(values, "items", 1) == {
        "a": "x",
        "items.0.seal": "1",
        "items.1.seal.by": "3",
        "items": "no row",
    }


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        ("3.11.2026", date(2026, 11, 3)),
        ("3/11/2026", date(2026, 11, 3)),
        ("03-11-2026", date(2026, 11, 3)),
        ("2026/1/2", date(2026, 1, 2)),
        ("31.2.2026", None),
        ("11.2026", None),
        ("soon", None),
        ("", None),
        ("3.11.0", None),
        ("²/3/2026", None),
    ],
)
def test_dates_as_people_type_them(typed: str, day: date | None) -> None:
    assert read_date(typed) == day


def test_times_as_people_type_them() -> None:
    assert read_time("3.11.2026 23:15") == datetime(2026, 11, 3, 23, 15)  # noqa: DTZ001 - as it is typed
    assert read_time("2026-11-03 23:15") == datetime(2026, 11, 3, 23, 15)  # noqa: DTZ001
    zone = timezone(timedelta(hours=-6))
    assert read_time("2026-11-03T23:15-06:00") == datetime(2026, 11, 3, 23, 15, tzinfo=zone)
    for junk in ("3.11.2026", "23:15", "3.11.2026 25:00", "soon", ""):
        assert read_time(junk) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [("date", "31.2.2026"), ("date-time", "3.11.2026"), ("number", "many"), ("codes", ("B-P1", "Z-9"))],
)
def test_what_cannot_be_is_said_in_a_sentence(kind: str, value: str | tuple[str, ...]) -> None:
    assert trouble_of(kind, value, ("B-P1",)).endswith(".")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "2026-11-03"),
        ("number", " 7 "),
        ("codes", ("B-P1",)),
        ("codes", ("Own judgement", "B-P1")),
        ("text", "31.2."),
        ("date", ""),
        ("codes", ()),
    ],
)
def test_what_can_be_is_not(kind: str, value: str | tuple[str, ...]) -> None:
    assert trouble_of(kind, value, ("B-P1",)) == ""


def test_values_in_words() -> None:
    assert value_words(field("choice", "a", "b"), "b") == "B"
    assert value_words(field("choices", "a", "b"), ("a", "b")) == "A; B"
    assert value_words(field("yes-no"), "no") == "no"
    assert value_words(field("date"), "2026-11-03") == "3 November 2026"
    assert value_words(field("date-time"), "2026-11-03T23:15-06:00") == "3 November 2026, 23:15 -06:00"
    assert value_words(field("date"), "some day") == "some day"
    assert value_words(field("codes"), ("B-P1", "B-P2")) == "B-P1; B-P2"
