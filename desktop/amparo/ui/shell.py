"""The window that the system sees: up at once and empty, then around whatever the kit shows."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

_WIDTH_PX, _HEIGHT_PX = 1366, 768
_TITLE_PX = 40
"""The bar that a system puts over a window is not part of it, and wants room too."""


class Shell(QMainWindow):
    """One window for as long as the program runs; its title never says what is in it."""

    def __init__(self, ground: str = "") -> None:
        """Args: ground: the colour until there is something to see; the system's where it is not given."""
        super().__init__()
        self.setWindowTitle("Amparo")
        if ground:
            self.setPalette(QPalette(QColor(ground)))
        room = self.screen().availableSize()
        self.resize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height() - _TITLE_PX))

    def hold(self, content: QWidget) -> None:
        """Show this, instead of what was there; the keys go to its first control."""
        self.setPalette(QPalette())  # from here on the look in use, which may change
        if before := self.takeCentralWidget():  # out of the way, so that the keys do not stay with it
            before.deleteLater()
        self.setCentralWidget(content)
        content.show()  # at once: what is hidden takes no keys
        if self.isActiveWindow():
            self.focusNextChild()
