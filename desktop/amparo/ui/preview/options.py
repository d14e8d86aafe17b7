"""What a printout leaves open: cards or a form for a screen, so many lines to sign, so many copies."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from amparo.core.i18n import N_, _
from amparo.paper.printout import Copy, Form, Printout
from amparo.ui.flow import Flow
from amparo.ui.preview.copies import Copies

_FORMS = {
    Form.PAGES: N_("Pages"),
    Form.CARDS: N_("Small cards to cut"),
    Form.LARGE: N_("Large, across a desk"),
    Form.FILLABLE: N_("To fill in on a screen"),
}
_IN_CLEAR = N_(
    "The PDF reader keeps what you type, and does not protect it. Write by hand what tells who the person is."
)
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
        self.warning = QLabel(_(_IN_CLEAR), self)
        self.warning.setProperty("look", "quiet")
        self.warning.setWordWrap(True)
        row = Flow()
        for button in self.forms.values():
            row.addWidget(button)
        words = QLabel(_("Lines to sign"), self)
        row.addWidget(words)
        row.addWidget(self.rows)
        self.copies = Copies(printout, self)
        row.addWidget(self.copies)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.warning)
        for widget in (words, self.rows):
            widget.setVisible(printout.has_rows)
        has_forms = len(self.forms) > 1
        for button in self.forms.values():
            button.setVisible(has_forms)
        self.copies.setVisible(printout.is_filled_in)
        self.setVisible(has_forms or printout.has_rows or printout.is_filled_in)
        self.rows.valueChanged.connect(self._choose_rows)
        self.copies.changed.connect(self._choose_copies)
        self._show_warning()

    def _form_button(self, form: Form) -> QRadioButton:
        made = QRadioButton(_(_FORMS[form]), self)
        made.setChecked(form is self._printout.form)
        made.clicked.connect(partial(self._choose_form, form))
        return made

    def _choose_form(self, form: Form) -> None:
        self._choose(replace(self._printout, form=form))

    def _choose_rows(self, rows: int) -> None:
        self._choose(replace(self._printout, rows=rows))

    def _choose_copies(self, copies: tuple[Copy, ...], apart: bool) -> None:
        self._choose(replace(self._printout, copies=copies, apart=apart))

    def _choose(self, printout: Printout) -> None:
        self._printout = printout
        self.copies.setVisible(printout.is_filled_in)
        self._show_warning()
        self.changed.emit(printout)

    def _show_warning(self) -> None:
        self.warning.setVisible(self._printout.form is Form.FILLABLE)
