"""The rights card: what may be shown everywhere apart from what a state has to confirm."""

from amparo.core.blocks import Heading, Note, Paragraph, Tone
from amparo.core.cards import RightsCard, Tile
from tests.library.examples import pages_of


def test_a_page_holds_the_card_and_how_to_use_it() -> None:
    (page,) = pages_of("rights")
    intro, card, heading, note = page.blocks
    assert isinstance(intro, Paragraph)
    assert isinstance(card, RightsCard)
    first, second = card.messages
    assert (first.number, first.id, first.everywhere, first.child) == (1, "interpreter", True, True)
    assert first.sources == ("PAL-3",)
    assert (second.number, second.id, second.everywhere, second.child) == (2, "lawyer", False, False)
    assert card.answers == (
        Tile(id="understood", text="I understand"),
        Tile(id="not-understood", text="I do not understand"),
    )
    assert card.child_only == (Tile(id="nothing-wrong", text="You did nothing wrong."),)
    assert isinstance(heading, Heading)
    assert isinstance(note, Note)
    assert note.tone is Tone.WARNING


def test_what_needs_confirmation_says_so_wherever_it_is_read() -> None:
    (page,) = pages_of("rights")
    told = page.text.index("Only where your state has confirmed it")
    assert page.text.index("You can ask for an interpreter.") < told < page.text.index("lawyer")
    assert "2. You can ask for a lawyer. (only where your state has confirmed it)" in page.text
    (passage,) = (passage for passage in page.passages if "lawyer" in passage.text)
    assert "only where your state has confirmed it" in passage.text


def test_each_message_can_be_found() -> None:
    (page,) = pages_of("rights")
    assert [passage.text for passage in page.passages][1:3] == [
        "You can ask for an interpreter.",
        "You can ask for a lawyer. (only where your state has confirmed it)",
    ]
