"""What was chosen in the dialog of the printer, read once, in the window's thread."""

import shutil
import sys
from dataclasses import dataclass

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.settings import Paper

SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
SAME_PT = 3.0
"""What two measures of one paper may differ by: rounding, and drivers' own ideas."""
_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
"""Where Qt's dialog leaves them: `PPK_CupsOptions` of its private headers; other engines know none."""
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """How to print.

    Attributes:
        printer: its name in the system; empty where there is none.
        lp: the program that takes our bytes as they are; empty where pages are painted.
        media: the paper as CUPS calls it, such as `A4`.
        paper: the same as ours; None for one that we do not lay out for: pages are then scaled to it.
        ranges: such as `1-3,5`, counted from 1; empty for all.
        sides: as CUPS calls them; empty for the printer's own way.
        options: what else was chosen, in the words of CUPS. On Linux, Qt keeps the ranges here, as
            `page-ranges`, and gives none of its own.
    """

    printer: str
    lp: str = ""
    media: str
    paper: Paper | None
    ranges: str = ""
    copies: int = 1
    is_collated: bool = True
    is_reversed: bool = False
    sides: str = ""
    options: tuple[tuple[str, str], ...] = ()


def ticket_of(printer: QPrinter, current: int) -> Ticket:
    """Read the choices.

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
        is_reversed=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        sides=_SIDES.get(printer.duplex(), ""),
        options=_cups_options(printer),
    )


def paper_of(size: QPageSize) -> Paper | None:
    """Our paper of this size, whatever a driver calls it; None for one that we do not lay out for."""
    points = size.sizePoints()
    for paper, known in SIZES.items():
        ours = QPageSize(known).sizePoints()
        if max(abs(ours.width() - points.width()), abs(ours.height() - points.height())) < SAME_PT:
            return paper
    return None


def refused(reason: str = "") -> AppError:
    """The printer said no.

    Args:
        reason: what the printing system said, if anything.
    """
    what = _("The printer did not take the pages.")
    if reason:
        what = _("The printer did not take the pages: {reason}").format(reason=reason)
    return AppError(what, _("See that it is on and has paper, then print again, or save the pages as PDF."))


def _cups_options(printer: QPrinter) -> tuple[tuple[str, str], ...]:
    flat = printer.printEngine().property(_CUPS_OPTIONS) or ()
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return tuple((name, value) for name, value in pairs if value)


def _find_lp(printer: QPrinter) -> str:
    """The path of `lp`, where the printer is one of CUPS': outside Windows all that Qt lists are."""
    is_native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and bool(printer.printerName())
    return (shutil.which("lp") or "") if is_native and sys.platform != "win32" else ""
