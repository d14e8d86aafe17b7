import pytest

from amparo_build.bench.figures import (
    HOLDS,
    MISSED,
    Row,
    Series,
    amount,
    compared,
    compared_p95,
    not_measured,
    summary,
    table,
    within,
    within_p95,
)

OURS, BESIDE = Series("the kit", (300.0, 290.0, 700.0)), Series("bare", (200.0, 190.0, 210.0))


def test_medians_are_compared_so_that_one_slow_start_changes_nothing() -> None:
    row = compared("first window", OURS, BESIDE, 1.5)
    assert row.ratio == "1.50 x"
    assert row.verdict == HOLDS
    assert row.ours == "300 ms (290-700)"
    assert row.beside == "bare: 200 ms (190-210)"


@pytest.mark.parametrize(("at_most", "verdict"), [(1.49, MISSED), (1.5, HOLDS), (None, "")])
def test_a_budget_holds_is_missed_or_is_none(at_most: float | None, verdict: str) -> None:
    assert compared("x", OURS, BESIDE, at_most).verdict == verdict


def test_a_limit_of_its_own() -> None:
    assert within("search", OURS, 300).verdict == HOLDS
    assert within("search", OURS, 299).verdict == MISSED
    assert within("search", OURS, 299).budget == "<= 299 ms"


def test_of_many_waits_nineteen_in_twenty_count() -> None:
    waits = Series("the kit", (*[1.0] * 96, *[100.0] * 4))
    assert waits.p95 == 1
    assert within_p95("key", waits, 16.7).verdict == HOLDS
    assert within_p95("key", Series("the kit", (*[1.0] * 90, *[100.0] * 10)), 16.7).verdict == MISSED
    assert Series("one", (7.0,)).p95 == 7


def test_ratios_of_waits_are_of_their_tails() -> None:
    assert compared_p95("x", Series("a", (1.0, 1.0, 8.0)), Series("b", (2.0, 2.0, 2.0))).ratio == "3.65 x"


def test_nothing_measured_is_a_mistake_and_not_a_nought() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        Series("the kit", ())


@pytest.mark.parametrize(
    ("value", "said"), [(0.04, "0.0"), (16.74, "16.7"), (99.94, "99.9"), (99.96, "100"), (352.4, "352")]
)
def test_no_more_digits_than_a_figure_is_worth(value: float, said: str) -> None:
    assert amount(value) == said


def test_the_table_stands_in_columns_and_names_what_is_missing() -> None:
    rows = [compared("first window", OURS, BESIDE, 1.5), not_measured("beside Kiwix", "not installed")]
    head, first, second = table(rows).splitlines()
    assert first.index("bare:") == head.index("beside it")
    assert second.startswith("beside Kiwix")
    assert second.endswith("not measured: not installed")


def test_the_summary_counts_budgets_alone() -> None:
    rows = [
        Row(what="a", verdict=HOLDS),
        Row(what="b", verdict=MISSED),
        Row(what="c"),
        not_measured("d", "-"),
    ]
    assert summary(rows) == "1 of 2 budgets hold. Missed: b."
    assert summary(rows[:1]) == "1 of 1 budgets hold."
