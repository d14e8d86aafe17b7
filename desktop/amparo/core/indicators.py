"""Signs that an officer can see, hear or read, and the ILO indicators that they point to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsTo:
    """An ILO indicator that a sign points to.

    Attributes:
        dimension: DR, CR, RV, EX, CD or VD.
        adult, child: its weight in either list: strong, medium or weak; None where it is not rated.
        suggests: the sign suggests the indicator, and does not show it.
        checked: the weights were compared with the original list.
    """

    dimension: str
    indicator: str
    adult: str | None
    child: str | None
    suggests: bool = False
    checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A sign of a checklist.

    Attributes:
        situation: the title of the part of the checklist that it stands in.
        applies_to: adult, child or both.
        danger: it tells of immediate danger, and comes before the others.
        sources: keys.
    """

    id: str
    situation: str
    short: str
    observation: str
    applies_to: str
    points_to: tuple[PointsTo, ...]
    danger: bool
    sources: tuple[str, ...]
