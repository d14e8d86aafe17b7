"""A question before something leaves the kit, and the one place that shows a bug."""

import logging
import platform
import sys
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from amparo import __version__
from amparo.core.i18n import _
from amparo.core.log import places

log = logging.getLogger(__name__)


def ask(parent: QWidget, question: str, yes: str) -> bool:
    """Ask before something that leaves the kit; the safe answer is the one that Enter gives."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Amparo"), question, parent=parent)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agree


def lead_out(parent: QWidget, address: str) -> None:
    """Open an address in the officer's browser, if that is meant."""
    question = _("This leads out of the kit, to {address}. Open it in the browser?").format(address=address)
    if ask(parent, question, _("Open in the browser")):
        QDesktopServices.openUrl(QUrl(address))


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A bug's report: where it happened, and never what was typed or read."""
    return "\n".join(
        (
            f"Amparo {__version__}, Python {platform.python_version()}, {sys.platform}",
            kind.__name__,
            places(trace),
        )
    )


def show_bug(report: str, parent: QWidget | None = None) -> None:
    """Say that the kit made a mistake, with a report that can be copied."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Amparo"), _("The kit made a mistake."), parent=parent)
    box.setInformativeText(
        _("What you kept is not affected. You can go on, or start the kit again. The report names no person.")
    )
    box.setDetailedText(report)
    box.exec()
