"""What all kinds of document are made of."""

from datetime import date
from typing import Annotated, Literal

import msgspec

Lang = Literal["en", "es", "pt", "fr"]
Said = Annotated[str, msgspec.Meta(min_length=1)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SourceKey = Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")]
Item = Annotated[str, msgspec.Meta(pattern=r"^plan/(activity|mandate)/[1-9][0-9]?$")]
PageName = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*)+$")]
State = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Seen = Annotated[
    str,
    msgspec.Meta(pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|undated)$"),
]
"""A year, a month or a day."""
Audience = Literal["border", "labour", "peacekeeping", "police", "consular", "health", "social"]
Resource = Literal["checklist", "guidance", "form", "rights", "training", "directory"]
Confidence = Literal["confirmed", "single-source", "known-not-looked-up"]
Strength = Literal["strong", "medium", "weak", "not rated"]
PerLang = dict[Lang, Said]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whatever stands in a document."""


class Document(Part, frozen=True, kw_only=True):
    """What every document states of itself.

    Attributes:
        serves: the activities and mandates of the Work Plan that it is for.
        read_on: pages that a reader of it is likely to need next.
        as_of: the day that its text speaks from.
        status: `draft`, or `reviewed` with the role of who did.
    """

    title: Said
    audience: tuple[Audience, ...]
    serves: tuple[Item, ...]
    sources: Annotated[tuple[SourceKey, ...], msgspec.Meta(min_length=1)]
    read_on: tuple[PageName, ...] = ()
    as_of: date
    status: Literal["draft", "reviewed"]
    reviewed_by: str = ""


class Remark(Part, frozen=True, kw_only=True):
    """An editorial note: the kit's words about a text, with what they rest on."""

    text: Said
    sources: tuple[SourceKey, ...]


class Notice(Remark, frozen=True, kw_only=True):
    """A remark to heed before something is filled in or shown.

    Attributes:
        warns: shown as a warning, if it rests on a source; what rests on none is always the kit's own advice.
    """

    warns: bool = False
