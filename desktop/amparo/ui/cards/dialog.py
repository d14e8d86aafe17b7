"""Showing the rights card to a person: a message, and answers to point at. Nothing is recorded."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from amparo.core.cards import RightsCard
from amparo.core.i18n import _
from amparo.core.model import Page
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton, label

_LARGEST_PT, _SMALLEST_PT = 64, 16
_TILES = 7
"""Answers side by side."""


def card_of(page: Page) -> RightsCard | None:
    """The card of its page; None for any other page."""
    return next((block for block in page.blocks if isinstance(block, RightsCard)), None)


class CardDialog(QDialog):
    """The left and right keys turn messages; Esc ends it, and what was pointed at is forgotten."""

    def __init__(self, card: RightsCard, confirmed: Collection[str], theme: Theme, parent: QWidget) -> None:
        """Args: confirmed: ids of the messages that the officer's state has confirmed."""
        super().__init__(parent)
        self._card, self._confirmed = card, confirmed
        self._messages = card.shown_in(confirmed)
        self._at = 0
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Amparo"))  # it tells nothing to whoever sees the task bar
        self.message = label("")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place = label("", "quiet", wraps=False)
        self.back = IconButton(theme, "back", _("Message before"), text=True)
        self.on = IconButton(theme, "forward", _("Next message"), text=True)
        self.to_child = QCheckBox(_("For a child"))
        self.close_button = QPushButton(_("Close"))
        self.tiles: list[QPushButton] = []
        self._answers = QButtonGroup(self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(+1))
        self.to_child.toggled.connect(self._choose_card)
        self.close_button.clicked.connect(self.accept)
        room = parent.screen().availableSize()
        self.resize(min(parent.width(), room.width()), min(parent.height(), room.height()))
        self._show()
        self.on.setFocus()

    def turn(self, by: int) -> None:
        """Show another message; the ends are ends."""
        self._at = min(max(self._at + by, 0), len(self._messages) - 1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by the arrow keys wherever the keys are."""
        steps = {Qt.Key.Key_Right: +1, Qt.Key.Key_PageDown: +1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.turn(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as the room allows."""
        super().resizeEvent(event)
        self._fit()

    def _choose_card(self, to_child: bool) -> None:
        self._messages = self._card.shown_in(self._confirmed, to_child=to_child)
        self._at = 0
        self._show()

    def _show(self) -> None:
        self.message.setText(self._messages[self._at])
        self.message.setAccessibleName(self._messages[self._at])
        self.place.setText(_("{number} of {count}").format(number=self._at + 1, count=len(self._messages)))
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at < len(self._messages) - 1)
        self._answers.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(False)
        self._answers.setExclusive(True)
        self._fit()

    def _fit(self) -> None:
        """The largest size in which the message has room."""
        room = self.message.contentsRect().adjusted(8, 8, -8, -8)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
        font = QFont(self.message.font())
        for size in range(_LARGEST_PT, _SMALLEST_PT - 1, -2):
            font.setPointSize(size)
            needed = QFontMetricsF(font).boundingRect(room.toRectF(), flags, self.message.text())
            if needed.height() <= room.height() and needed.width() <= room.width():
                break
        self.message.setStyleSheet(f"font-size: {size}pt; font-weight: bold;")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, answer in enumerate(self._card.answers):
            tile = QPushButton(answer.text)
            tile.setAccessibleName(answer.text)
            tile.setCheckable(True)
            tile.setAutoDefault(False)
            self._answers.addButton(tile)
            self.tiles.append(tile)
            grid.addWidget(tile, place // _TILES, place % _TILES)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for part in (self.back, self.place, self.on):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.to_child)
        foot.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.message, 1)
        column.addLayout(grid)
        column.addLayout(foot)
