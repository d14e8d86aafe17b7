"""The results page: a list that follows what is typed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from amparo.core.blocks import Block, Items, Paragraph, prose
from amparo.core.i18n import _
from amparo.ui.results.delegate import ROW, RowDelegate, spoken
from amparo.ui.results.model import GuessRow, MoreRow, ResultsModel, ResultsState, Row, page_of, summary
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import button, label

QUIET_MS = 150
"""A wait shorter than this is not worth a word."""

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RowList(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None


class ResultsPage(QWidget):
    """Draws the results; a row opens by Enter or a click."""

    page_asked = Signal(str)
    guess_taken = Signal(str)
    plan_asked = Signal()

    def __init__(self, model: ResultsModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._rows = RowList()
        self._opens_first = False
        self._summary = label("", "quiet")
        self._message = label("", "state")
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(theme, self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(_("Passages found"))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self._browse = button(_("Browse the Work Plan"), self.plan_asked.emit)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(lambda: self._summary.setText(_("Searching")))
        self._lay_out()
        theme.changed.connect(self.list.doItemsLayout)
        model.changed.connect(self.show_state)
        self.show_state(model.state)

    def show_state(self, state: ResultsState) -> None:
        """Draw what was found; while a new answer is on its way the old one stays."""
        if state.busy:
            self._quiet.start()
            return
        self._quiet.stop()
        self._rows.show(state.rows)
        nothing = not state.rows and bool(state.query.strip())
        self._summary.setText(_nothing(state.query) if nothing else summary(state.rows))
        self._message.setText(state.message)
        self._message.setVisible(bool(state.message))
        self._browse.setVisible(nothing)
        if state.rows:
            self.list.setCurrentIndex(self._rows.index(0))
        if self._opens_first:
            self.open_when_found()

    def open_when_found(self) -> None:
        """Open the chosen row, the first unless the officer has moved; wait for an answer on its way."""
        self._opens_first = self._model.state.busy
        if not self._opens_first and self.list.currentIndex().isValid():
            self._open(self.list.currentIndex())

    def blocks(self) -> tuple[Block, ...]:
        """The rows for the printer."""
        return (
            Paragraph(prose(self._model.state.query)),
            Items(tuple(prose(spoken(row)) for row in self._rows.rows)),
        )

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if page := page_of(row):
            self.page_asked.emit(page)
        elif isinstance(row, MoreRow):
            self._model.unfold(row.document)
        elif isinstance(row, GuessRow):
            self.guess_taken.emit(row.query)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 4, 32, 8)
        layout.addWidget(self._summary)
        layout.addWidget(self._message)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignLeft)


def _nothing(query: str) -> str:
    return _("No passage has “{query}”, and no word of the kit is near it.").format(query=query.strip()[:80])
