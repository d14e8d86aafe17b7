"""The rights card: nothing that needs a state's confirmation stands among the rest."""

from dataclasses import replace

from tests.core.examples import CARD


def test_messages_are_told_apart() -> None:
    assert [message.number for message in CARD.for_everywhere] == [1, 3]
    assert [message.number for message in CARD.to_confirm] == [2, 4]
    assert [message.number for message in CARD.for_child] == [1, 4]


def test_what_needs_confirmation_is_marked_on_the_card_for_children_too() -> None:
    everywhere, to_confirm, answers, for_child = CARD.parts
    assert everywhere.rows == (("1.", "Are you safe now?", "SEED"), ("3.", "You can stop.", "SEED"))
    assert to_confirm.caution == "Ask your state first."
    assert all(words.endswith("(if confirmed)") for _number, words, _keys in to_confirm.rows)
    assert answers.tiles == ("Yes", "No", "Stop", "Water")
    assert [words for _number, words, _keys in for_child.rows] == [
        "Are you safe now?",
        "Are you under 18? (if confirmed)",
        "You did nothing wrong.",
    ]


def test_a_part_without_anything_has_no_heading() -> None:
    bare = replace(CARD, messages=CARD.for_everywhere[1:], answers=(), child_only=())
    assert [part.title for part in bare.parts] == ["Everywhere"]
