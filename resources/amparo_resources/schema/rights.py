"""The card that is shown to a person across a desk."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Document, Item, Notice, Part, Said, Slug, SourceKey


class Message(Part, frozen=True, kw_only=True):
    """A sentence or two to show a person across a desk.

    Attributes:
        number: its place on the card; stays for ever.
        show: everywhere, or only where the state has confirmed it.
        child: whether it is on the card for children too.
    """

    id: Slug
    number: Annotated[int, msgspec.Meta(ge=1)]
    text: Said
    show: Literal["everywhere", "confirmed-by-state"]
    serves: tuple[Item, ...]
    child: bool = False
    sources: tuple[SourceKey, ...]


class Tile(Part, frozen=True, kw_only=True):
    """A word to point at, or a sentence without a number."""

    id: Slug
    text: Said


class Rights(Document, frozen=True, kw_only=True):
    """The messages of the card, and the tiles that a person can point at to answer.

    Attributes:
        answers: the tiles.
        child_only: what the card for children says besides its messages.
        notes: how to use the card, and what it must not say.
    """

    kind: Literal["rights"]
    intro: Said
    messages: tuple[Message, ...]
    answers: tuple[Tile, ...]
    child_only: tuple[Tile, ...] = ()
    notes: tuple[Notice, ...] = ()
