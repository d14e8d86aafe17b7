"""Scenarios to learn from: a situation, a question, and ways to act."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A way to act, and why it is right or wrong."""

    text: str
    right: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One scenario.

    Attributes:
        sources: keys.
    """

    situation: str
    question: str
    choices: tuple[Choice, ...]
    sources: tuple[str, ...]
