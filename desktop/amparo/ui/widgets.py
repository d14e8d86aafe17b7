"""Small parts that every page is put together from."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from amparo.ui.theme.theme import Theme

_LINK_PADDING_PX = 8


def label(text: str, look: str = "", *, wraps: bool = True) -> QLabel:
    """A text; `look` is one of the style sheet's: title, section, quiet, state."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if look:
        made.setProperty("look", look)
    return made


def button(text: str, pressed: Callable[[], object], look: str = "") -> QPushButton:
    """A button with a verb on it; `look` is primary, link, or empty for a plain one."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    if look:
        made.setProperty("look", look)
    made.clicked.connect(lambda: pressed())
    return made


class IconButton(QToolButton):
    """A button with an icon of the kit, in the ink of whatever look is in use.

    With `text` the words stand beside the icon; else they are its tool tip. Either way they are its name.
    """

    def __init__(self, theme: Theme, icon: str, words: str, *, text: bool = False) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(words)
        if text:
            self.setText(words)
            self.setToolTip(words)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        else:
            self.setProperty("look", "icon")
            self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._draw)
        self._draw()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        self.setIconSize(QSize(self._theme.icon_px, self._theme.icon_px))
        self.setIcon(self._theme.icon(self._icon))


class LinkButton(QPushButton):
    """A button that looks like a link, and gives way where its words have no room."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("look", "link")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room, with dots."""
        super().resizeEvent(event)
        room = self.width() - 2 * _LINK_PADDING_PX
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class ComboBox(QComboBox):
    """A list to choose from, with our own arrow: a style sheet takes the style's away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the box."""
        super().paintEvent(event)
        side = self._theme.icon_px
        self._theme.icon("down", self._theme.tokens.quiet).paint(
            QPainter(self), self.width() - side - 8, (self.height() - side) // 2, side, side
        )


def keep_private(typed_in: QWidget) -> None:
    """Ask keyboards on the screen, and other ways to type, to learn nothing from what is typed here."""
    hint = Qt.InputMethodHint
    typed_in.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText)


def scrolling(inside: QWidget) -> QScrollArea:
    """A page that is taller than the window is scrolled, never cut off."""
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setProperty("look", "page")
    area.setWidget(inside)
    return area


def column(inside: QWidget, *, margins: tuple[int, int, int, int] = (32, 16, 32, 16)) -> QVBoxLayout:
    """A page's own layout, from top to bottom."""
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(*margins)
    layout.setSpacing(12)
    return layout
