"""The Work Plan page: the tree beside the reading pane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.core.model import PageHead, PageId
from amparo.ui.plan.tree import PlanTree
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.view import ReadingPane
from amparo.ui.theme.theme import Theme

_WHOLE = PageId("plan")


class PlanPage(QWidget):
    """Everything in the plan, readable; and, if wished, only what concerns the officer's work."""

    def __init__(
        self, heads: tuple[PageHead, ...], mine: tuple[PageHead, ...], model: ReadingModel, theme: Theme
    ) -> None:
        """Args: mine: those of the pages that concern the officer's work."""
        super().__init__()
        self._model = model
        self.tree = PlanTree(heads)
        self.only_mine = QCheckBox(_("Only my work"))
        self._mine = {head.id for head in mine}
        self.reading = ReadingPane(model, theme)
        self._lay_out()
        self.tree.page_asked.connect(model.open)
        self.only_mine.toggled.connect(self._filter)
        model.changed.connect(self._follow)
        self._follow(model.state)

    def open_something(self) -> None:
        """Read the whole plan, where nothing of it was opened yet."""
        if self._model.state.page is None:
            self._model.open(_WHOLE)

    def _filter(self, only_mine: bool) -> None:
        self.tree.show_only(self._mine if only_mine else None)

    def _follow(self, state: ReadingState) -> None:
        if state.page is not None:
            self.tree.select(state.page.id)

    def _lay_out(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 12, 0)
        beside.addWidget(self.only_mine)
        beside.addWidget(self.tree, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(side)
        parts.addWidget(self.reading)
        parts.setStretchFactor(1, 1)
        parts.setSizes([400, 700])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 32, 8)
        layout.addWidget(parts)
