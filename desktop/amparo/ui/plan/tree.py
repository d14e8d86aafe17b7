"""The pages of the plan as a tree, by resolution, pillar and mandates."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from amparo.core.i18n import _
from amparo.core.model import PageHead, PageId

_PAGE = Qt.ItemDataRole.UserRole


class PlanTree(QTreeWidget):
    """One line a page; moving through it opens pages."""

    page_asked = Signal(str)

    def __init__(self, heads: tuple[PageHead, ...]) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setAccessibleName(_("Work Plan, by section"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[PageId, QTreeWidgetItem] = {}
        for head in heads:
            self._add(head)
        self.currentItemChanged.connect(self._ask)

    def select(self, page: PageId) -> None:
        """Show where a page stands, without opening it again."""
        if (item := self._items.get(page)) is not None and item is not self.currentItem():
            with QSignalBlocker(self):
                self.setCurrentItem(item)
            self.scrollToItem(item)

    def show_only(self, pages: Collection[PageId] | None) -> None:
        """Show the sections and, of the items, only these; all for None."""
        for page, item in self._items.items():
            item.setHidden(pages is not None and item.childCount() == 0 and page not in pages)
        for item in self._items.values():
            if item.childCount():
                children = filter(None, map(item.child, range(item.childCount())))
                item.setHidden(pages is not None and all(child.isHidden() for child in children))
                item.setExpanded(pages is not None)

    def _add(self, head: PageHead) -> None:
        above = self._items.get(head.parent) if head.parent else None
        number = head.id.rpartition("/")[2]
        text = f"{number}  {head.subject}" if head.subject else head.title
        item = QTreeWidgetItem([text])
        item.setToolTip(0, head.full_title)
        item.setData(0, _PAGE, head.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, head.full_title)
        if above is None or head.parent == "plan":
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[head.id] = item

    def _ask(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.page_asked.emit(item.data(0, _PAGE))
