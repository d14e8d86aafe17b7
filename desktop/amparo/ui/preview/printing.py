"""What goes to the printer: our own PDF where CUPS takes it, else its pages painted in grey.

No dialog here: what was chosen in one is read once, into a `Ticket`, in the window's thread. Delivering is
for a background job; only the printer's own work (drawing, compressing) then takes the interpreter's lock,
one page at a time (0.2 s), and the window answers in between. Painting through the event loop instead would
hold the window for just as long, and longer where the driver waits for the printer.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.progress import Tick
from amparo.core.settings import Paper

JOB_TITLE = "Amparo"
"""All that a print queue is told of what is printed."""
PAINTED_DPI = 300
_SAME_PT = 3.0
"""What two measures of one paper may differ by: rounding, and drivers' own ideas."""
_LOOK_UP_S = 0.1
"""How often the wish to cancel is looked at while `lp` works."""

PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """How to print.

    Attributes:
        printer: its name in the system; empty where the system prints by itself.
        lp: the program that takes our bytes as they are; empty where pages are painted.
        media: the paper as CUPS calls it, such as `A4`.
        paper: the same as ours; None for one that we do not lay out for: pages are then scaled to it.
        ranges: such as `1-3,5`, counted from 1; empty for all.
        sides: as CUPS calls them; empty for the printer's own way.
    """

    printer: str
    lp: str
    media: str
    paper: Paper | None
    ranges: str = ""
    copies: int = 1
    is_collated: bool = True
    sides: str = ""
    is_reversed: bool = False


def ticket_of(printer: QPrinter, current: int) -> Ticket:
    """Read what was chosen in the dialog of the printer.

    Args:
        current: the page on the screen, counted from 1.
    """
    is_current = printer.printRange() is QPrinter.PrintRange.CurrentPage
    size = printer.pageLayout().pageSize()
    return Ticket(
        printer=printer.printerName(),
        lp=_find_lp(printer),
        media=size.key(),
        paper=paper_of(size),
        ranges=str(current) if is_current else printer.pageRanges().toString(),
        copies=printer.copyCount(),
        is_collated=printer.collateCopies(),
        sides=_SIDES.get(printer.duplex(), ""),
        is_reversed=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
    )


def paper_of(size: QPageSize) -> Paper | None:
    """Our paper of this size, whatever a driver calls it; None for one that we do not lay out for."""
    points = size.sizePoints()
    for paper, known in PAGE_SIZES.items():
        ours = QPageSize(known).sizePoints()
        if max(abs(ours.width() - points.width()), abs(ours.height() - points.height())) < _SAME_PT:
            return paper
    return None


def deliver(pdf: bytes, count: int, printer: QPrinter, ticket: Ticket, tick: Tick) -> None:
    """Hand the pages over to the printer.

    Raises: AppError, where there is nothing to print or the printer does not take it.
    """
    chosen = QPageRanges.fromString(ticket.ranges)
    numbers = [n for n in range(count) if chosen.isEmpty() or chosen.contains(n + 1)]
    if not numbers:
        raise AppError(
            _("None of the chosen pages is there."), _("Choose pages from 1 to {count}.").format(count=count)
        )
    with temporary_files_in_memory():
        if ticket.lp:
            hand_to_lp(pdf, ticket, len(numbers), tick)
        else:
            paint(pdf, printer, in_print_order(numbers, printer, ticket), tick)


