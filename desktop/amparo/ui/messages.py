"""What the kit has to tell: a quiet line over the page, a question, and the one place for a bug."""

import logging
import platform
import sys
from types import TracebackType

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QWidget

from amparo import __version__
from amparo.core.i18n import _
from amparo.core.log import places
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton, label

log = logging.getLogger(__name__)


class Notice(QFrame):
    """A line over the page; it stays until it is closed, and covers nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.words = label("")
        self.close_button = IconButton(theme, "close", _("Close"))
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.close_button)
        self.hide()

    def tell(self, words: str) -> None:
        """Show these sentences; nothing for none."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


def ask(parent: QWidget, question: str, yes: str) -> bool:
    """Ask before something that leaves the kit; the safe answer is the one that Enter gives."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Amparo"), question, parent=parent)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agree


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
