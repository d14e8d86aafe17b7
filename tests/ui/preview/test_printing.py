import os
from collections.abc import Callable
from operator import sub
from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from amparo.core.errors import AppError, Cancelled
from amparo.core.progress import no_tick
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.pages import Bitmap, Pages
from amparo.paper.printout import Printout
from amparo.ui.jobs import Jobs
from amparo.ui.preview.ask import new_printer
from amparo.ui.preview.layout import Layout
from amparo.ui.preview.model import PreviewModel
from amparo.ui.preview.printing import deliver, slices, temporary_files_in_memory
from amparo.ui.preview.ticket import Ticket, paper_of, ticket_of

DPI = 50
ALMOST_WHITE = 200
Box = tuple[int, int, int, int]


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


@pytest.fixture
def printer(qtbot: QtBot, printed: Path) -> QPrinter:
    printer = new_printer(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    return printer


def pictures(pdf: bytes, dpi: float = DPI) -> list[Bitmap]:
    with Pages(pdf) as pages:
        return [pages.render(number, dpi=dpi) for number in range(pages.count)]


def difference(one: Bitmap, other: Bitmap) -> float:
    """The mean difference of two pages of one size, in steps of grey."""
    assert (one.width, one.height) == (other.width, other.height)  # rows are as long as pages are wide
    assert len(one.grey) == len(other.grey)
    apart: int = sum(map(abs, map(sub, one.grey, other.grey)))  # no Python for each of so many dots
    return apart / len(one.grey)


def order(layout: Layout, printed: Path) -> list[int]:
    """Which page of the layout every printed sheet shows, counted from 1."""
    pages = pictures(layout.pdf)
    return [
        1 + min(range(len(pages)), key=lambda number: difference(pages[number], sheet))
        for sheet in pictures(printed.read_bytes())
    ]


def ink(page: Bitmap) -> Box:
    """Where the ink is: left, top, right, bottom."""
    rows = [page.grey[y * page.stride : (y + 1) * page.stride] for y in range(page.height)]
    down = [y for y, row in enumerate(rows) if min(row) < ALMOST_WHITE]
    across = [x for x in range(page.width) if min(page.grey[x :: page.stride]) < ALMOST_WHITE]
    return across[0], down[0], across[-1], down[-1]


def test_every_page_stands_where_it_stands_in_the_pdf(
    printer: QPrinter, printed: Path, layout: Layout
) -> None:
    deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)
    sheets, pages = pictures(printed.read_bytes(), 150), pictures(layout.pdf, 150)
    for sheet, page in zip(sheets, pages, strict=True):  # to half a point
        assert max(abs(a - b) for a, b in zip(ink(sheet), ink(page), strict=True)) <= 1
    assert order(layout, printed) == list(range(1, layout.count + 1))


def test_only_the_chosen_pages_are_printed(printer: QPrinter, printed: Path, layout: Layout) -> None:
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)
    assert order(layout, printed) == [2, 3, 5]


def test_the_page_on_the_screen_can_be_chosen(printer: QPrinter, printed: Path, layout: Layout) -> None:
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    deliver(layout.pdf, layout.count, printer, ticket_of(printer, 4), no_tick)
    assert order(layout, printed) == [4]


@pytest.mark.parametrize(("is_collated", "expected"), [(True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])])
def test_copies_are_painted_where_the_printer_makes_none(
    printer: QPrinter, printed: Path, layout: Layout, is_collated: bool, expected: list[int]
) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(is_collated)
    printer.setPageRanges(QPageRanges.fromString("1-2"))
    deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)
    assert order(layout, printed) == expected


def test_the_last_page_can_come_first(printer: QPrinter, printed: Path, layout: Layout) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)
    assert order(layout, printed) == list(range(layout.count, 0, -1))


def test_a_range_beyond_the_end_is_told(printer: QPrinter, printed: Path, layout: Layout) -> None:
    printer.setPageRanges(QPageRanges.fromString("90-95"))
    with pytest.raises(AppError, match=f"from 1 to {layout.count}"):
        deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)
    assert not printed.exists()


