"""A shelf as a tree: sections, and the pages in them."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from amparo.core.model import Kind, PageHead, PageId
from amparo.ui.shelf.shelves import Section

_PAGE = Qt.ItemDataRole.UserRole


class PageTree(QTreeWidget):
    """One line a page; moving through it opens pages."""

    page_asked = Signal(str)

    def __init__(self, sections: tuple[Section, ...], name: str) -> None:
        """Args: name: of the tree, for a screen reader."""
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[PageId, QTreeWidgetItem] = {}
        self._sections: list[QTreeWidgetItem] = []
        for section in sections:
            self._add(section)
        self.currentItemChanged.connect(self._ask)

    def select(self, page: PageId) -> None:
        """Show where a page stands, without opening it again."""
        if (item := self._items.get(page)) is not None and item is not self.currentItem():
            with QSignalBlocker(self):
                self.setCurrentItem(item)
            self.scrollToItem(item)

    def show_only(self, pages: Collection[PageId] | None) -> None:
        """Show, of the pages in sections, only these; all for None."""
        for page, item in self._items.items():
            item.setHidden(pages is not None and item.childCount() == 0 and page not in pages)
        for section in self._sections:
            if section.childCount():
                children = filter(None, map(section.child, range(section.childCount())))
                section.setHidden(pages is not None and all(child.isHidden() for child in children))
                section.setExpanded(pages is not None or not self._is_page(section))

    def _add(self, section: Section) -> None:
        item = self._line(section.title, section.page)
        self._sections.append(item)
        self.addTopLevelItem(item)
        for head in section.pages:
            number = head.id.rpartition("/")[2] if head.kind == Kind.PLAN else ""
            item.addChild(self._line(f"{number}  {head.subject}" if number else head.full_title, head))
        item.setExpanded(section.page is None)

    def _line(self, text: str, head: PageHead | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        name = head.full_title if head else text
        item.setToolTip(0, name)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)
        if head is not None:
            item.setData(0, _PAGE, head.id)
            self._items[head.id] = item
        return item

    def _is_page(self, item: QTreeWidgetItem) -> bool:
        return bool(item.data(0, _PAGE))

    def _ask(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self._is_page(item):
            self.page_asked.emit(item.data(0, _PAGE))
