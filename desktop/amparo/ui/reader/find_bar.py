"""Find in page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from amparo.core.i18n import _
from amparo.ui.reader.text import PageText
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton


class FindBar(QFrame):
    """A line to type in; hidden until it is asked for."""

    closed = Signal()

    def __init__(self, text: PageText, theme: Theme) -> None:
        super().__init__()
        self._text = text
        self.box = QLineEdit(placeholderText=_("Find in this page"))
        self.box.setAccessibleName(_("Find in this page"))
        self._found = QLabel()
        self._found.setProperty("look", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.box, 1)
        layout.addWidget(self._found)
        for icon, words, pressed in (
            ("up", _("Previous place"), self.find_before),
            ("down", _("Next place"), self.find_next),
            ("close", _("Close"), self.close_bar),
        ):
            button = IconButton(theme, icon, words)
            button.clicked.connect(pressed)
            layout.addWidget(button)
        self.box.textEdited.connect(self._find_as_typed)
        self.box.returnPressed.connect(self.find_next)
        self.hide()

    def open(self) -> None:
        """Show the line and type in it."""
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    def close_bar(self) -> None:
        """Hide the line; the text has the keys again."""
        self.hide()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next place."""
        self._show(self._text.find_text(self.box.text()))

    def find_before(self) -> None:
        """Go to the place before."""
        self._show(self._text.find_text(self.box.text(), backward=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _find_as_typed(self) -> None:
        self._show(self._text.find_text(self.box.text(), afresh=True))

    def _show(self, found: bool) -> None:
        self._found.setText("" if found or not self.box.text() else _("Not in this page"))
