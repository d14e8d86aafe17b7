"""One search box over everything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from amparo.core.i18n import _
from amparo.ui.theme.theme import Theme

_ON_PURPOSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)


class SearchBox(QLineEdit):
    """A line to type in; Enter opens the best answer, Down goes to the list, Esc leaves."""

    typed = Signal(str)
    entered = Signal()
    down_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(_("Search everything   Ctrl+K"))
        self.setAccessibleName(_("Search everything"))
        self.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.typed)
        self.returnPressed.connect(self.entered)
        theme.changed.connect(self._draw)
        self._draw()

    def take_keys(self) -> None:
        """Type here, over what was typed before."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show again what the words found, where the officer came on purpose: the tab key only passes by."""
        super().focusInEvent(event)
        if self.text().strip() and event.reason() in _ON_PURPOSE:
            self.typed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Esc leave the line."""
        if event.key() == Qt.Key.Key_Down:
            self.down_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._sign.setIcon(self._theme.icon("search", self._theme.tokens.quiet))
