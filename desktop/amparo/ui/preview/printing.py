"""What goes to the printer: our own PDF where CUPS takes it, else its pages painted in grey.

For a background job: painted through the window's own event loop, a page would hold the window for 0.2 s,
and for longer where a driver waits. Qt draws and compresses a picture with the interpreter's lock held,
though, so a page goes to the painter in slices, and the window has its turn after each.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.progress import Tick
from amparo.ui.preview.lp import hand_to_lp
from amparo.ui.preview.ticket import SAME_PT, Ticket, refused

if TYPE_CHECKING:
    from amparo.paper.pages import Bitmap

PAINTED_DPI = 300
_SLICE_ROWS = 300
_CLEAR_ROWS = 4
"""White on either side of a cut; whoever draws the bands may round their edges over one another."""
_WHITE = 0xFF

_environment = Lock()
"""Held while it is changed: a job that was cancelled may still be ending when the next one begins."""


def deliver(pdf: bytes, count: int, printer: QPrinter, ticket: Ticket, tick: Tick) -> None:
    """Hand the pages over to the printer.

    Args:
        count: how many pages the PDF has.
    Raises: AppError, where there is nothing to print or the printer does not take it.
    """
    chosen = QPageRanges.fromString(ticket.ranges)
    numbers = [number for number in range(count) if chosen.isEmpty() or chosen.contains(number + 1)]
    if not numbers:
        raise AppError(
            _("None of the chosen pages is there."), _("Choose pages from 1 to {count}.").format(count=count)
        )
    with temporary_files_in_memory():
        if ticket.lp:
            hand_to_lp(pdf, ticket, len(numbers), tick)
        else:
            paint(pdf, printer, in_print_order(numbers, printer, ticket), tick)


def in_print_order(numbers: Sequence[int], printer: QPrinter, ticket: Ticket) -> list[int]:
    """The pages as they are to be painted, one after another; copies too, where the printer makes none."""
    ordered = list(reversed(numbers)) if ticket.is_reversed else list(numbers)
    if printer.supportsMultipleCopies():
        return ordered
    if ticket.is_collated:
        return ordered * ticket.copies
    return [number for number in ordered for _copy in range(ticket.copies)]


def paint(pdf: bytes, printer: QPrinter, numbers: Sequence[int], tick: Tick) -> None:
    """Paint these pages (counted from 0) as grey pictures.

    Raises: AppError, where the printer does not go on.
    """
    from amparo.paper.pages import Pages

    printer.setFullPage(True)  # our margins are inside the pages: a printer clips nothing of ours
    painter = QPainter()
    if not painter.begin(printer):
        raise refused()
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # otherwise JPEG, in colour
        with Pages(pdf) as pages:
            for done, number in enumerate(numbers):
                tick(done, len(numbers))
                if done and not printer.newPage():
                    raise refused()
                place = _place(printer, pages.size_pt(number))
                _draw(painter, place, pages.render(number, dpi=PAINTED_DPI))
    except BaseException:
        printer.abort()  # Windows and macOS drop the job; elsewhere what was painted may still come out
        raise
    finally:
        painter.end()
    tick(len(numbers), len(numbers))


def slices(page: "Bitmap") -> Iterator[tuple[int, int]]:
    """Cut a page into bands of rows, in the white between lines where there is some: nobody sees a seam."""
    top = 0
    while top < page.height:
        planned = min(top + _SLICE_ROWS, page.height)
        furthest = min(planned + _SLICE_ROWS, page.height)
        bottom = next((y for y in range(planned, furthest) if _is_white_around(page, y)), planned)
        yield top, bottom
        top = bottom


@contextlib.contextmanager
def temporary_files_in_memory() -> Iterator[None]:
    """Let Qt and CUPS, which write a job in clear to a temporary file, do so in memory (Linux only)."""
    folder = _memory_folder()
    if folder is None:
        yield
        return
    with _environment:
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = str(folder)
        try:
            yield
        finally:
            if before is None:
                del os.environ["TMPDIR"]
            else:
                os.environ["TMPDIR"] = before


def _memory_folder() -> Path | None:
    if sys.platform != "linux":
        return None
    for named in (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):  # noqa: S108 - memory, not a disk
        if named and os.access(named, os.W_OK | os.X_OK):
            return Path(named)
    return None


def _is_white_around(page: "Bitmap", row: int) -> bool:
    white = bytes([_WHITE]) * page.width
    return all(
        page.grey[y * page.stride : y * page.stride + page.width] == white
        for y in range(row - _CLEAR_ROWS, min(row + _CLEAR_ROWS, page.height))
    )


def _draw(painter: QPainter, place: QRectF, page: "Bitmap") -> None:
    scale = place.height() / page.height
    for top, bottom in slices(page):
        rows = page.grey[top * page.stride : bottom * page.stride]
        image = QImage(rows, page.width, bottom - top, page.stride, QImage.Format.Format_Grayscale8)
        band = QRectF(place.left(), place.top() + top * scale, place.width(), (bottom - top) * scale)
        painter.drawImage(band, image)


def _place(printer: QPrinter, size_pt: tuple[float, float]) -> QRectF:
    """Where a page stands on the sheet, in the printer's dots: as it is, else fitted and centred."""
    unit = printer.resolution() / 72
    sheet = printer.paperRect(QPrinter.Unit.Point)
    width, height = size_pt
    is_same = abs(sheet.width() - width) < SAME_PT and abs(sheet.height() - height) < SAME_PT
    scale = 1.0 if is_same else min(sheet.width() / width, sheet.height() / height)
    left, top = (sheet.width() - width * scale) / 2, (sheet.height() - height * scale) / 2
    return QRectF(left * unit, top * unit, width * scale * unit, height * scale * unit)
