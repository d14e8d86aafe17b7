"""What goes to the printer: our own PDF where CUPS takes it, else its pages painted in grey.

For a background job. Painting a page holds the interpreter's lock for about 0.2 s in Qt (drawing,
compressing); between pages the window answers, shows how far it is, and can stop it. Painting page by page
through the window's own event loop would hold it just as long, and longer where a driver waits.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.progress import Tick
from amparo.ui.preview.lp import hand_to_lp
from amparo.ui.preview.ticket import SAME_PT, Ticket, refused

PAINTED_DPI = 300


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
    """Paint these pages (counted from 0), each as one grey picture.

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
                drawn = pages.render(number, dpi=PAINTED_DPI)
                grey = QImage.Format.Format_Grayscale8
                image = QImage(drawn.grey, drawn.width, drawn.height, drawn.stride, grey)
                painter.drawImage(_place(printer, pages.size_pt(number)), image)
    except BaseException:
        printer.abort()  # Windows and macOS drop the job; elsewhere what was painted may still come out
        raise
    finally:
        painter.end()
    tick(len(numbers), len(numbers))


@contextlib.contextmanager
def temporary_files_in_memory() -> Iterator[None]:
    """Let Qt and CUPS, which write a job in clear to a temporary file, do so in memory (Linux only)."""
    folder = _memory_folder()
    if folder is None:
        yield
        return
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


def _place(printer: QPrinter, size_pt: tuple[float, float]) -> QRectF:
    """Where a page stands on the sheet, in the printer's dots: as it is, else fitted and centred."""
    unit = printer.resolution() / 72
    sheet = printer.paperRect(QPrinter.Unit.Point)
    width, height = size_pt
    is_same = abs(sheet.width() - width) < SAME_PT and abs(sheet.height() - height) < SAME_PT
    scale = 1.0 if is_same else min(sheet.width() / width, sheet.height() / height)
    left, top = (sheet.width() - width * scale) / 2, (sheet.height() - height * scale) / 2
    return QRectF(left * unit, top * unit, width * scale * unit, height * scale * unit)
