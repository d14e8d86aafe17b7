"""Whom to call: numbers with their age, and those that nobody should dial."""

from amparo.core.blocks import Table
from tests.library.examples import pages_of


def test_a_number_tells_when_and_where_it_was_last_seen() -> None:
    (page,) = pages_of("directory")
    emergency, hotline = (block for block in page.blocks if isinstance(block, Table))
    assert emergency.rows == (("Police", "112", "confirmed", "2026-10-01, Decree on numbers"),)
    assert hotline.rows == (("Hotline", "0800 555 01", "single-source", "2026-09, Leaflet"),)


def test_a_number_not_to_be_dialled_is_not_shown_as_one() -> None:
    (page,) = pages_of("directory", ("    service: Hotline", "    service: Hotline\n    do_not_dial: true"))
    assert "0800 555 01" not in page.text
    assert "do not dial" in page.text
    assert not any("0800 555 01" in passage.text for passage in page.passages), "an excerpt would show it"


def test_passages_of_a_state_are_marked_with_it() -> None:
    (page,) = pages_of("directory")
    assert {passage.state for passage in page.passages} == {"RUR"}
    assert "Ruritanie" in page.passages[0].text
