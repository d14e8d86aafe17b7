"""What changes the view: the paper, the size of the pages, and which of them is in sight."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from amparo.core.i18n import _
from amparo.core.settings import Paper
from amparo.ui.preview.model import PAPER_NAMES
from amparo.ui.theme.icons import ICON_PX
from amparo.ui.theme.theme import Theme


class Controls(QWidget):
    """A row of controls that says what was asked for, and does nothing itself."""

    paper_chosen = Signal(object)  # Paper
    zoom_chosen = Signal(int)  # steps larger, or smaller where negative; 0 to fit the width
    turned = Signal(int)  # pages on, or back where negative

    def __init__(self, paper: Paper, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.papers = {offered: self._paper_button(offered) for offered in PAPER_NAMES}
        self.smaller = self._button("−", _("Smaller"), lambda: self.zoom_chosen.emit(-1), "Ctrl+-")
        self.fit = self._button(
            _("Fit width"), _("Fit the width"), lambda: self.zoom_chosen.emit(0), "Ctrl+0"
        )
        self.larger = self._button("+", _("Larger"), lambda: self.zoom_chosen.emit(1), "Ctrl++", "Ctrl+=")
        self.back = self._button("", _("Previous page"), lambda: self.turned.emit(-1), "Ctrl+PgUp")
        self.on = self._button("", _("Next page"), lambda: self.turned.emit(1), "Ctrl+PgDown")
        self.page = QLabel(self)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self._show_look)
        self.show_paper(paper)
        self._show_look()
        self._arrange()

    def show_paper(self, paper: Paper) -> None:
        """Have this paper chosen."""
        self.papers[paper].setChecked(True)

    def show_page(self, page: int, count: int) -> str:
        """Say which page is in sight, and return the words."""
        widest = _page_words(count, count)
        self.page.setMinimumWidth(self.page.fontMetrics().horizontalAdvance(widest))
        self.page.setText(_page_words(page, count))
        return self.page.text()

    def _paper_button(self, paper: Paper) -> QToolButton:
        button = QToolButton(self)
        button.setText(_(PAPER_NAMES[paper]))
        button.setAccessibleName(_("Paper {name}").format(name=button.text()))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(partial(self.paper_chosen.emit, paper))
        return button

    def _button(self, text: str, words: str, does: Callable[[], None], *keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("look", "" if text[:1].isalpha() else "icon")
        button.setAccessibleName(words)
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({shown})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(does)
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.activated.connect(does)
        return button

    def _show_look(self) -> None:
        size = round(ICON_PX * self._theme.scale)
        for button, name in ((self.back, "up"), (self.on, "down")):
            button.setIcon(self._theme.icon(name))
            button.setIconSize(QSize(size, size))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for group in (
            (QLabel(_("Paper"), self), *self.papers.values()),
            (self.smaller, self.fit, self.larger),
        ):
            for widget in group:
                row.addWidget(widget)
            row.addSpacing(16)
        row.addStretch()
        for widget in (self.back, self.page, self.on):
            row.addWidget(widget)


def _page_words(page: int, count: int) -> str:
    return _("Page {number} of {count}").format(number=page, count=count)
