"""The keys, shown by F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from amparo.core.blocks import Block, Table
from amparo.core.i18n import N_, _
from amparo.ui.widgets import button, label, scrolling

KEYS = (
    ("F1", N_("Show the keys")),
    ("Ctrl+K, /", N_("Search everything")),
    ("Esc", N_("Leave the search, close what is open")),
    ("Alt+Home", N_("Home")),
    ("1, 2, 3", N_("The tasks on Home")),
    ("Ctrl+1, Ctrl+2 …", N_("The pages of the navigation, from the top")),
    ("Alt+Left, Alt+Right", N_("Back and forward")),
    ("Ctrl+F, F3, Shift+F3", N_("Find in this page, next, previous")),
    ("Ctrl+D", N_("Bookmark this page")),
    ("Ctrl+Shift+C", N_("Copy this page with its source")),
    ("Ctrl+P", N_("Print what is on the screen")),
    ("Ctrl+L", N_("Lock the vault, or go to unlock it")),
    ("Ctrl++, Ctrl+-", N_("Larger text, smaller text")),
    ("F6", N_("Next part of the window")),
    ("Ctrl+Q", N_("Quit")),
)

OF_A_PAGE = (
    ("1, 2, 3, 4", N_("Scenario: choose an answer")),
    ("C, S, N, X", N_("Screening: confirmed, suspected, no, not asked")),
    ("Up, Down", N_("Screening: the sign before, the next sign")),
    ("Left, Right", N_("Screening: change the answer; rights card: another message")),
    ("T", N_("Screening: write a note on the sign")),
)
"""Keys that work where such a page has them."""


def key_blocks() -> tuple[Block, ...]:
    """The keys for the printer."""
    return (
        Table((_("Key"), _("What it does")), tuple((key, _(words)) for key, words in (*KEYS, *OF_A_PAGE))),
    )


class KeysDialog(QDialog):
    """A table of keys; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(24)
        for row, (key, words) in enumerate((*KEYS, *OF_A_PAGE)):
            grid.addWidget(label(key, "state", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(_(words)), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(_("Keys"), "title"))
        layout.addWidget(scrolling(inside), 1)
        layout.addWidget(button(_("Close"), self.accept), 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableSize()
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * 80, room.width() - 80),
            min(metrics.height() * 30, room.height() - 80),
        )
