"""Cards for a pocket: eight alike on a sheet, all of the words, nothing over an edge."""

from dataclasses import replace

import pytest

from amparo.core.blocks import Card, prose
from amparo.core.cards import CardWords, Message, RightsCard, Tile
from amparo.core.settings import Paper
from amparo.paper.cards import FOLDED, INSET_PT, POCKET, cut_of, sides
from amparo.paper.pdf import SIZES_PT, to_pdf
from amparo.paper.printout import Form, Printout
from tests.paper.printouts import folded, glyphs, margins_pt, page_texts, printout

MM = 72 / 25.4
LINES = ("Under 18: never. [SGB-32]", "No sex for goods. [SGB-32][MIL-AIDE]", "Report.")
CARD = printout(Card(tuple(map(prose, LINES))), title="Pocket card", status="draft")
CARDS = replace(CARD, form=Form.CARDS)


@pytest.mark.parametrize("paper", Paper)
def test_eight_fronts_and_eight_backs(paper: Paper) -> None:
    front, back = page_texts(to_pdf(CARDS, paper))
    assert front.count("Pocket card") == front.count("2. No sex for goods.") == 8
    assert front.count("not of the United Nations") == 8
    assert back.count("Report to:") == back.count(CARDS.fingerprint()) == back.count("draft") == 8


def test_what_a_line_rests_on_stands_once_and_overleaf() -> None:
    front, back = page_texts(to_pdf(CARDS, Paper.A4))
    assert "SGB-32" not in front
    assert back.count("Rests on: SGB-32, MIL-AIDE") == 8


@pytest.mark.parametrize("paper", Paper)
def test_printers_reach_all_of_it(paper: Paper) -> None:
    assert min(margins_pt(to_pdf(CARDS, paper))) >= 11  # the marks; the words stay further in
    for cut in (POCKET, FOLDED):
        assert cut.width_pt * cut.across < SIZES_PT[paper][0] - 2 * 11 * MM
        assert cut.height_pt * cut.down < SIZES_PT[paper][1] - 2 * 9 * MM


def test_the_same_cards_are_the_same_bytes() -> None:
    assert to_pdf(CARDS, Paper.A4) == to_pdf(CARDS, Paper.A4)


def test_a_printout_that_is_no_card_is_pages_as_ever() -> None:
    as_pages: Printout = replace(CARDS, form=Form.PAGES)
    (page,) = page_texts(to_pdf(as_pages, Paper.A4))
    assert "1. Under 18: never. [SGB-32]" in folded(page)
    assert page.count("Under 18") == 1


def test_both_sides_say_how_much_room_they_need() -> None:
    for side in sides(CARDS):
        assert 0 < sum(band.before_pt + band.height_pt for band in side) < POCKET.height_pt


def rights(*messages: Message, confirmed: tuple[str, ...] = ()) -> Printout:
    words = CardWords(everywhere="", to_confirm="", caution="", mark="", answers="", for_child="")
    card = RightsCard(
        words=words, messages=messages, answers=(Tile(id="yes", text="Yes"), Tile(id="no", text="No"))
    )
    return replace(printout(card), form=Form.CARDS, confirmed=confirmed)


def message(number: int, text: str, *, everywhere: bool = True) -> Message:
    return Message(
        number=number, id=f"m{number}", text=text, everywhere=everywhere, child=False, sources=("WHO-10",)
    )


ASK, STAY = message(1, "You can stop at any time."), message(2, "It may be free.", everywhere=False)


def test_a_small_rights_card_shows_only_what_the_state_allows() -> None:
    inside, outside = page_texts(to_pdf(rights(ASK, STAY), Paper.A4))
    assert inside.count("You can stop at any time.") == inside.count("Yes · No") == 4
    assert "free" not in inside
    assert outside.count("Information") == 4
    inside, _outside = page_texts(to_pdf(rights(ASK, STAY, confirmed=("m2",)), Paper.A4))
    assert inside.count("It may be free.") == 4


def test_its_outside_tells_nothing() -> None:
    said = rights(ASK)
    _inside, outside = page_texts(to_pdf(said, Paper.A4))
    assert set(outside.split()) == {"Information", "2026.11.1", "·", *said.fingerprint().split()}


@pytest.mark.parametrize("count", [1, 13, 25, 60])
def test_more_messages_than_a_card_holds_go_on_another(count: int) -> None:
    many = rights(*(message(number, f"{number}: you can ask for help " * 3) for number in range(count)))
    cut, pairs = cut_of(many)
    for inside, outside in pairs:
        for side in (inside, outside):
            assert sum(band.before_pt + band.height_pt for band in side) <= cut.height_pt - 2 * INSET_PT
    said = " ".join(page_texts(to_pdf(many, Paper.LETTER)))
    assert all(f" {number}: you" in f" {said}" for number in range(count))


def test_a_large_rights_card_is_to_be_read_across_a_desk() -> None:
    large = replace(rights(ASK, STAY), form=Form.LARGE)
    pdf = to_pdf(large, Paper.A4)
    said = " ".join(page_texts(pdf))
    assert "You can stop at any time." in said
    assert "free" not in said
    letters = [glyph.size_pt for glyph in glyphs(pdf) if glyph.letter == "Y"]
    assert min(letters) >= 18
