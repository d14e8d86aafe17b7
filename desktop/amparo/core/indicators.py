"""Signs that an officer can see, hear or read, and the ILO indicators that they point to."""

from dataclasses import dataclass

from amparo.core.i18n import N_, _

DIMENSIONS = {
    "DR": N_("Deceptive recruitment"),
    "CR": N_("Coercive recruitment"),
    "RV": N_("Recruitment by abuse of vulnerability"),
    "EX": N_("Exploitation"),
    "CD": N_("Coercion at destination"),
    "VD": N_("Abuse of vulnerability at destination"),
}
UNSCORED = {
    "sexual-exploitation": N_("sexual exploitation"),
    "forced-marriage": N_("forced marriage"),
    "organ-removal": N_("removal of organs"),
    "forced-criminality": N_("forced crime"),
    "begging": N_("forced begging"),
    "child-soldiering": N_("children with armed forces or groups"),
    "illegal-adoption": N_("illegal adoption or sale of a child"),
}
"""Kinds of exploitation that the labour lists do not weigh: refer."""

_STRENGTHS = {
    "strong": N_("strong"),
    "medium": N_("medium"),
    "weak": N_("weak"),
    None: N_("not rated"),
}


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
        unscored: kinds of exploitation that it tells of and that no list of ours weighs.
        sources: keys.
    """

    id: str
    situation: str
    short: str
    observation: str
    applies_to: str
    points_to: tuple[PointsTo, ...]
    danger: bool
    unscored: tuple[str, ...] = ()
    sources: tuple[str, ...]


def indicator_words(point: PointsTo) -> str:
    """Which ILO indicator of which dimension, and whether the sign only suggests it."""
    words = f"{_(DIMENSIONS[point.dimension])}: {point.indicator}"
    return _("{indicator} (suggested)").format(indicator=words) if point.suggests else words


def weight_words(point: PointsTo) -> str:
    """How heavily it weighs for an adult and for a child; one word where it weighs alike."""
    if point.adult == point.child:
        return _(_STRENGTHS[point.adult])
    # Translators: how heavily an ILO indicator weighs, such as adult medium, child strong
    return _("adult {adult}, child {child}").format(
        adult=_(_STRENGTHS[point.adult]), child=_(_STRENGTHS[point.child])
    )


def unrated() -> str:
    """What is said of a sign that points to no ILO indicator."""
    return _("not rated: no ILO indicator")
