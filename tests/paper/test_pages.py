"""Pages as pictures."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pypdfium2 import PdfPage

from amparo.core.blocks import Verbatim
from amparo.core.settings import Paper
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from tests.paper.printouts import printout


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return to_pdf(printout(Verbatim("Ensure that nobody is left out. " * 200, marker="1.")), Paper.A4)


def test_a_page_is_grey_and_of_the_size_asked_for(pdf: bytes) -> None:
    with Pages(pdf) as pages:
        bitmap = pages.render(0, dpi=96)
    assert (bitmap.width, bitmap.height) == (794, 1123)
    assert bitmap.stride >= bitmap.width
    assert len(bitmap.grey) == bitmap.stride * bitmap.height
    assert bitmap.grey[0] == 255
    assert min(bitmap.grey) < 40


def test_text_comes_back_in_lines(pdf: bytes) -> None:
    with Pages(pdf) as pages:
        assert pages.text(0).splitlines()[0] == "Activity 2"


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen() -> None:
    text = "word- " * 80
    with Pages(to_pdf(printout(Verbatim(text)), Paper.A4)) as pages:
        assert text.strip() in " ".join(pages.text(0).split())


def test_only_pages_that_are_there_can_be_asked_for(pdf: bytes) -> None:
    with Pages(pdf) as pages:
        for number in (-1, pages.count):
            with pytest.raises(IndexError):
                pages.render(number, dpi=10)
            with pytest.raises(IndexError):
                pages.text(number)
            with pytest.raises(IndexError):
                pages.size_pt(number)


@pytest.mark.parametrize("bytes_", [b"", b"hello", b"%PDF-1.4 cut"])
def test_what_is_no_pdf_is_refused(bytes_: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        Pages(bytes_)


def test_closing_twice_is_closing_once(pdf: bytes) -> None:
    pages = Pages(pdf)
    pages.close()
    pages.close()


def test_threads_take_turns(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[int] = []
    most = 0
    render = PdfPage.render

    def watched(page: PdfPage, **how: Any) -> Any:
        nonlocal most
        inside.append(1)
        most = max(most, len(inside))
        time.sleep(0.002)  # an invitation to the other threads
        drawn = render(page, **how)
        inside.pop()
        return drawn

    monkeypatch.setattr(PdfPage, "render", watched)

    def draw(number: int) -> bytes:
        with Pages(pdf) as pages:
            return pages.render(number % pages.count, dpi=40).grey

    with Pages(pdf) as pages:
        count = pages.count
    assert count > 1
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(draw, range(20)))) == count
    assert most == 1
