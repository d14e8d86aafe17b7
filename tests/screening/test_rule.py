from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.screening.rule import Strength, is_positive, missing
from tests.screening.cases import RULE, Case

STRONG, MEDIUM, WEAK = ORDER = tuple(Strength)
SOME = st.lists(st.sampled_from(Strength), max_size=6)


def strengths(case: Case) -> list[Strength]:
    return [STRONG] * case.strong + [MEDIUM] * case.medium + [WEAK] * case.weak


@pytest.mark.parametrize("case", RULE, ids=lambda case: case.why)
def test_the_rule(case: Case) -> None:
    assert is_positive(strengths(case)) is case.positive
    assert bool(missing(strengths(case))) is not case.positive


@given(SOME, st.randoms())
def test_order_does_not_matter(some: list[Strength], chance: object) -> None:
    other = some[:]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert is_positive(other) == is_positive(some)
    assert missing(other) == missing(some)


@given(SOME, st.sampled_from(Strength))
def test_one_more_never_takes_away(some: list[Strength], more: Strength) -> None:
    if is_positive(some):
        assert is_positive([*some, more])


@given(SOME, st.data())
def test_a_heavier_one_never_takes_away(some: list[Strength], data: st.DataObject) -> None:
    if some and is_positive(some):
        place = data.draw(st.integers(0, len(some) - 1))
        no_lighter = [one for one in Strength if ORDER.index(one) <= ORDER.index(some[place])]
        heavier = data.draw(st.sampled_from(no_lighter))
        assert is_positive([*some[:place], heavier, *some[place + 1 :]])


@given(SOME)
def test_what_is_missing_is_enough_and_nothing_in_it_is_too_much(some: list[Strength]) -> None:
    ways = missing(some)
    for way in ways:
        assert is_positive([*some, *way])
        for place in range(len(way)):
            assert not is_positive([*some, *way[:place], *way[place + 1 :]])
    assert len({tuple(sorted(Counter(way).items())) for way in ways}) == len(ways)


@pytest.mark.parametrize(
    ("some", "ways"),
    [
        (
            [],
            [
                (STRONG, STRONG),
                (STRONG, MEDIUM),
                (STRONG, WEAK),
                (MEDIUM, MEDIUM, MEDIUM),
                (MEDIUM, MEDIUM, WEAK),
            ],
        ),
        ([STRONG], [(STRONG,), (MEDIUM,), (WEAK,)]),
        ([MEDIUM], [(STRONG,), (MEDIUM, MEDIUM), (MEDIUM, WEAK)]),
        ([MEDIUM, MEDIUM], [(STRONG,), (MEDIUM,), (WEAK,)]),
        ([MEDIUM, WEAK], [(STRONG,), (MEDIUM,)]),
        ([WEAK], [(STRONG,), (MEDIUM, MEDIUM)]),
        ([WEAK] * 5, [(STRONG,), (MEDIUM, MEDIUM)]),
    ],
)
def test_what_is_missing(some: list[Strength], ways: list[tuple[Strength, ...]]) -> None:
    assert list(missing(some)) == ways
