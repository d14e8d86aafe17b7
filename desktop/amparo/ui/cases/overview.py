"""The list of the open vault, with what is due over it, a filter, and what can be begun."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from amparo.core.blocks import Block, Table
from amparo.core.i18n import _, ngettext
from amparo.ui.cases.due import DuePanel
from amparo.ui.cases.rows import COLUMNS, KINDS, Row, matching
from amparo.ui.cases.table import RowsModel
from amparo.ui.cases.words import CASE_STATES
from amparo.ui.flow import Flow
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import ComboBox, button, column, keep_private, label

_LOOKED_AT = 30
"""Rows by which the width of a column is measured."""


class Overview(QWidget):
    """Draws rows, and tells what is wanted of them."""

    opened = Signal(object)  # Row
    case_asked = Signal()
    visit_asked = Signal()
    care_asked = Signal()
    desk_asked = Signal()
    outbox_asked = Signal()
    lock_asked = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: tuple[Row, ...] = ()
        self.due = DuePanel()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Code, name, place"))
        self.filter.setAccessibleName(_("Show only rows with these words"))
        self.filter.setClearButtonEnabled(True)
        keep_private(self.filter)
        self.kind = ComboBox(theme)
        self.kind.setAccessibleName(_("Show only"))
        self.kind.addItem(_("Everything"), "")
        for key, words in (*KINDS.items(), *CASE_STATES.items()):
            prefix = "" if key in KINDS else f"{_('Case')}: "
            self.kind.addItem(f"{prefix}{_(words)}", str(key))
        self.model = RowsModel(theme, today)
        self.list = _List(self.model)
        self.count = label("", "quiet")
        self._lay_out()
        self.filter.textChanged.connect(self._narrow)
        self.kind.currentIndexChanged.connect(self._narrow)
        self.list.opened.connect(self._open)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the list as it now is."""
        had_keys = self.list.hasFocus() or self.filter.hasFocus()
        self._rows = rows
        self.due.show_rows(tuple(row for row in rows if row.is_due))
        self._narrow()
        self.list.fit()
        if had_keys and not self.filter.text():
            self.take_keys()

    def clear(self) -> None:
        """Show and keep nothing."""
        self.filter.setText("")  # `clear` could be undone
        self.show_rows(())

    def take_keys(self) -> None:
        """Give the keys to the list; to the filter while there is none."""
        if not self.model.rows:
            self.filter.setFocus()
            return
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.selectRow(0)

    def blocks(self) -> tuple[Block, ...]:
        """The list for the printer, as it is narrowed; without the column of names."""
        heads = tuple(_(head) for head in COLUMNS[:-1])
        return (Table(heads, tuple(row.cells[:-1] for row in self.model.rows)),)

    def _narrow(self) -> None:
        rows = matching(self._rows, words=self.filter.text(), kind=str(self.kind.currentData() or ""))
        self.model.show_rows(rows)
        self.list.setVisible(bool(rows))
        if not self._rows:
            self.count.setText(
                _("Nothing is kept yet. Begin a case or a visit, or keep a screening from its page.")
            )
        elif not rows:
            self.count.setText(_("No row has these words. Clear the filter to see all."))
        else:
            self.count.setText(ngettext("{n} row", "{n} rows", len(rows)).format(n=len(rows)))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()])

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addWidget(label(_("Cases and visits"), "title"))
        layout.addWidget(self.due)
        deeds = Flow()
        for words, asked, look in (
            (_("New case"), self.case_asked, "primary"),
            (_("New visit"), self.visit_asked, ""),
            (_("Receiving desk"), self.desk_asked, ""),
            (_("Outbox"), self.outbox_asked, ""),
            (_("Look after the vault"), self.care_asked, ""),
            (_("Lock"), self.lock_asked, ""),
        ):
            deeds.addWidget(button(words, asked.emit, look))
        layout.addLayout(deeds)
        across = QHBoxLayout()
        across.addWidget(self.filter, 3)
        across.addWidget(self.kind, 2)
        layout.addLayout(across)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)


class _List(QTableView):
    """Opens a row by Enter or a double click; Tab leaves it."""

    opened = Signal(QModelIndex)

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Cases and visits"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.Fixed
        )  # measuring 500 takes seconds
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setResizeContentsPrecision(_LOOKED_AT)
        heads.setStretchLastSection(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)

    def fit(self) -> None:
        """Give rows and columns the room that their words need."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        self.resizeColumnsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
