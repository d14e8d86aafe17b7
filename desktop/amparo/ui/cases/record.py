"""What the pages of a case, a visit and a referral share: title, deeds, fields, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.cases.sheets import RecordSheet
from amparo.ui.flow import Flow
from amparo.ui.form.editor import FormEditor
from amparo.ui.messages import ask
from amparo.ui.widgets import LinkButton, button, column, label, scrolling


class RecordPage(QWidget):
    """Draws one record; the deeds stand over it, so that the keys reach them first."""

    left = Signal()
    print_asked = Signal()
    sheet_made = Signal(object)  # RecordSheet, other than that of the record itself

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self.editor = editor
        self.title, self.facts = label("", "title"), label("", "quiet")
        self.deeds = Flow()
        self.back_button = self.add_deed(_("Back to the list"), self.left.emit)
        self.print_button = self.add_deed(_("Print"), self.print_asked.emit)
        self._lists: dict[str, QVBoxLayout] = {}
        self._inside = QWidget()
        self.page = column(self._inside, margins=(32, 4, 32, 16))
        top = QWidget()
        head = column(top, margins=(32, 16, 32, 4))
        for part in (self.title, self.facts):
            head.addWidget(part)
        head.addLayout(self.deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(scrolling(self._inside), 1)

    def add_deed(self, words: str, pressed: Callable[[], object], look: str = "") -> QPushButton:
        """A button over the record."""
        made = button(words, pressed, look)
        self.deeds.addWidget(made)
        return made

    def add_list(self, name: str, title: str, *begins: QWidget) -> None:
        """A part that lists what belongs to the record, and what begins another."""
        self.page.addWidget(label(title, "section"))
        row = Flow()
        for part in begins:
            row.addWidget(part)
        self.page.addLayout(row)
        self._lists[name] = QVBoxLayout()
        self.page.addLayout(self._lists[name])

    def fill_list(self, name: str, rows: Iterable[tuple[str, Callable[[], object]]], none: str) -> None:
        """Show rows that can be opened, or say that there are none."""
        layout = self._lists[name]
        while (old := layout.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        is_empty = True
        for words, opened in rows:
            is_empty = False
            made = LinkButton(words)
            made.clicked.connect(opened)
            layout.addWidget(made)
        if is_empty:
            layout.addWidget(label(none, "quiet"))

    def confirm(self, question: str, yes: str) -> bool:
        """Ask before something that nobody can take back."""
        return ask(self, question, yes)

    def refresh(self) -> None:
        """Show what belongs to the record as it now is."""

    def sheet(self, today: date) -> RecordSheet | None:
        """The record for the printer; None where there is none on view."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show and keep nothing of the record."""
        self.editor.clear()
        self.title.setText("")
        self.facts.setText("")
        for name in self._lists:
            self.fill_list(name, [], "")
