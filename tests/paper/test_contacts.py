"""Authorities and numbers on paper."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amparo.core.blocks import Block, Contact, Heading, Numbers
from amparo.core.contact_words import authority_text, numbers_text
from amparo.core.contacts import Superseded
from amparo.core.model import Kind, Page
from amparo.core.settings import Paper
from amparo.library.reader import reading
from amparo.library.store import Store
from amparo.paper.bands import Band
from amparo.paper.contacts import NUMBER, contact_bands, numbers_bands
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import printout_of
from tests.core.contacts import authority, danger, number
from tests.paper.printouts import folded, glyphs, margins_pt, page_texts, printout

_MM = 72 / 25.4
_WORD = re.compile(r"\w+")
DOUBTFUL = number("326-0133", confidence="single-source", last_seen="2019-06", warning="Ask first.")
WHOLE = authority(
    "police-unit",
    number("0800 555 01", from_abroad="+999 800 555 01", hours="24/7", note="Free"),
    DOUBTFUL,
    superseded=(Superseded(text="155 (campaign of 2019)", numbers=("155",)),),
    email="desk@example.org",
    website="https://example.org",
    languages=("es", "fr"),
    note="By day.",
    warning="It moved.",
)
BLOCKS: dict[str, Block] = {
    "authority": Contact(WHOLE, (3, 1)),
    "authority without a number": Contact(authority()),
    "emergency numbers": Numbers((danger(), danger("ambulance", "113"), danger("fire")), (1, 2)),
    "no emergency numbers": Numbers(()),
}


def said(block: Block) -> str:
    if isinstance(block, Numbers):
        return numbers_text(block.numbers, block.cited)
    assert isinstance(block, Contact)
    return authority_text(block.authority, block.cited)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_paper_says_all_that_is_known(block: Block, paper: Paper) -> None:
    pdf = to_pdf(printout(Heading("Police unit"), block), paper)
    printed = folded(" ".join(page_texts(pdf)))
    assert [line for line in said(block).splitlines() if folded(line) not in printed] == []
    assert min(margins_pt(pdf)) >= 12 * _MM
    assert min(glyph.size_pt for glyph in glyphs(pdf)) >= 9.5


def test_paper_never_shows_a_number_that_nobody_should_dial() -> None:
    assert "155" not in " ".join(page_texts(to_pdf(printout(Contact(WHOLE)), Paper.A4)))


def test_the_number_is_the_largest_thing_on_its_card() -> None:
    bands = [*contact_bands(Contact(WHOLE), 34, 400), *numbers_bands(Numbers((danger(),)), 34, 400)]
    sizes = {
        line.size.type_pt: "".join(words for _, words in line.pieces)
        for band in bands
        for column in band.columns
        for line in column.lines
    }
    assert max(sizes) == NUMBER.type_pt
    assert sizes[NUMBER.type_pt] == "112"


def numbered(bands: Iterator[Band]) -> list[Band]:
    """The bands that a number stands in."""
    return [
        band for band in bands if any(line.size == NUMBER for column in band.columns for line in column.lines)
    ]


def words(band: Band) -> str:
    return " ".join(said for column in band.columns for line in column.lines for _, said in line.pieces)


def test_confidence_date_and_warnings_stand_beside_the_number() -> None:
    trusted, doubtful = numbered(contact_bands(Contact(replace(WHOLE, warning="")), 34, 400))
    assert "confirmed by two or more publications" in words(trusted)
    assert "May 2024" in words(trusted)
    assert trusted.rules.side
    assert not trusted.rules.box
    for part in ("Not confirmed: one source only.", "Ask first.", "June 2019"):
        assert part in words(doubtful)
    assert doubtful.rules.box


def test_a_warning_about_the_authority_boxes_all_of_its_numbers() -> None:
    assert [bool(band.rules.box) for band in numbered(contact_bands(Contact(WHOLE), 34, 400))] == [True, True]


def test_names_begin_no_page_without_a_number_and_stand_again_overleaf() -> None:
    head, *rest = contact_bands(Contact(WHOLE), 34, 400)
    assert head.keeps_next
    assert "The police-unit" in words(head)
    assert "It moved." in words(head)
    assert all(band.head == head for band in rest)
    many = authority("hotline", *(number(f"555-{place:04}") for place in range(30)))
    texts = page_texts(to_pdf(printout(Contact(many)), Paper.A4))
    assert len(texts) > 2
    assert all("The hotline" in text for text in texts)


# The real ones


@pytest.fixture(scope="module")
def pages(content: Path) -> Iterator[tuple[Page, ...]]:
    with Store(content) as store:
        yield tuple(store.page(head.id) for head in store.heads(kind=Kind.DIRECTORY))


@pytest.mark.parametrize("paper", Paper)
def test_every_entry_is_on_paper_whole_and_inside_its_margins(
    content: Path, pages: tuple[Page, ...], paper: Paper
) -> None:
    with Store(content) as store:
        edition = store.edition
    for page in pages:
        pdf = to_pdf(printout_of(replace(page, blocks=reading(page)), edition), paper)
        assert min(margins_pt(pdf)) >= 12 * _MM, page.id
        printed = set(_WORD.findall(" ".join(page_texts(pdf))))
        assert [word for word in _WORD.findall(page.text) if word not in printed] == [], page.id


def test_an_emergency_number_stands_on_the_first_page(content: Path, pages: tuple[Page, ...]) -> None:
    with Store(content) as store:
        for page in pages:
            if emergency := store.entry(page.id).emergency:
                first = page_texts(to_pdf(printout_of(page, store.edition), Paper.A4))[0]
                for one in emergency:
                    assert f" {one.dial} " in first, page.id
