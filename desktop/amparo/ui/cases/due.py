"""What has come to its date: destroyed after a question, or kept for thirty days more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from amparo.core.dates import long_date
from amparo.core.i18n import _, ngettext
from amparo.ui.cases.rows import KINDS, Row
from amparo.ui.flow import Flow
from amparo.ui.messages import ask
from amparo.ui.widgets import button, label


class DuePanel(QFrame):
    """Stands over the list while something is due."""

    destroy_asked = Signal(object)  # tuple[Row, ...]
    later_asked = Signal(object)  # tuple[Row, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.title = label("", "state")
        self.boxes: dict[QCheckBox, Row] = {}
        self._list = QVBoxLayout()
        self.destroy_button = button(_("Destroy those ticked"), self._destroy)
        self.later_button = button(_("Keep those ticked 30 days more"), self._later)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.title)
        layout.addLayout(self._list)
        foot = Flow()
        foot.addWidget(self.destroy_button)
        foot.addWidget(self.later_button)
        layout.addLayout(foot)
        self.hide()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show what is due; nothing for none."""
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for row in rows:
            date = long_date(row.review_on) if row.review_on else ""
            words = " · ".join(filter(None, (_(KINDS[row.kind]), row.code, row.note, date)))
            box = QCheckBox(words)
            box.setAccessibleName(words)
            box.toggled.connect(self._show_buttons)
            self._list.addWidget(box)
            self.boxes[box] = row
        words = ngettext(
            "{n} has come to its date of destruction or review.",
            "{n} have come to their date of destruction or review.",
            len(rows),
        )
        self.title.setText(words.format(n=len(rows)))
        self._show_buttons()
        self.setVisible(bool(rows))

    def _ticked(self) -> tuple[Row, ...]:
        return tuple(row for box, row in self.boxes.items() if box.isChecked())

    def _show_buttons(self) -> None:
        for made in (self.destroy_button, self.later_button):
            made.setEnabled(bool(self._ticked()))

    def _destroy(self) -> None:
        rows = self._ticked()
        question = ngettext(
            "Destroy {n} with all that belongs to it? Nobody can bring it back.",
            "Destroy {n} with all that belongs to them? Nobody can bring them back.",
            len(rows),
        )
        if ask(self, question.format(n=len(rows)), _("Destroy")):
            self.destroy_asked.emit(rows)

    def _later(self) -> None:
        self.later_asked.emit(self._ticked())
