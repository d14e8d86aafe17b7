"""Where a screening is kept: with a new case, a case, or a visit."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.core.model import PageId
from amparo.ui.cases.rows import KINDS, Row, RowKind, rows_in
from amparo.ui.flow import Flow
from amparo.ui.services import Services
from amparo.ui.widgets import button, column, label, scrolling

KEPT_FOR = timedelta(days=30)
"""Proposed until the date of destruction or review; the officer may change it at any time."""


class KeepDialog(QDialog):
    """Asks which; Enter keeps, Esc leaves."""

    chosen = Signal(object)  # Row, or None for a new case

    def __init__(self, rows: tuple[Row, ...], review_on: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Amparo"))
        self._group = QButtonGroup(self)
        self.choices: dict[QRadioButton, Row | None] = {}
        inside = QWidget()
        page = column(inside, margins=(0, 0, 8, 0))
        self._add(page, _("A new case"), None)
        for row in rows:
            words = " · ".join(filter(None, (_(KINDS[row.kind]), row.code, row.group, row.note)))
            self._add(page, words, row)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(_("Keep the screening with"), "section"))
        layout.addWidget(scrolling(inside), 1)
        until = _("A new case is to be destroyed or reviewed on {date}; you can change that.")
        layout.addWidget(label(until.format(date=long_date(review_on)), "quiet"))
        foot = Flow()
        self.keep_button = button(_("Keep"), self._keep, "primary")
        self.keep_button.setDefault(True)
        foot.addWidget(self.keep_button)
        foot.addWidget(button(_("Cancel"), self.reject))
        layout.addLayout(foot)
        room, letter = self.screen().availableSize(), self.fontMetrics().averageCharWidth()
        self.resize(
            min(letter * 70, room.width() - 80), min(self.fontMetrics().height() * 20, room.height() - 80)
        )

    def _add(self, page: QVBoxLayout, words: str, row: Row | None) -> None:
        radio = QRadioButton(words)
        radio.setAccessibleName(words)
        self._group.addButton(radio)
        page.addWidget(radio)
        radio.setChecked(not self.choices)
        self.choices[radio] = row

    def _keep(self) -> None:
        self.chosen.emit(next(row for radio, row in self.choices.items() if radio.isChecked()))
        self.accept()


def ask_where_to_keep(parent: QWidget, services: Services, checklist: PageId) -> None:
    """Ask over the window, and keep it there; nothing happens where the vault is locked meanwhile."""
    read = partial(rows_in, checklists={}, today=services.today())
    services.vault.ask(read, partial(_ask, parent, services, checklist))


def _ask(parent: QWidget, services: Services, checklist: PageId, rows: tuple[Row, ...]) -> None:
    review_on = services.today() + KEPT_FOR
    kinds = (RowKind.CASE, RowKind.VISIT)
    open_rows = tuple(row for row in rows if row.state != "closed" and row.kind in kinds)
    dialog = KeepDialog(open_rows, review_on, parent)
    dialog.chosen.connect(partial(_keep, services, checklist, review_on))
    dialog.open()


def _keep(services: Services, checklist: PageId, review_on: date, row: Row | None) -> None:
    if row is None:
        age = services.screenings.of(checklist).age
        services.vault.ask(
            lambda vault: vault.cases.open(review_on=review_on, age=age.value if age else ""),
            lambda case: services.keeping.put_to(checklist, case_code=case.code),
        )
    elif row.kind is RowKind.CASE:
        services.keeping.put_to(checklist, case_code=row.key)
    else:
        services.keeping.put_to(checklist, visit_code=row.key)
