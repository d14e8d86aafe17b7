"""The rows of the list for Qt; a thousand of them cost no more than those in view."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from amparo.core.i18n import _
from amparo.ui.cases.rows import COLUMNS, Row
from amparo.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Draws what is due in the colour of danger, with a word beside it."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as have a heading."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """A cell's words, its colour, and for a reader's ear its heading too."""
        row = self.rows[index.row()]
        said = row.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(COLUMNS[index.column()])}: {said}"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _REVIEW and row.is_due:
            return QColor(self._theme.tokens.danger)
        return None


_REVIEW = 6
