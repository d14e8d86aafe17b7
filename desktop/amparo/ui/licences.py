"""Who made the parts of the program, and under what terms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from amparo import __version__
from amparo.core.blocks import Block, Table
from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.licences import LISTED, LicensedPart, licences, parts_of
from amparo.ui.widgets import button, label


def part_blocks(parts: tuple[LicensedPart, ...]) -> tuple[Block, ...]:
    """The parts for the printer."""
    rows = tuple((part.name, part.version, part.licence) for part in parts)
    return (Table((_("Part"), _("Version"), _("Licence")), rows),)


class LicencesDialog(QDialog):
    """The parts, beside them what is said of the one that is chosen; Esc closes it."""

    print_asked = Signal(object)  # tuple[Block, ...]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Licences"))
        text = _text()
        self._parts, self._own = parts_of(text), text.partition(f"\n{LISTED}\n")[0]
        self.parts = QListWidget()
        self.parts.ensurePolished()  # rows are measured as they come, and the look says how high they are
        self.parts.setAccessibleName(_("Parts of the program"))
        self.parts.addItem(f"Amparo {__version__}")
        self.parts.addItems([f"{part.name} {part.version}: {part.licence}" for part in self._parts])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Licences"))
        self.parts.currentRowChanged.connect(self._show_part)
        beside = QHBoxLayout()
        beside.addWidget(self.parts, 1)
        beside.addWidget(self.text, 2)
        below = QHBoxLayout()
        below.addStretch(1)
        printing = button(_("Print the list"), lambda: self.print_asked.emit(part_blocks(self._parts)))
        printing.setEnabled(bool(self._parts))
        below.addWidget(printing)
        below.addWidget(button(_("Close"), self.accept))
        layout = QVBoxLayout(self)
        layout.addWidget(label(_("Licences"), "title"))
        layout.addLayout(beside, 1)
        layout.addLayout(below)
        room = self.screen().availableSize()
        self.resize(min(1200, room.width() - 80), min(640, room.height() - 80))
        self.parts.setCurrentRow(0)
        self.parts.setFocus()

    def _show_part(self, row: int) -> None:
        self.text.setPlainText(self._parts[row - 1].notices if row > 0 else self._own)


def _text() -> str:
    try:
        return licences()
    except AppError as error:
        return str(error)