def test_a_paper_that_is_not_ours_gets_the_page_fitted(
    printer: QPrinter, printed: Path, layout: Layout
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    ticket = ticket_of(printer, 1)
    assert ticket.paper is None
    deliver(layout.pdf, layout.count, printer, ticket, no_tick)
    sheet, page = pictures(printed.read_bytes())[0], pictures(layout.pdf)[0]
    half = [side / 2**0.5 for side in ink(page)]  # A5 is A4 by the root of two
    assert max(abs(a - b) for a, b in zip(ink(sheet), half, strict=True)) <= 2


def test_the_printers_paper_wins_is_shown_and_remembered(
    qtbot: QtBot, printer: QPrinter, printed: Path, printout: Printout, settings: SettingsFile, jobs: Jobs
) -> None:
    model = PreviewModel(printout, settings, jobs)
    model.lay_out()
    qtbot.waitUntil(lambda: model.state.layout is not None)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    model.print_on(printer, ticket_of(printer, 1))
    qtbot.waitUntil(lambda: model.state.work is None, timeout=20_000)
    assert model.state.layout is not None
    assert model.state.layout.paper is settings.current.paper is Paper.LETTER
    assert "Letter" in model.state.told
    with Pages(printed.read_bytes()) as sheets:
        assert sheets.count == model.state.layout.count
        assert sheets.size_pt(0) == (612.0, 792.0)


def test_progress_counts_pages_and_cancelling_stops_between_them(printer: QPrinter, layout: Layout) -> None:
    told: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), tick)
    assert told == [(0, layout.count), (1, layout.count), (2, layout.count)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_told(printer: QPrinter, layout: Layout, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(AppError, match="did not take the pages"):
        deliver(layout.pdf, layout.count, printer, ticket_of(printer, 1), no_tick)


def test_a_ticket_says_how_cups_should_print(printer: QPrinter) -> None:
    ticket = ticket_of(printer, 1)
    assert ticket == Ticket(printer=ticket.printer, media="A4", paper=Paper.A4, sides=ticket.sides)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    assert ticket_of(printer, 1).sides in ("", "one-sided", "two-sided-long-edge")


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        (QPageSize.PageSizeId.A4, Paper.A4),
        (QPageSize.PageSizeId.Letter, Paper.LETTER),
        (QPageSize.PageSizeId.Legal, None),
        (QPageSize.PageSizeId.A5, None),
    ],
)
def test_our_papers_are_known(size: QPageSize.PageSizeId, paper: Paper | None) -> None:
    assert paper_of(QPageSize(size)) is paper


def striped(rows: int, is_white: Callable[[int], bool]) -> Bitmap:
    """Two pixels wide, and a third that is only there for the next row to begin in step."""
    pixels = (b"\xff\xff\x00" if is_white(row) else b"\x00\x00\x00" for row in range(rows))
    return Bitmap(2, rows, 3, b"".join(pixels))


def test_a_page_is_cut_well_within_the_white() -> None:
    page = striped(1000, lambda row: row % 50 < 10)
    assert list(slices(page)) == [(0, 304), (304, 604), (604, 904), (904, 1000)]


def test_a_page_without_white_is_cut_as_planned() -> None:
    page = striped(700, lambda _row: False)
    assert list(slices(page)) == [(0, 300), (300, 600), (600, 700)]


def test_temporary_files_go_to_memory_and_nowhere_else_afterwards(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, on_linux: Callable[[], None]
) -> None:
    on_linux()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    with temporary_files_in_memory():
        assert os.environ["TMPDIR"] == str(tmp_path)
    assert os.environ["TMPDIR"] == "/elsewhere"
    monkeypatch.delenv("TMPDIR")
    with pytest.raises(Cancelled), temporary_files_in_memory():
        raise Cancelled
    assert "TMPDIR" not in os.environ


def test_without_a_place_in_memory_nothing_changes(
    monkeypatch: pytest.MonkeyPatch, on_linux: Callable[[], None]
) -> None:
    on_linux()
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    with temporary_files_in_memory():
        assert os.environ["TMPDIR"] == "/elsewhere"


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr("sys.platform", "linux")
