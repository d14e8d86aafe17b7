"""What the documents rest on."""

from typing import Literal

from amparo_resources.schema.base import Part, Said, SourceKey


class Source(Part, frozen=True, kw_only=True):
    """Something that the documents rest on.

    Attributes:
        read: how much of it was read.
        weak: not to be cited to an official on its own.
    """

    key: SourceKey
    title: Said
    publisher: Said
    year: str
    read: Said
    weak: bool = False


class Sources(Part, frozen=True, kw_only=True):
    """All sources, by key."""

    kind: Literal["sources"]
    sources: tuple[Source, ...]
