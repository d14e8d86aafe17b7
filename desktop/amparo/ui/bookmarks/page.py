"""All bookmarks, the latest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from amparo.core.blocks import Block, Items, Span
from amparo.core.i18n import _
from amparo.core.model import PageHead
from amparo.ui.widgets import button, column, label

_PAGE = Qt.ItemDataRole.UserRole


class BookmarksPage(QWidget):
    """A list; a bookmark opens by Enter or a click, and goes by Delete."""

    page_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[PageHead, ...] = ()
        self._empty = label(_("No bookmarks yet. Open a page and press Bookmark, or Ctrl+D."), "quiet")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Bookmarks"))
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self._remove = button(_("Remove bookmark"), self._ask_removal)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._ask_removal)
        page = column(self)
        page.addWidget(label(_("Bookmarks"), "title"))
        page.addWidget(self._empty)
        page.addWidget(self.list, 1)
        page.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_bookmarks(self, heads: tuple[PageHead, ...]) -> None:
        """List these pages."""
        self._heads = heads
        self.list.clear()
        for head in heads:
            item = QListWidgetItem(head.full_title, self.list)
            item.setData(_PAGE, head.id)
        self._empty.setVisible(not heads)
        self.list.setVisible(bool(heads))
        self._remove.setVisible(bool(heads))

    def blocks(self) -> tuple[Block, ...]:
        """The list for the printer."""
        return (Items(tuple((Span(head.full_title, target=head.id),) for head in self._heads)),)

    def _open(self, item: QListWidgetItem) -> None:
        self.page_asked.emit(item.data(_PAGE))

    def _ask_removal(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.removal_asked.emit(item.data(_PAGE))
