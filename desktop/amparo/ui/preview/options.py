"""What some printouts can be printed as: cards instead of pages, and a sheet with so many lines to sign."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSpinBox, QWidget

from amparo.core.i18n import N_, _
from amparo.paper.printout import Form, Printout

_FORMS = {
    Form.PAGES: N_("Pages"),
    Form.CARDS: N_("Small cards to cut"),
    Form.LARGE: N_("Large, across a desk"),
}
MOST_ROWS = 500
"""More people than any class; still one printout that is made in a second."""


class Options(QWidget):
    """Controls for what this printout leaves open; nothing for one that leaves nothing open."""

    changed = Signal(object)  # Printout

    def __init__(self, printout: Printout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printout = printout
        self.forms = {form: self._form_button(form) for form in printout.forms}
        self.rows = QSpinBox(self)
        self.rows.setRange(1, MOST_ROWS)
        self.rows.setValue(printout.rows)
        self.rows.setKeyboardTracking(False)  # 120 is not first 1 and then 12
        self.rows.setAccessibleName(_("Lines to sign"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.forms.values():
            row.addWidget(button)
        words = QLabel(_("Lines to sign"), self)
        row.addWidget(words)
        row.addWidget(self.rows)
        row.addStretch()
        for widget in (words, self.rows):
            widget.setVisible(printout.has_rows)
        has_forms = len(self.forms) > 1
        for button in self.forms.values():
            button.setVisible(has_forms)
        self.setVisible(has_forms or printout.has_rows)
        self.rows.valueChanged.connect(self._choose_rows)

    def _form_button(self, form: Form) -> QRadioButton:
        made = QRadioButton(_(_FORMS[form]), self)
        made.setChecked(form is self._printout.form)
        made.clicked.connect(partial(self._choose_form, form))
        return made

    def _choose_form(self, form: Form) -> None:
        self._choose(replace(self._printout, form=form))

    def _choose_rows(self, rows: int) -> None:
        self._choose(replace(self._printout, rows=rows))

    def _choose(self, printout: Printout) -> None:
        self._printout = printout
        self.changed.emit(printout)
