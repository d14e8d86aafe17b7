"""Assessments of the real signs, worked by hand: which dimensions, by what, and what to do."""

import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.blocks import signs_of
from amparo.core.indicators import Indicator
from amparo.core.model import Kind
from amparo.library.store import Store
from amparo.screening.answers import Age, Answer
from amparo.screening.assessment import Assessment, Outcome, Pattern, assess
from amparo.screening.rule import Strength

ADULT, POSSIBLE, CHILD = Age.ADULT, Age.POSSIBLE_CHILD, Age.CHILD
ACT, REFER, LOOK, OPEN = Outcome


@pytest.fixture(scope="module")
def signs(content: Path) -> tuple[Indicator, ...]:
    """Every sign of every checklist."""
    with Store(content) as store:
        pages = [store.page(head.id) for head in store.heads(kind=Kind.CHECKLIST)]
    return tuple(sign for page in pages for sign in signs_of(page.blocks))


def confirmed(*ids: str) -> dict[str, Answer]:
    return dict.fromkeys(ids, Answer.CONFIRMED)


class Case(NamedTuple):
    """Confirmed signs, and what they come to."""

    signs: str
    age: Age
    positive: str
    outcome: Outcome
    pattern: Pattern | None = None


WORKED = (
    # one sign: what it is worth alone
    Case("", ADULT, "", OPEN),
    Case("", CHILD, "", OPEN),
    Case("B-P4", ADULT, "", LOOK),  # not rated
    Case("B-P3", ADULT, "", LOOK),  # DR strong alone
    Case("L-P12", ADULT, "", LOOK),  # CD strong alone
    Case("L-P1", ADULT, "", LOOK),  # EX strong alone
    Case("B-B0", ADULT, "", OPEN),  # no such sign
    Case("B-P4", CHILD, "", ACT),  # any sign on a child
    Case("B-P4", POSSIBLE, "", ACT),
    # EX at, below and above its thresholds
    Case("L-P1 L-P2", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # strong and medium
    Case("L-P2 L-P4", ADULT, "", LOOK),  # two medium
    Case("L-P2 L-P4 L-H1", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # three medium
    Case("L-P2 L-P4 L-P5", ADULT, "", LOOK),  # L-P4 and L-P5: one indicator
    Case("L-P2 G-S1", ADULT, "", LOOK),  # medium and weak
    Case("L-P2 L-P4 G-S1", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # two medium and a weak
    Case("L-P1 G-S1", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # strong and weak
    Case("L-P1 L-DW2", ADULT, "", LOOK),  # the same indicator twice
    Case("G-A5", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # one sign, two indicators
    Case("L-P7", ADULT, "", LOOK),  # two medium by one sign
    Case("L-P7 L-P2", ADULT, "EX", REFER, Pattern.LABOUR_RIGHTS),  # three medium by two signs
    Case("L-P7 L-W4", ADULT, "", LOOK),  # L-W4 points to one that L-P7 has
    # CD
    Case("L-P12 L-P10", ADULT, "CD", REFER),  # two strong
    Case("L-P12 L-P3", ADULT, "CD", REFER),  # strong and medium
    Case("L-P3 L-P11", ADULT, "", LOOK),  # two medium
    Case("L-P3 L-P11 L-W1", ADULT, "CD", REFER),  # three medium
    Case("L-P12 K-O1", ADULT, "", LOOK),  # the same indicator
    Case("L-P10 L-FI2", ADULT, "CD", REFER),  # debt twice, but wages withheld too
    Case("L-AG3", ADULT, "CD", REFER),  # papers strong, denunciation medium
    Case("L-FI2", ADULT, "CD", REFER),  # debt strong, wages medium
    Case("L-HO1", ADULT, "CD", REFER),  # papers and debt
    Case("K-H3", ADULT, "CD", REFER),  # suggested; the officer has confirmed it
    Case("L-P11 G-P7", ADULT, "", LOOK),
    Case("L-P11 G-P7 G-P5", ADULT, "CD", REFER),
    # DR
    Case("B-S1 B-S2", ADULT, "DR", REFER),  # strong and medium
    Case("B-S1 B-P3", ADULT, "", LOOK),  # the same indicator
    Case("B-S2 B-S4", ADULT, "", LOOK),  # two medium
    Case("B-S2 B-S4 B-D2", ADULT, "DR", REFER),  # three medium
    Case("B-S2 B-S4 B-U7", ADULT, "DR", REFER),  # two medium and a weak
    Case("B-S2 B-D5", ADULT, "", LOOK),  # the same indicator
    Case("B-S1 B-U7", ADULT, "DR", REFER),  # strong and weak
    Case("B-U7", ADULT, "", LOOK),
    # CR: for a child some medium are strong
    Case("B-S3 B-S8", ADULT, "", LOOK),  # two medium
    Case("B-S3 B-S8 B-S9", ADULT, "CR", REFER),  # three medium
    Case("B-P1 B-P2", ADULT, "", LOOK),
    Case("B-P1 B-P2 B-S8", ADULT, "CR", REFER),
    Case("B-P1 B-S9 B-A1", ADULT, "", LOOK),  # one indicator three times
    Case("B-S3 B-S8", CHILD, "CR", ACT),  # debt is strong for a child
    Case("B-S3 B-S8", POSSIBLE, "CR", ACT),
    Case("B-S3", CHILD, "", ACT),
    # RV, with the two weights that are in doubt
    Case("B-S7 B-D6", ADULT, "", LOOK),
    Case("B-S7 B-D6 B-D1", ADULT, "RV", REFER),  # two medium and the weak one
    Case("B-S7 B-D1", ADULT, "", LOOK),  # medium and weak
    Case("B-S7 B-D6 B-D1", CHILD, "", ACT),  # B-S7 is on no child list: two medium
    Case("B-S7 B-D6 B-S10", ADULT, "RV", REFER),
    Case("K-H8 B-S7", ADULT, "", LOOK),  # weak and medium
    Case("K-H8 B-S7 G-S7", ADULT, "RV", REFER),
    Case("B-S10 G-S7", ADULT, "", LOOK),  # the same dependency; and a medium of DR
    # VD
    Case("L-H2 L-W8", ADULT, "", LOOK),
    Case("L-H2 L-W8 G-C5", ADULT, "VD", REFER),
    Case("L-H2 L-W8 G-S8", ADULT, "VD", REFER),  # two medium and the weak past
    Case("L-H2 L-H4 L-AG1", ADULT, "", LOOK),  # one indicator
    Case("L-H2 G-S8", ADULT, "", LOOK),
    Case("L-H2 L-W8 G-S8", CHILD, "VD", ACT),  # three medium
    # patterns: only those that the worked table knows
    Case("L-P1 L-P2 B-S1 B-S2", ADULT, "DR EX", REFER, Pattern.DECEIVED_AND_EXPLOITED),
    Case("L-P1 L-P2 B-S1 B-S2 L-P12 L-P10", ADULT, "DR EX CD", REFER, Pattern.FORCED_LABOUR),
    Case("L-P1 L-P2 B-S3 B-S8 B-S9 L-P12 L-P10", ADULT, "CR EX CD", REFER, Pattern.FORCED_LABOUR),
    Case(
        "L-P1 L-P2 B-S1 B-S2 B-S3 B-S8 B-S9 L-P12 L-P10", ADULT, "DR CR EX CD", REFER, Pattern.FORCED_LABOUR
    ),
    Case("L-P1 L-P2 L-P12 L-P10", ADULT, "EX CD", REFER),  # coercion there, none before: not settled
    Case("L-P1 L-P2 B-S3 B-S8 B-S9", ADULT, "CR EX", REFER),  # not in the table
    Case("L-P1 L-P2 B-S1 B-S2 B-S3 B-S8 B-S9", ADULT, "DR CR EX", REFER),
    Case("B-S1 B-S2 L-P12 L-P10", ADULT, "DR CD", REFER),
    Case("L-P1 L-P2 B-S1 B-S2 L-P12 L-P10", CHILD, "DR EX CD", ACT),  # the table is for adult workers
    Case("L-P1 L-P2", CHILD, "EX", ACT),
    # danger first
    Case("B-P6", ADULT, "", ACT),
    Case("L-W2", ADULT, "", ACT),
    Case("L-W2 L-P12", ADULT, "CD", ACT),
    Case("B-P6 B-P4", ADULT, "", ACT),
    # what no list of ours weighs: refer
    Case("G-H8", ADULT, "", REFER),
    Case("G-P1", ADULT, "", REFER),
    Case("K-B4", ADULT, "", REFER),
    Case("K-B5", ADULT, "", REFER),
    Case("K-X4", ADULT, "", REFER),
    Case("K-H9", CHILD, "", ACT),
    # context and leads alone
    Case("K-H1 K-B3 K-B8", ADULT, "", LOOK),
    Case("B-A3", ADULT, "", LOOK),
    Case("L-CO2", ADULT, "", LOOK),
)


@pytest.mark.parametrize("case", WORKED, ids=lambda case: f"{case.signs or 'nothing'}, {case.age}")
def test_worked_by_hand(signs: tuple[Indicator, ...], case: Case) -> None:
    found = assess(signs, case.age, confirmed(*case.signs.split()))
    assert found.positive == set(case.positive.split())
    assert (found.outcome, found.pattern) == (case.outcome, case.pattern)


def test_there_are_enough_of_them() -> None:
    assert len(WORKED) >= 80
    assert len(set(WORKED)) == len(WORKED)


def test_what_decided_is_told_once_with_the_signs_behind_it(signs: tuple[Indicator, ...]) -> None:
    found = assess(signs, ADULT, confirmed("L-P4", "L-P5", "L-P1", "L-P2"))
    (exploitation,) = (dimension for dimension in found.dimensions if dimension.code == "EX")
    assert [(one.indicator, one.strength, one.signs) for one in exploitation.counted] == [
        ("Excessive working days or hours", Strength.STRONG, ("L-P1",)),
        ("Low or no salary", Strength.MEDIUM, ("L-P2",)),
        ("Wage manipulation", Strength.MEDIUM, ("L-P4", "L-P5")),
    ]


def test_the_two_weights_in_doubt_are_weak_and_noted(signs: tuple[Indicator, ...]) -> None:
    def counted(age: Age) -> list[tuple[Strength, bool]]:
        found = assess(signs, age, confirmed("B-D1"))
        return [(one.strength, one.is_unconfirmed) for d in found.dimensions for one in d.counted]

    assert counted(ADULT) == [(Strength.WEAK, True)]
    assert counted(CHILD) == [(Strength.MEDIUM, False)]


def test_judgement_alone_refers_and_never_overrides_danger(signs: tuple[Indicator, ...]) -> None:
    assert assess(signs, ADULT, {}, by_judgement=True).outcome is REFER
    assert assess(signs, ADULT, confirmed("B-P6"), by_judgement=True).outcome is ACT
    assert assess((), ADULT, {}, by_judgement=True).outcome is REFER


def test_all_six_dimensions_are_always_there_in_their_order(signs: tuple[Indicator, ...]) -> None:
    codes = [dimension.code for dimension in assess(signs, ADULT, {}).dimensions]
    assert codes == ["DR", "CR", "RV", "EX", "CD", "VD"]


# Properties over any answers at all

ANSWERS = st.sampled_from(Answer)
AGES = st.sampled_from(Age)


@pytest.fixture(scope="module")
def ids(signs: tuple[Indicator, ...]) -> list[str]:
    return [sign.id for sign in signs]


@given(data=st.data(), age=AGES)
def test_one_more_confirmed_sign_never_lowers_anything(
    signs: tuple[Indicator, ...], ids: list[str], data: st.DataObject, age: Age
) -> None:
    some = data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=12))
    more = data.draw(st.sampled_from(ids))
    before, after = assess(signs, age, some), assess(signs, age, some | {more: Answer.CONFIRMED})
    assert before.positive <= after.positive
    assert tuple(Outcome).index(after.outcome) <= tuple(Outcome).index(before.outcome)


@given(data=st.data(), age=AGES)
def test_order_does_not_matter(
    signs: tuple[Indicator, ...], ids: list[str], data: st.DataObject, age: Age
) -> None:
    some = data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=12))
    assert assess(signs, age, dict(reversed(some.items()))) == assess(signs, age, some)
    other = assess(tuple(reversed(signs)), age, some)
    this = assess(signs, age, some)
    assert (other.positive, other.outcome) == (this.positive, this.outcome)


@given(data=st.data(), age=AGES)
def test_what_is_not_confirmed_counts_as_nothing_in_the_rule(
    signs: tuple[Indicator, ...], ids: list[str], data: st.DataObject, age: Age
) -> None:
    some = data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=20))
    only = {id_: answer for id_, answer in some.items() if answer is Answer.CONFIRMED}
    whole, bare = assess(signs, age, some), assess(signs, age, only)
    assert replace(whole, to_establish=(), outcome=bare.outcome) == bare
    assert set(whole.to_establish) == {id_ for id_, answer in some.items() if answer is Answer.SUSPECTED}
    if whole.outcome is not bare.outcome:
        assert (whole.outcome, bare.outcome) == (LOOK, OPEN)


@given(data=st.data())
def test_a_possible_child_is_assessed_as_a_child(
    signs: tuple[Indicator, ...], ids: list[str], data: st.DataObject
) -> None:
    some = data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=20))
    assert replace(assess(signs, POSSIBLE, some), age=CHILD) == assess(signs, CHILD, some)


@given(data=st.data(), age=AGES)
def test_nothing_that_it_says_is_a_verdict(
    signs: tuple[Indicator, ...], ids: list[str], data: st.DataObject, age: Age
) -> None:
    found: Assessment = assess(signs, age, data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS)))
    said = json.dumps([found.outcome, found.pattern, [d.code for d in found.dimensions]])
    assert not [word for word in ("victim", "clear", "traffick", "%") if word in said]
