"""Cards for a pocket: eight alike on a sheet, all of the words, nothing over an edge."""

from dataclasses import replace

import pytest

from amparo.core.blocks import Card, prose
from amparo.core.settings import Paper
from amparo.paper.cards import HEIGHT_PT, WIDTH_PT, sides
from amparo.paper.pdf import SIZES_PT, to_pdf
from amparo.paper.printout import Printout
from tests.paper.printouts import folded, margins_pt, page_texts, printout

LINES = ("Under 18: never. [SGB-32]", "No sex for goods. [SGB-32][MIL-AIDE]", "Report.")
CARDS = replace(printout(Card(tuple(map(prose, LINES))), title="Pocket card", status="draft"), as_cards=True)


@pytest.mark.parametrize("paper", Paper)
def test_eight_fronts_and_eight_backs(paper: Paper) -> None:
    front, back = page_texts(to_pdf(CARDS, paper))
    assert front.count("Pocket card") == front.count("2. No sex for goods.") == 8
    assert front.count("not of the United Nations") == 8
    assert back.count("Report to:") == back.count(CARDS.fingerprint) == back.count("draft") == 8


def test_what_a_line_rests_on_stands_once_and_overleaf() -> None:
    front, back = page_texts(to_pdf(CARDS, Paper.A4))
    assert "SGB-32" not in front
    assert back.count("Rests on: SGB-32, MIL-AIDE") == 8


@pytest.mark.parametrize("paper", Paper)
def test_printers_reach_all_of_it(paper: Paper) -> None:
    assert min(margins_pt(to_pdf(CARDS, paper))) >= 11  # the marks; the words stay further in
    assert SIZES_PT[paper][0] > WIDTH_PT * 2
    assert SIZES_PT[paper][1] > HEIGHT_PT * 4


def test_the_same_cards_are_the_same_bytes() -> None:
    assert to_pdf(CARDS, Paper.A4) == to_pdf(CARDS, Paper.A4)


def test_a_printout_that_is_no_card_is_pages_as_ever() -> None:
    as_pages: Printout = replace(CARDS, as_cards=False)
    (page,) = page_texts(to_pdf(as_pages, Paper.A4))
    assert "1. Under 18: never. [SGB-32]" in folded(page)
    assert page.count("Under 18") == 1


def test_both_sides_say_how_much_room_they_need() -> None:
    for side in sides(CARDS):
        assert 0 < sum(band.before_pt + band.height_pt for band in side) < HEIGHT_PT
