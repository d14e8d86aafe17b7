"""Every message of the rights card against its facts, kept as data in `golden/rights.json`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from amparo.library.documents import read_document
from amparo_build.content import DOCUMENTS, gather
from amparo_resources.schema import Message, Rights, Source, Sources

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "rights.json").read_text(encoding="utf-8"))
FACTS: dict[int, dict[str, Any]] = {row["number"]: row for row in GOLDEN["messages"]}
LONGEST = 20
SHOW = {"U": "everywhere", "N": "confirmed-by-state"}
PROMISES = re.compile(
    r"\byou will (not be (deported|prosecuted|punished)|get (a|your) visa|stay)\b"
    r"|\beverything is secret\b|\byou are a victim\b|\byou must help\b",
    re.IGNORECASE,
)


def _documents() -> list[tuple[str, Any]]:
    read = [read_document(name, data) for name, data in gather(DOCUMENTS).items() if "/" in name]
    return [(written.id, written.document) for written in read if written.lang == "en"]


((NAME, CARD),) = ((name, one) for name, one in _documents() if isinstance(one, Rights))
SOURCES: dict[str, Source] = {
    source.key: source for _, one in _documents() if isinstance(one, Sources) for source in one.sources
}

each_message = pytest.mark.parametrize("message", CARD.messages, ids=lambda message: message.id)


def words_of(text: str) -> list[str]:
    """Words and figures; a line to write on is none."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)


def test_all_25_are_there_in_their_order() -> None:
    assert [message.number for message in CARD.messages] == list(FACTS) == list(range(1, 26))
    assert len({message.id for message in CARD.messages}) == 25


@each_message
def test_a_message_is_that_of_the_facts_word_for_word(message: Message) -> None:
    row = FACTS[message.number]
    assert message.text == row["text"]
    assert len(words_of(message.text)) == row["words"] <= LONGEST
    assert message.show == SHOW[row["check"]]
    assert list(message.serves) == [f"plan/activity/{number}" for number in row["activities"]]


@each_message
def test_a_message_rests_on_the_sources_of_the_facts(message: Message) -> None:
    row = FACTS[message.number]
    keys = ("SEED" if key.startswith("SEED-") else key for key in row["sources"] if key != "PROPOSAL")
    assert list(message.sources) == list(dict.fromkeys(keys))
    assert set(message.sources) <= set(SOURCES)
    assert not message.sources or not all(SOURCES[key].weak for key in message.sources)


def test_thirteen_may_be_shown_everywhere() -> None:
    shown = [message.number for message in CARD.messages if message.show == "everywhere"]
    assert shown == [1, 2, 3, 5, 6, 13, 14, 15, 16, 18, 20, 21, 25]


def test_the_tiles_are_those_of_the_facts() -> None:
    assert [tile.text for tile in CARD.answers] == GOLDEN["tiles"]
    assert len({tile.id for tile in CARD.answers}) == len(CARD.answers) == 21


def test_the_card_for_children_is_that_of_the_facts() -> None:
    assert [message.number for message in CARD.messages if message.child] == GOLDEN["child"]
    assert [tile.text.rstrip(".") for tile in CARD.child_only] == GOLDEN["child_only"]


@pytest.mark.parametrize("said", GOLDEN["never"], ids=lambda said: said["text"])
def test_a_note_says_what_the_card_must_not_say(said: dict[str, Any]) -> None:
    (note,) = (note for note in CARD.notes if said["text"] in note.text)
    assert set(note.sources) == {"SEED" if key.startswith("SEED-") else key for key in said["sources"]}
    assert note.warns == bool(said["sources"])


@each_message
def test_a_message_promises_nothing(message: Message) -> None:
    assert PROMISES.search(message.text) is None


@pytest.mark.parametrize(
    "said", ["You will not be deported.", "Everything is secret.", "You are a victim of it."]
)
def test_a_promise_would_be_seen(said: str) -> None:
    assert PROMISES.search(said)


def test_what_the_card_serves_is_served_by_a_message() -> None:
    assert NAME == "card"
    assert set(CARD.serves) <= {item for message in CARD.messages for item in message.serves}


def test_who_uses_the_card_is_told_how() -> None:
    told = f"{CARD.intro} {' '.join(note.text for note in CARD.notes)}"
    assert "for showing, not for signing" in told
    assert "promises nothing" in told
    assert "A card left in a pocket can put its holder in danger" in told