def hand_to_lp(pdf: bytes, ticket: Ticket, count: int, tick: Tick) -> None:
    """Give our bytes to CUPS on standard input: a PDF stays one, and no file of ours is written."""
    tick(0, count)
    try:
        running = subprocess.Popen(  # noqa: S603 - no shell, and the program is the system's own
            lp_command(ticket), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
    except OSError as error:
        raise _refused(error.strerror or "") from error
    with running:
        try:
            said = _communicate(running, pdf, count, tick)
        except BaseException:
            running.kill()
            raise
    if running.returncode:
        raise _refused(said.decode(errors="replace").removeprefix("lp: ").strip())
    tick(count, count)


def lp_command(ticket: Ticket) -> list[str]:
    """The words of the command line; a neutral title, and nothing of the document."""
    options = [f"media={ticket.media}"]
    if ticket.paper is None:
        options.append("fit-to-page")
    if ticket.sides:
        options.append(f"sides={ticket.sides}")
    if ticket.copies > 1:
        options.append(f"Collate={ticket.is_collated}")
    if ticket.is_reversed:
        options.append("outputorder=reverse")
    command = [ticket.lp, "-d", ticket.printer, "-t", JOB_TITLE, "-n", str(ticket.copies)]
    if ticket.ranges:
        command += ["-P", ticket.ranges]
    for option in options:
        command += ["-o", option]
    return [*command, "-"]


def in_print_order(numbers: Sequence[int], printer: QPrinter, ticket: Ticket) -> list[int]:
    """The pages one by one as they are to be painted; copies too, where the printer makes none itself."""
    ordered = list(reversed(numbers)) if ticket.is_reversed else list(numbers)
    if printer.supportsMultipleCopies():
        return ordered
    if ticket.is_collated:
        return ordered * ticket.copies
    return [number for number in ordered for _copy in range(ticket.copies)]


def paint(pdf: bytes, printer: QPrinter, numbers: Sequence[int], tick: Tick) -> None:
    """Paint these pages (counted from 0), each as one grey picture that covers the sheet."""
    from amparo.paper.pages import Pages

    printer.setFullPage(True)  # our margins are inside the pages: a printer clips nothing of ours
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused("")
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # else JPEG, in colour
        with Pages(pdf) as pages:
            for done, number in enumerate(numbers):
                tick(done, len(numbers))
                if done and not printer.newPage():
                    raise _refused("")
                bitmap = pages.render(number, dpi=PAINTED_DPI)
                image = QImage(
                    bitmap.grey, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
                )
                painter.drawImage(_place(printer, pages.size_pt(number)), image)
    except BaseException:
        printer.abort()  # Windows and macOS drop the job; on Linux what was painted may still come out
        raise
    finally:
        painter.end()
    tick(len(numbers), len(numbers))


@contextlib.contextmanager
def temporary_files_in_memory() -> Iterator[None]:
    """Let Qt and CUPS, which spool a job in clear to a temporary file, do so in memory (Linux only)."""
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
    for named in (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):  # noqa: S108 - where memory is mounted
        if named and os.access(named, os.W_OK | os.X_OK):
            return Path(named)
    return None


def _find_lp(printer: QPrinter) -> str:
    """The path of `lp`, where this printer is one of CUPS': on these systems every printer of Qt's is."""
    is_native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and bool(printer.printerName())
    return (shutil.which("lp") or "") if is_native and sys.platform != "win32" else ""


def _communicate(running: subprocess.Popen[bytes], pdf: bytes, count: int, tick: Tick) -> bytes:
    """Feed the program until it is done, and return what it complained of."""
    feed: bytes | None = pdf
    while True:
        try:
            return running.communicate(feed, timeout=_LOOK_UP_S)[1]
        except subprocess.TimeoutExpired:
            feed = None  # the first call's bytes go on flowing
            tick(0, count)


def _place(printer: QPrinter, size_pt: tuple[float, float]) -> QRectF:
    """Where a page stands on the sheet, in the printer's dots: as it is, or fitted and centred."""
    unit = printer.resolution() / 72
    sheet = printer.paperRect(QPrinter.Unit.Point)
    width, height = size_pt
    is_same = abs(sheet.width() - width) < _SAME_PT and abs(sheet.height() - height) < _SAME_PT
    scale = 1.0 if is_same else min(sheet.width() / width, sheet.height() / height)
    left, top = (sheet.width() - width * scale) / 2, (sheet.height() - height * scale) / 2
    return QRectF(left * unit, top * unit, width * scale * unit, height * scale * unit)


def _refused(reason: str) -> AppError:
    what = (
        _("The printer did not take the pages: {reason}").format(reason=reason)
        if reason
        else _("The printer did not take the pages.")
    )
    return AppError(
        what, _("See whether it is switched on and has paper, then print again, or save the pages as PDF.")
    )
