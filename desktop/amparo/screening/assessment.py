"""From answers to an assessment: dimensions with their reasons, an outcome, and what is still open.

The mapping of a sign to an ILO indicator is the kit's own reading, and so is the order of the outcomes; the
weights are those of the labour lists. Nothing here is a finding: it says to act, refer or look further.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amparo.core.indicators import DIMENSIONS, Indicator, PointsTo
from amparo.screening.answers import Age, Answer
from amparo.screening.rule import Strength, is_positive, missing

_UNCONFIRMED = frozenset({("RV", "Difficulties in the past"), ("RV", "Difficulty to organise the travel")})
"""Adult weights that the copy and our memory disagree on; the cautious one, weak, is used."""


class Outcome(StrEnum):
    """What to do, the most urgent first; never what a person is."""

    ACT_NOW = "act-now"
    REFER = "refer"
    LOOK_FURTHER = "look-further"
    NOT_ESTABLISHED = "not-established"


class Pattern(StrEnum):
    """A combination that the ILO's worked table for adult workers knows; something to look at, no label."""

    LABOUR_RIGHTS = "labour-rights"
    """Exploitation alone."""
    DECEIVED_AND_EXPLOITED = "deceived-and-exploited"
    FORCED_LABOUR = "forced-labour"
    """Recruitment by deceit or coercion, exploitation, and coercion at destination."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An ILO indicator that confirmed signs point to; it counts once, however many signs do.

    Attributes:
        signs: their ids, in the order of the checklist.
        is_unconfirmed: its weight is in doubt, and the weaker one is used.
    """

    indicator: str
    strength: Strength
    signs: tuple[str, ...]
    is_unconfirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One of the six dimensions.

    Attributes:
        counted: what is confirmed, the heaviest first.
        missing: what more would make it positive, in strengths; empty where it is positive.
    """

    code: str
    positive: bool
    counted: tuple[Counted, ...]
    missing: tuple[tuple[Strength, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the answers add up to.

    Attributes:
        danger: ids of confirmed signs of immediate danger.
        unscored: kinds of exploitation that confirmed signs tell of and that no list of ours weighs.
        to_establish: ids of suspected signs.
        by_judgement: the officer refers, whatever the signs.
    """

    age: Age
    dimensions: tuple[Dimension, ...]
    outcome: Outcome
    pattern: Pattern | None
    danger: tuple[str, ...]
    unscored: tuple[str, ...]
    to_establish: tuple[str, ...]
    by_judgement: bool = False

    @property
    def positive(self) -> frozenset[str]:
        """The codes of the dimensions that are positive."""
        return frozenset(dimension.code for dimension in self.dimensions if dimension.positive)


def assess(
    signs: Iterable[Indicator], age: Age, answers: Mapping[str, Answer], *, by_judgement: bool = False
) -> Assessment:
    """Assess the answers to the signs of a checklist.

    Args:
        answers: by the id of a sign; a sign without one was not asked.
        by_judgement: the officer wishes to refer without a sign, or beyond what the signs add up to.
    """
    listed = tuple(signs)
    confirmed = [sign for sign in listed if answers.get(sign.id) is Answer.CONFIRMED]
    suspected = tuple(sign.id for sign in listed if answers.get(sign.id) is Answer.SUSPECTED)
    dimensions = tuple(_dimension(code, confirmed, age) for code in DIMENSIONS)
    danger = tuple(sign.id for sign in confirmed if sign.danger)
    unscored = tuple(dict.fromkeys(kind for sign in confirmed for kind in sign.unscored))
    if danger or (age.is_child and confirmed):
        outcome = Outcome.ACT_NOW
    elif by_judgement or unscored or any(dimension.positive for dimension in dimensions):
        outcome = Outcome.REFER
    elif confirmed or suspected:
        outcome = Outcome.LOOK_FURTHER
    else:
        outcome = Outcome.NOT_ESTABLISHED
    return Assessment(
        age=age,
        dimensions=dimensions,
        outcome=outcome,
        pattern=None if age.is_child else _pattern(dimensions),
        danger=danger,
        unscored=unscored,
        to_establish=suspected,
        by_judgement=by_judgement,
    )


def _pattern(dimensions: tuple[Dimension, ...]) -> Pattern | None:
    """What the worked table knows of this combination; it knows few, and none is ever guessed."""
    positive = {dimension.code for dimension in dimensions if dimension.positive}
    if "EX" not in positive:
        return None
    is_deceived, is_coerced = "DR" in positive, "CR" in positive
    if "CD" in positive:
        return Pattern.FORCED_LABOUR if is_deceived or is_coerced else None
    if is_coerced:
        return None
    return Pattern.DECEIVED_AND_EXPLOITED if is_deceived else Pattern.LABOUR_RIGHTS


def _dimension(code: str, confirmed: list[Indicator], age: Age) -> Dimension:
    behind: dict[str, list[str]] = {}
    strengths: dict[str, Strength] = {}
    for sign in confirmed:
        for point in sign.points_to:
            weight = _weight(point, age)
            if point.dimension == code and weight is not None:
                strengths[point.indicator] = weight
                behind.setdefault(point.indicator, []).append(sign.id)
    counted = [
        Counted(
            indicator=name,
            strength=strength,
            signs=tuple(behind[name]),
            is_unconfirmed=not age.is_child and (code, name) in _UNCONFIRMED,
        )
        for name, strength in strengths.items()
    ]
    counted.sort(key=lambda one: tuple(Strength).index(one.strength))
    weights = [one.strength for one in counted]
    return Dimension(
        code=code, positive=is_positive(weights), counted=tuple(counted), missing=missing(weights)
    )


def _weight(point: PointsTo, age: Age) -> Strength | None:
    weight = point.child if age.is_child else point.adult
    return None if weight is None else Strength(weight)
