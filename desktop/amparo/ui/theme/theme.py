"""The look in use: the system's or the chosen colours, and the text size."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from amparo.core.settings import Settings
from amparo.core.settings import Theme as Choice
from amparo.ui.theme import tokens
from amparo.ui.theme.fonts import FAMILY, load_faces
from amparo.ui.theme.icons import ICON_PX, icon
from amparo.ui.theme.style import style_sheet
from amparo.ui.theme.tokens import Tokens


class Theme(QObject):
    """Applies the officer's choice to the application, and tells when the look has changed."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, fonts: Path | None = None) -> None:
        """Args: fonts: the folder with the unpacked faces, if there is one."""
        super().__init__()
        self._app = app
        load_faces(fonts)
        app.setStyle(QStyleFactory.create("Fusion"))
        self._choice, self._percent = settings.theme, settings.text_size
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        if self._choice == Choice.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._choice == Choice.DARK
        return tokens.DARK if dark else tokens.LIGHT

    @property
    def scale(self) -> float:
        """1 for text at its own size, 2 for twice that."""
        return self._percent / 100

    def points(self, size_pt: float) -> float:
        """A type size at the officer's text size."""
        return size_pt * self.scale

    @property
    def icon_px(self) -> int:
        """The side of an icon, which grows half as fast as text."""
        return round(ICON_PX * (1 + self.scale) / 2)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """An icon in a colour, or in that of text."""
        return icon(name, colour or self.tokens.ink, self.icon_px)

    def choose(self, settings: Settings) -> None:
        """Show the look that these settings ask for."""
        if (settings.theme, settings.text_size) != (self._choice, self._percent):
            self._choice, self._percent = settings.theme, settings.text_size
            self._apply()
            self.changed.emit()

    def _follow_system(self) -> None:
        if self._choice == Choice.SYSTEM:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(tokens.TEXT_PT))
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self.scale))


def _palette(look: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for part, colour in {
        role.Window: look.ground,
        role.WindowText: look.ink,
        role.Base: look.surface,
        role.AlternateBase: look.ground,
        role.Text: look.ink,
        role.PlaceholderText: look.quiet,
        role.Button: look.surface,
        role.ButtonText: look.ink,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.ToolTipBase: look.surface,
        role.ToolTipText: look.ink,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Accent: look.accent,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(look.quiet))
    return palette
