"""Signs to look for, grouped by situation."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Document, Part, Remark, Said, Slug, SourceKey, Strength

Unscored = Literal[
    "sexual-exploitation",
    "forced-marriage",
    "organ-removal",
    "forced-criminality",
    "begging",
    "child-soldiering",
    "illegal-adoption",
]


class PointsTo(Part, frozen=True, kw_only=True):
    """An ILO indicator that a sign points to, with its weight in the adult and in the child list."""

    dimension: Literal["DR", "CR", "RV", "EX", "CD", "VD"]
    indicator: Said
    adult: Strength
    child: Strength
    suggests: bool = False
    checked: bool = False


class Indicator(Part, frozen=True, kw_only=True):
    """A sign that an officer can see, hear or read; `points_to: []` says that it is not rated.

    Attributes:
        danger: it tells of immediate danger.
        unscored: kinds of exploitation that it tells of and that no list of ours weighs.
    """

    id: Said
    short: Said
    observation: Said
    applies_to: Literal["adult", "child", "both"]
    points_to: tuple[PointsTo, ...]
    danger: bool = False
    unscored: tuple[Unscored, ...] = ()
    sources: Annotated[tuple[SourceKey, ...], msgspec.Meta(min_length=1)]


class Situation(Part, frozen=True, kw_only=True):
    """The signs of one moment of the work, such as the booth or the walk-through."""

    id: Slug
    title: Said
    indicators: tuple[Indicator, ...]
    caveats: tuple[Remark, ...] = ()


class Checklist(Document, frozen=True, kw_only=True):
    """Signs to look for, grouped for the situation that the officer is in."""

    kind: Literal["checklist"]
    intro: Said
    situations: tuple[Situation, ...]
    caveats: tuple[Remark, ...] = ()
