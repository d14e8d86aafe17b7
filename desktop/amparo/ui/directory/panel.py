"""Beside the page: what to look for, the entries that answer, and the call sheet of the one on view."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from amparo.core.contact_words import ROLE_NAMES
from amparo.core.contacts import Entry
from amparo.core.i18n import _
from amparo.core.model import PageId
from amparo.ui.directory.rows import Row, Rows, rows_of
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import ComboBox, IconButton, label

_PAGE = Qt.ItemDataRole.UserRole
_APART = 1.5
"""From this size of text on, how sure a number is has a line of its own."""


class DirectoryPanel(QWidget):
    """Type to filter, choose a role, move through the entries; one's own state comes first."""

    page_asked = Signal(str)
    role_chosen = Signal(str)
    call_sheet_asked = Signal()

    def __init__(self, entries: tuple[Entry, ...], state: str, theme: Theme) -> None:
        super().__init__()
        self._entries, self._state, self._theme = entries, state, theme
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Name, role or number"))
        self.filter.setAccessibleName(_("Filter the directory"))
        self.filter.setClearButtonEnabled(True)
        self.role = ComboBox(theme)
        self.role.setAccessibleName(_("Role of the authority"))
        self.role.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setMinimumContentsLength(12)  # its longest words have room in its list
        self.role.addItem(_("All roles"), "")
        for role, name in ROLE_NAMES.items():
            self.role.addItem(_(name), role)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setIndentation(12)
        self.list.setAccessibleName(_("Directory"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label("", "quiet")
        self.sheet_button = IconButton(theme, "print", _("Call sheet"), text=True)
        self._items: dict[PageId, QTreeWidgetItem] = {}
        self._shown: PageId | None = None
        self._lay_out()
        self.filter.textChanged.connect(self._show)
        self.filter.returnPressed.connect(self._open_first)
        self.role.currentIndexChanged.connect(self._choose_role)
        self.list.currentItemChanged.connect(self._ask)
        self.sheet_button.clicked.connect(self.call_sheet_asked)
        self._show()

    def select(self, page: PageId) -> None:
        """Show which entry is on view, without opening it again."""
        self._shown = page
        if (item := self._items.get(page)) is not None and item is not self.list.currentItem():
            with QSignalBlocker(self.list):
                self.list.setCurrentItem(item)
            self.list.scrollToItem(item)

    def show_only(self, pages: Collection[PageId] | None) -> None:
        """Everybody's work needs all of it."""

    def _open_first(self) -> None:
        """Enter in the filter opens the first entry that answers."""
        for item in list(self._items.values())[:1]:
            self.list.setCurrentItem(item)
            self.list.setFocus()

    def _choose_role(self) -> None:
        self._show()
        self.role_chosen.emit(self.role.currentData())

    def _show(self) -> None:
        rows = rows_of(self._entries, self._state, self.filter.text(), self.role.currentData())
        with QSignalBlocker(self.list):
            self._fill(rows)
        self.list.setHidden(not self._items)
        self.none.setHidden(bool(self._items))
        words = _("Nothing here matches “{words}”. Clear the filter, or choose all roles.")
        self.none.setText(words.format(words=self.filter.text() or self.role.currentText()))
        if self._shown is not None:
            self.select(self._shown)

    def _fill(self, rows: Rows) -> None:
        self.list.clear()
        self._items = {}
        for title, of_kind in (
            (_("My state"), rows.mine),
            (_("States"), rows.states),
            (_("Organisations"), rows.organisations),
        ):
            if of_kind:
                section = QTreeWidgetItem([title])
                section.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.list.addTopLevelItem(section)
                for row in of_kind:
                    section.addChild(self._line(row))
                section.setExpanded(True)

    def _line(self, row: Row) -> QTreeWidgetItem:
        call = tuple(filter(None, (row.number, row.sure)))
        between = "\n" if self._theme.scale >= _APART else " · "
        item = QTreeWidgetItem([f"{row.name}\n{between.join(call)}"])
        item.setData(0, _PAGE, row.page)
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            item.setData(0, role, f"{row.name}: {' · '.join(call)}")
        self._items[row.page] = item
        return item

    def _ask(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (page := item.data(0, _PAGE)):
            self.page_asked.emit(page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.filter, self.role, self.none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.sheet_button)
