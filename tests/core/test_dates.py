from datetime import date, timedelta

import pytest

from amparo.core.dates import age, long_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "1 January 2026"),
        (date(2010, 5, 27), "27 May 2010"),
        (date(2028, 12, 31), "31 December 2028"),
    ],
)
def test_a_date_in_words(day: date, words: str) -> None:
    assert long_date(day) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, ""),
        (0, "today"),
        (1, "1 day old"),
        (2, "2 days old"),
        (59, "59 days old"),
        (60, "2 months old"),
        (89, "2 months old"),
        (90, "3 months old"),
        (729, "24 months old"),
        (730, "2 years old"),
        (1094, "2 years old"),
        (1095, "3 years old"),
    ],
)
def test_an_age_in_the_unit_a_reader_would_choose(days: int, words: str) -> None:
    assert age(TODAY - timedelta(days), TODAY) == words


def test_the_work_plan_has_its_age() -> None:
    assert age(date(2010, 5, 27), TODAY) == "16 years old"
