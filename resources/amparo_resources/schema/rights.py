"""The card that is shown to a person across a desk."""

from typing import Literal

from amparo_resources.schema.base import Document, Item, Part, Said, Slug, SourceKey


class Message(Part, frozen=True, kw_only=True):
    """A sentence to show a person across a desk.

    Attributes:
        show: everywhere, or only where the state has confirmed it.
    """

    id: Slug
    text: Said
    show: Literal["everywhere", "confirmed-by-state"]
    serves: tuple[Item, ...]
    child: bool = False
    sources: tuple[SourceKey, ...]


class Rights(Document, frozen=True, kw_only=True):
    """The messages of the card, and the tiles that a person can point at to answer."""

    kind: Literal["rights"]
    messages: tuple[Message, ...]
    answers: tuple[Said, ...]
