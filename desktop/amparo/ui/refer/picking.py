"""The receiver of a referral from the directory: by state and role, with how sure and old its numbers are."""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from amparo.core.blocks import Contact, Note, Tone, prose
from amparo.core.contact_words import ROLE_NAMES
from amparo.core.contacts import Authority, Entry
from amparo.core.i18n import _
from amparo.ui.flow import Flow
from amparo.ui.reader.text import PageText
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import ComboBox, button, label


class PickDialog(QDialog):
    """Enter takes the body on view; Esc leaves."""

    picked = Signal(str)

    def __init__(self, entries: tuple[Entry, ...], state: str, theme: Theme, parent: QWidget) -> None:
        """Args: state: the officer's own, ISO 3166 alpha-3."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Amparo"))
        self._entries = sorted(entries, key=lambda entry: normalize("NFD", entry.name))
        self.place, self.role = ComboBox(theme), ComboBox(theme)
        self.place.setAccessibleName(_("State or organisation"))
        self.role.setAccessibleName(_("Role"))
        for entry in self._entries:
            self.place.addItem(entry.name, entry.alpha3)
        self.role.addItem(_("All roles"), "")
        for key, words in ROLE_NAMES.items():
            self.role.addItem(_(words), key)
        self.place.setCurrentIndex(max(self.place.findData(state), 0))
        self.list = QListWidget()
        self.list.ensurePolished()  # rows are measured as they come, and the look says how high they are
        self.list.setAccessibleName(_("Bodies"))
        self.text = PageText(theme)
        self.text.setAccessibleName(_("How to reach the body"))
        self.take_button = button(_("Take this body"), self._take, "primary")
        self.take_button.setDefault(True)
        self._lay_out()
        self.place.currentIndexChanged.connect(self._fill)
        self.role.currentIndexChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self._take)
        self._fill()

    def _fill(self) -> None:
        entry, role = self._entries[self.place.currentIndex()], str(self.role.currentData())
        self.list.clear()
        for authority in entry.of_role(role) if role else entry.authorities:
            item = QListWidgetItem(f"{authority.name} · {_(ROLE_NAMES[authority.role])}")
            item.setData(Qt.ItemDataRole.UserRole, authority)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        authority = self._chosen()
        self.take_button.setEnabled(authority is not None)
        if authority is None:
            none = _("No body of this role is known to this kit here. Unknown is not the same as none.")
            self.text.show_blocks((Note(prose(none), Tone.WARNING),))
        else:
            self.text.show_blocks((Contact(authority),))

    def _chosen(self) -> Authority | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _take(self) -> None:
        if authority := self._chosen():
            self.picked.emit(f"{authority.name} ({self.place.currentText()})")
            self.accept()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(label(_("Choose the receiver"), "title"))
        across = Flow()
        across.addWidget(self.place)
        across.addWidget(self.role)
        layout.addLayout(across)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 3)
        foot = Flow()
        foot.addWidget(self.take_button)
        foot.addWidget(button(_("Cancel"), self.reject))
        layout.addLayout(foot)
        room, metrics = self.screen().availableSize(), self.fontMetrics()
        width, height = metrics.averageCharWidth() * 90, metrics.height() * 34
        self.resize(min(width, room.width() - 80), min(height, room.height() - 80))
