"""Copies of a sheet to fill in: each whole, with its own number, place and fingerprint."""

import pytest

from amparo.core.blocks import Lines, Signs
from amparo.core.errors import Cancelled
from amparo.core.settings import Paper
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Copy, for_sites, numbered
from tests.core.examples import sign
from tests.paper.printouts import page_texts, printout

ONE_PAGE = printout(Lines(("Date", "Place")), state="Perú")
SEVERAL = printout(Signs(tuple(sign(f"B-P{number}") for number in range(40))))


def test_each_copy_has_its_pages_its_number_and_its_fingerprint() -> None:
    said = printout(*SEVERAL.blocks, copies=numbered(3))
    texts = page_texts(to_pdf(said, Paper.A4))
    pages = len(page_texts(to_pdf(SEVERAL, Paper.A4)))
    assert len(texts) == 3 * pages > 3
    feet = [
        f"{said.fingerprint(Copy(str(serial)))} copy {serial} of 3 · page {page} of {pages}"
        for serial in (1, 2, 3)
        for page in range(1, pages + 1)
    ]
    assert [text[-len(foot) :] for text, foot in zip(texts, feet, strict=True)] == feet
    assert "copy" not in page_texts(to_pdf(SEVERAL, Paper.A4))[0][-60:]


def test_the_copies_of_places_name_them_at_the_top() -> None:
    said = printout(
        *ONE_PAGE.blocks, state="Perú", copies=for_sites(["Taller Sur", "Finca " + "Norte " * 60])
    )
    first, second = page_texts(to_pdf(said, Paper.LETTER))
    assert first.startswith("Activity 2 Taller Sur · Perú")
    assert second.startswith("Activity 2 Finca Norte Norte")


@pytest.mark.parametrize(("apart", "pages"), [(False, 3), (True, 5)])
def test_copies_that_stand_apart_leave_the_back_of_a_sheet_empty(apart: bool, pages: int) -> None:
    texts = page_texts(to_pdf(printout(*ONE_PAGE.blocks, copies=numbered(3), apart=apart), Paper.A4))
    assert len(texts) == pages
    assert [bool(text) for text in texts] == ([True, False, True, False, True] if apart else [True] * 3)


def test_copies_of_whole_sheets_stand_apart_of_themselves() -> None:
    filler = (Lines(("Date",), count=30),)
    assert len(page_texts(to_pdf(printout(*filler), Paper.A4))) == 2
    assert len(page_texts(to_pdf(printout(*filler, copies=numbered(2), apart=True), Paper.A4))) == 4


def test_progress_counts_the_pages_of_all_copies_and_cancelling_ends_it() -> None:
    said, ticks = printout(*ONE_PAGE.blocks, copies=numbered(4)), list[tuple[int, int]]()

    def tick(done: int, total: int) -> None:
        ticks.append((done, total))

    to_pdf(said, Paper.A4, tick)
    assert ticks[-4:] == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        to_pdf(said, Paper.A4, stop)
    with Pages(to_pdf(said, Paper.A4)) as whole:
        assert whole.count == 4
