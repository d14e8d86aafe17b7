"""The text of a page: lines no longer than one reads well, links that stay inside the kit."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from amparo.core.blocks import Block
from amparo.core.i18n import _
from amparo.ui.html import Writer
from amparo.ui.theme.theme import Theme
from amparo.ui.theme.tokens import LINE_LETTERS, VERBATIM_PT

_TAB_PX = 24


class PageText(QTextBrowser):
    """Draws blocks; a link is told, never followed."""

    page_asked = Signal(str)
    address_asked = Signal(str)  # a web address, to be opened only after a question

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self.setOpenLinks(False)
        self.setTabStopDistance(_TAB_PX)
        self.setAccessibleName(_("Text of the page"))
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._draw)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Draw these blocks from their beginning."""
        self._blocks = blocks
        self._draw()

    def find_text(self, words: str, *, backward: bool = False, afresh: bool = False) -> bool:
        """Select the next place of these words, going round at the end; False where there is none."""
        flag = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if afresh:
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
        if not words or self.find(words, flag):
            return bool(words)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End if backward else cursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        return self.find(words, flag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure when the window changes."""
        super().resizeEvent(event)
        self._keep_lines_short()

    def _draw(self) -> None:
        self.setHtml(Writer(self._theme.tokens, self._theme.scale).document(self._blocks))
        self._keep_lines_short()

    def _keep_lines_short(self) -> None:
        font = self.font()
        font.setPointSizeF(self._theme.points(VERBATIM_PT))
        widest = QFontMetricsF(font).averageCharWidth() * LINE_LETTERS
        frame = self.document().rootFrame()
        shape = QTextFrameFormat(frame.frameFormat())
        margin = max(4.0, self.viewport().width() - widest)
        if shape.rightMargin() != margin:
            shape.setRightMargin(margin)
            frame.setFrameFormat(shape)

    def _follow(self, link: QUrl) -> None:
        if link.scheme():
            self.address_asked.emit(link.toString())
        else:
            self.page_asked.emit(link.path())
