"""Scenarios to learn from."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Document, Part, Said, Slug, SourceKey


class Choice(Part, frozen=True, kw_only=True):
    """A way to act in a scenario, and why it is right or wrong."""

    text: Said
    right: bool
    reason: Said


class Scenario(Part, frozen=True, kw_only=True):
    """A situation, a question, and ways to act."""

    id: Slug
    title: Said
    situation: Said
    question: Said
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(min_length=2)]
    sources: tuple[SourceKey, ...]


class Training(Document, frozen=True, kw_only=True):
    """Scenarios to learn from."""

    kind: Literal["training"]
    scenarios: tuple[Scenario, ...]
