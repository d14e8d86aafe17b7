"""The concepts behind the words."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Lang, Part, Said, Slug


class Concept(Part, frozen=True, kw_only=True):
    """One idea, and the words for it in each language, the preferred one first."""

    id: Slug
    terms: dict[Lang, Annotated[tuple[Said, ...], msgspec.Meta(min_length=1)]]


class Thesaurus(Part, frozen=True, kw_only=True):
    """The concepts through which a word in one language finds a page in another."""

    kind: Literal["thesaurus"]
    concepts: tuple[Concept, ...]
