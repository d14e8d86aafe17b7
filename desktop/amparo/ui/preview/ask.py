"""The two questions that the system's own dialogs ask: where to save, and on which printer to print."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.settings import Paper
from amparo.ui.preview.lp import JOB_TITLE
from amparo.ui.preview.ticket import SIZES


def ask_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to save; None where the person changed their mind. Overwriting was asked about."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Save as PDF"), documents, _("PDF documents (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def ask_printer(parent: QWidget, paper: Paper, count: int) -> QPrinter | None:
    """Ask for printer, copies and pages; None where the person changed their mind.

    On Linux, Qt's dialog begins with the paper that the printer has by default, whatever it is given.

    Raises: AppError, where there is no printer to ask about.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise AppError(
            _("No printer is set up on this computer."),
            _("Set one up in the system's settings, or save the pages as PDF and print them elsewhere."),
        )
    printer = new_printer(paper)
    return printer if print_dialog(printer, count, parent).exec() else None


def new_printer(paper: Paper) -> QPrinter:
    """The system's printer, with our paper and a title that tells nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(JOB_TITLE)
    printer.setCreator(JOB_TITLE)
    return printer


def print_dialog(printer: QPrinter, count: int, parent: QWidget) -> QPrintDialog:
    """The system's dialog, without "print to file": that would give pictures, and we save words."""
    option = QAbstractPrintDialog.PrintDialogOption
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(option.PrintPageRange | option.PrintCollateCopies | option.PrintCurrentPage)
    dialog.setMinMax(1, count)
    return dialog
