"""The shelves: the tree of one beside the reading pane, which they share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.core.model import PageHead
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.view import ReadingPane
from amparo.ui.shelf import shelves
from amparo.ui.shelf.tree import PageTree
from amparo.ui.theme.theme import Theme
from amparo.ui.training.sitting import Sitting


class ShelfPage(QWidget):
    """Everything in the content, readable; and, if wished, only what concerns the officer's work."""

    def __init__(
        self,
        heads: tuple[PageHead, ...],
        mine: tuple[PageHead, ...],
        model: ReadingModel,
        sitting: Sitting,
        theme: Theme,
    ) -> None:
        """Args: heads: all pages of the content; mine: those that concern the officer's work."""
        super().__init__()
        self._model, self._heads = model, heads
        self._mine = frozenset(head.id for head in mine)
        self._trees: dict[str, PageTree] = {}
        self._shelf = shelves.PLAN
        self._beside = QStackedWidget()
        self.only_mine = QCheckBox(_("Only my work"))
        self.reading = ReadingPane(model, sitting, theme)
        self._lay_out()
        self.only_mine.toggled.connect(self._filter)
        model.changed.connect(self._follow)
        self._follow(model.state)

    @property
    def tree(self) -> PageTree:
        """The tree of the shelf on view."""
        return self._tree(self._shelf)

    def show_shelf(self, shelf: str) -> None:
        """Show a shelf, and a page of it: the one being read, else its first."""
        self._shelf = shelf
        self._beside.setCurrentWidget(self.tree)
        page = self._model.state.page
        if page is None or shelves.shelf_of(page) != shelf:
            first = next(head for head in self._heads if shelves.shelf_of(head) == shelf)
            self._model.open(first.id)

    def _tree(self, shelf: str) -> PageTree:
        if shelf not in self._trees:
            name = _(shelves.SHELVES[shelf][1])
            tree = PageTree(shelves.sections(shelf, self._heads, self._mine), name)
            tree.page_asked.connect(self._model.open)
            tree.show_only(self._mine if self.only_mine.isChecked() else None)
            self._beside.addWidget(tree)
            tree.ensurePolished()  # the heights of its lines were reckoned before it had our style
            tree.doItemsLayout()
            self._trees[shelf] = tree
        return self._trees[shelf]

    def _filter(self, only_mine: bool) -> None:
        for tree in self._trees.values():
            tree.show_only(self._mine if only_mine else None)

    def _follow(self, state: ReadingState) -> None:
        if state.page is not None:
            self._shelf = shelves.shelf_of(state.page)
            self._beside.setCurrentWidget(self.tree)
            self.tree.select(state.page.id)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.only_mine)
        column.addWidget(self._beside, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(side)
        parts.addWidget(self.reading)
        parts.setStretchFactor(1, 1)
        parts.setSizes([400, 700])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 32, 8)
        layout.addWidget(parts)
