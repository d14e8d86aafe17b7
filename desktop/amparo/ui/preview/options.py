"""What some printouts can be printed as: cards instead of pages, and a sheet with so many lines to sign."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from amparo.core.i18n import _
from amparo.paper.printout import Printout

MOST_ROWS = 500
"""More people than any class; still one printout that is made in a second."""


class Options(QWidget):
    """Controls for what this printout leaves open; nothing for one that leaves nothing open."""

    changed = Signal(object)  # Printout

    def __init__(self, printout: Printout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printout = printout
        self.cards = QCheckBox(_("Cards, eight to a sheet"), self)
        self.rows = QSpinBox(self)
        self.rows.setRange(1, MOST_ROWS)
        self.rows.setValue(printout.rows)
        self.rows.setKeyboardTracking(False)  # 120 is not first 1 and then 12
        self.rows.setAccessibleName(_("Lines to sign"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.cards)
        words = QLabel(_("Lines to sign"), self)
        row.addWidget(words)
        row.addWidget(self.rows)
        row.addStretch()
        self.cards.setVisible(printout.has_card)
        for widget in (words, self.rows):
            widget.setVisible(printout.has_rows)
        self.setVisible(printout.has_card or printout.has_rows)
        self.cards.checkStateChanged.connect(self._choose_cards)
        self.rows.valueChanged.connect(self._choose_rows)

    def _choose_cards(self, state: Qt.CheckState) -> None:
        self._choose(replace(self._printout, as_cards=state is Qt.CheckState.Checked))

    def _choose_rows(self, rows: int) -> None:
        self._choose(replace(self._printout, rows=rows))

    def _choose(self, printout: Printout) -> None:
        self._printout = printout
        self.changed.emit(printout)
