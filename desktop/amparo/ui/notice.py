"""A quiet line over the page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from amparo.core.i18n import _
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton, label


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
