"""The shelves: the tree of one beside the reading pane, which they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.core.model import PageHead
from amparo.core.states import page_of_state
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.view import ReadingPane
from amparo.ui.services import Services
from amparo.ui.shelf import shelves
from amparo.ui.shelf.tree import PageTree

if TYPE_CHECKING:
    from amparo.ui.directory.panel import DirectoryPanel


_FOR_ALL = (shelves.DIRECTORY, shelves.CARDS, shelves.REFER)
"""Shelves that concern everybody's work alike."""


class ShelfPage(QWidget):
    """Everything in the content, readable; and, if wished, only what concerns the officer's work."""

    call_sheet_asked = Signal()

    def __init__(
        self,
        heads: tuple[PageHead, ...],
        mine: tuple[PageHead, ...],
        model: ReadingModel,
        services: Services,
    ) -> None:
        """Args: heads: all pages of the content; mine: those that concern the officer's work."""
        super().__init__()
        self._model, self._heads, self._services = model, heads, services
        self._home = page_of_state(services.settings.current.state)
        self._mine = frozenset(head.id for head in mine)
        self._trees: dict[str, PageTree | DirectoryPanel] = {}
        self._shelf = shelves.PLAN
        self._side, self._beside = QWidget(), QStackedWidget()
        self.only_mine = QCheckBox(_("Only my work"))
        self.reading = ReadingPane(model, services)
        self._lay_out()
        self.only_mine.toggled.connect(self._filter)
        self.reading.middle.screening_changed.connect(self._side.setHidden)  # it needs the room
        model.changed.connect(self._follow)
        self._follow(model.state)

    @property
    def tree(self) -> PageTree | DirectoryPanel:
        """The tree of the shelf on view, or what stands in its place."""
        return self._tree(self._shelf)

    def show_shelf(self, shelf: str) -> None:
        """Show a shelf, and a page of it: the one being read, else its first."""
        self._shelf = shelf
        self._beside.setCurrentWidget(self.tree)
        page = self._model.state.page
        if page is None or shelves.shelf_of(page) != shelf:
            self._model.open(self._first(shelf))

    def _first(self, shelf: str) -> str:
        """The page to begin with: of the directory, the officer's own state."""
        of_shelf = [head.id for head in self._heads if shelves.shelf_of(head) == shelf]
        return self._home if self._home in of_shelf else of_shelf[0]

    def _tree(self, shelf: str) -> PageTree | DirectoryPanel:
        if shelf not in self._trees:
            made = self._directory_panel() if shelf == shelves.DIRECTORY else self._page_tree(shelf)
            made.page_asked.connect(self._model.open)
            made.show_only(self._mine if self.only_mine.isChecked() else None)
            self._beside.addWidget(made)
            self._trees[shelf] = made
            if isinstance(made, PageTree):
                made.ensurePolished()  # the heights of its lines were reckoned before it had our style
                made.doItemsLayout()
        return self._trees[shelf]

    def _page_tree(self, shelf: str) -> PageTree:
        name = _(shelves.SHELVES[shelf][1])
        return PageTree(shelves.sections(shelf, self._heads, self._mine), name)

    def _directory_panel(self) -> DirectoryPanel:
        from amparo.ui.directory.panel import DirectoryPanel

        settings = self._services.settings.current
        entries = self._services.store.entries(settings.language)
        panel = DirectoryPanel(entries, settings.state, self._services.theme)
        panel.role_chosen.connect(self._model.narrow)
        panel.call_sheet_asked.connect(self.call_sheet_asked)
        return panel

    def _filter(self, only_mine: bool) -> None:
        for tree in self._trees.values():
            tree.show_only(self._mine if only_mine else None)

    def _follow(self, state: ReadingState) -> None:
        if state.page is not None:
            self._shelf = shelves.shelf_of(state.page)
            self.only_mine.setVisible(self._shelf not in _FOR_ALL)
            self._beside.setCurrentWidget(self.tree)
            self.tree.select(state.page.id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.only_mine)
        column.addWidget(self._beside, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._side)
        parts.addWidget(self.reading)
        parts.setStretchFactor(1, 1)
        parts.setSizes([400, 700])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 32, 8)
        layout.addWidget(parts)
