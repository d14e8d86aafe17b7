"""A sign, a field, a scenario: small ones of what is answered, for tests of every layer."""

from typing import Any

from amparo.core.cards import CardWords, Message, RightsCard, Tile
from amparo.core.fields import Field, Option
from amparo.core.indicators import Indicator, PointsTo
from amparo.core.scenes import Choice, Scene


def sign(id_: str = "B-P1", **said: Any) -> Indicator:
    """A sign that points to one indicator, and suggests it."""
    common: dict[str, Any] = {
        "id": id_,
        "situation": "The first look",
        "short": "Someone else answers",
        "observation": "You ask; the companion replies.",
        "applies_to": "both",
        "points_to": (
            PointsTo(
                dimension="CR",
                indicator="Confiscation of documents",
                adult="medium",
                child="strong",
                suggests=True,
            ),
        ),
        "danger": False,
        "sources": ("TAT", "ILO"),
    }
    return Indicator(**(common | said))


def field(type_: str = "text", **said: Any) -> Field:
    """A field that is required."""
    common = {"id": "place", "label": "Where it was", "type": type_, "required": "yes"}
    return Field(**(common | {"reason": "The receiver has to find it.", "privacy": "P0"} | said))


def options(*labels: str) -> tuple[Option, ...]:
    """Answers to choose from."""
    return tuple(Option(id=f"option-{number}", label=label) for number, label in enumerate(labels, 1))


def message(number: int, text: str, **said: Any) -> Message:
    """A message that may be shown everywhere."""
    common: dict[str, Any] = {"number": number, "id": f"message-{number}", "text": text}
    return Message(**(common | {"everywhere": True, "child": False, "sources": ("SEED",)} | said))


CARD = RightsCard(
    words=CardWords(
        everywhere="Everywhere",
        to_confirm="If confirmed",
        caution="Ask your state first.",
        mark="if confirmed",
        answers="Answers",
        for_child="For children",
    ),
    messages=(
        message(1, "Are you safe now?", child=True),
        message(2, "You can ask for a lawyer.", everywhere=False, sources=()),
        message(3, "You can stop."),
        message(4, "Are you under 18?", everywhere=False, child=True),
    ),
    answers=tuple(Tile(id=word.lower(), text=word) for word in ("Yes", "No", "Stop", "Water")),
    child_only=(Tile(id="nothing-wrong", text="You did nothing wrong."),),
)
SCENE = Scene(
    situation="A man answers every question in the place of his cousin.",
    question="What do you do first?",
    choices=(
        Choice(text="Ask her in front of him", right=False, reason="She cannot speak freely."),
        Choice(text="Speak with each alone", right=True, reason="She may then speak freely."),
    ),
    sources=("PAL-3",),
)
