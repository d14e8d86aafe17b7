"""A quiet line over the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from amparo.core.i18n import _
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton, button, label


class Notice(QFrame):
    """A line over the page; it stays until it is closed, and covers nothing."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.words = label("")
        self.act_button = button("", self.acted.emit)
        self.close_button = IconButton(theme, "close", _("Close"))
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.act_button)
        layout.addWidget(self.close_button)
        self.hide()

    def tell(self, words: str) -> None:
        """Show these sentences; nothing for none."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.act_button.hide()
        self.setVisible(bool(words))

    def offer(self, words: str, verb: str) -> None:
        """Show these sentences, and a button that tells `acted`."""
        self.tell(words)
        self.act_button.setText(verb)
        self.act_button.setAccessibleName(verb)
        self.act_button.show()
