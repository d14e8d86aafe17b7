"""Screening a person by a checklist: age first, then the signs, and beside them what they add up to."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amparo.core.blocks import signs_of
from amparo.core.contacts import Entry
from amparo.core.i18n import N_, _
from amparo.core.indicators import Indicator
from amparo.core.model import Page
from amparo.screening.answers import Age, Answer
from amparo.screening.words import OUTCOMES
from amparo.ui.flow import Flow
from amparo.ui.reader.text import PageText
from amparo.ui.screening.row import SignRow
from amparo.ui.screening.sitting import Screening, Screenings
from amparo.ui.screening.told import assessment_blocks
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.model import VaultModel
from amparo.ui.widgets import button, column, label, scrolling

AGES = {
    Age.ADULT: N_("Adult"),
    Age.POSSIBLE_CHILD: N_("Possible child"),
    Age.CHILD: N_("Child"),
}
_SIDE_BY_SIDE = 120
"""Letters of width from which the assessment stands beside the signs, and not in their place."""


class ScreeningView(QWidget):
    """Draws one screening; every answer shows at once what it changes."""

    ended = Signal()
    forget_asked = Signal()
    keep_asked = Signal()
    page_asked = Signal(str)

    def __init__(self, screenings: Screenings, vault: VaultModel, entry: Entry | None, theme: Theme) -> None:
        """Args: entry: the officer's state, for whom to call; None where the content has none."""
        super().__init__()
        self._screenings, self._vault, self.entry = screenings, vault, entry
        self._page: Page | None = None
        self._signs: tuple[Indicator, ...] = ()
        self.rows: dict[str, SignRow] = {}
        self.ages = {age: QRadioButton(_(words)) for age, words in AGES.items()}
        self._age_group = QButtonGroup(self)
        self.progress = label("", "quiet")
        self.judgement = QCheckBox(_("Refer on my judgement"))
        self.where = label("", "quiet")
        self.keep_button = button(_("Keep…"), self.keep_asked.emit)
        self.forget_button = button("", self.forget_asked.emit)
        self.end_button = button(_("Back to the checklist"), self.ended.emit)
        self.result_button = button("", self._arrange)
        self.result_button.setCheckable(True)
        self.told = PageText(theme)
        self.told.setAccessibleName(_("What the answers add up to"))
        self._list = QVBoxLayout()
        self._scroll = QScrollArea()
        self._beside = QFrame()
        self._sides = QHBoxLayout()
        self._lay_out()
        for age, radio in self.ages.items():
            self._age_group.addButton(radio)
            radio.clicked.connect(partial(self._choose_age, age))
        self.judgement.clicked.connect(self._judge)
        self.told.page_asked.connect(self.page_asked)
        screenings.changed.connect(self._follow)
        vault.changed.connect(self._show_where)

    @property
    def screening(self) -> Screening:
        """What is answered so far."""
        return self._screenings.of(self._page.id) if self._page else Screening()

    def show_checklist(self, page: Page) -> None:
        """Show the screening by this checklist, as it was left."""
        self._page, self._signs = page, signs_of(page.blocks)
        self._fill()
        self._show()

    def take_keys(self) -> None:
        """Give the keys to the first sign that was not asked; before an age was chosen, to the ages."""
        asked = self.screening.answers
        waiting = [row for sign, row in self.rows.items() if sign not in asked] or list(self.rows.values())
        (waiting[0] if waiting else next(iter(self.ages.values()))).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() > self.fontMetrics().averageCharWidth() * _SIDE_BY_SIDE
        is_result = self.result_button.isChecked()
        self.result_button.setVisible(not is_wide and self.screening.age is not None)
        self._scroll.setVisible(is_wide or not is_result)
        self._beside.setVisible(is_wide or is_result)

    def _choose_age(self, age: Age) -> None:
        if self._page:
            self._screenings.choose_age(self._page.id, age)
            self.take_keys()

    def _judge(self, by_judgement: bool) -> None:
        if self._page:
            self._screenings.judge(self._page.id, by_judgement)

    def _answer(self, sign: str, answer: Answer) -> None:
        if self._page:
            self._screenings.answer(self._page.id, sign, answer)

    def _note(self, sign: str, note: str) -> None:
        if self._page and note != self.screening.notes.get(sign, ""):
            self._screenings.note(self._page.id, sign, note)

    def _follow(self, page: str) -> None:
        if self._page and page == self._page.id:
            if list(self.rows) != [sign.id for sign in self.screening.shown(self._signs)]:
                self._fill()
            self._show()

    def _fill(self) -> None:
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for sign in self.screening.shown(self._signs):
            row = SignRow(sign)
            row.answered.connect(self._answer)
            row.noted.connect(self._note)
            row.left.connect(partial(self._move, sign.id))
            self.rows[sign.id] = row
            self._list.addWidget(row)
            row.show()

    def _move(self, sign: str, by: int) -> None:
        names = list(self.rows)
        at = min(max(names.index(sign) + by, 0), len(names) - 1)
        self.rows[names[at]].setFocus()
        self._scroll.ensureWidgetVisible(self.rows[names[at]])

    def _show(self) -> None:
        screening = self.screening
        self._show_where()
        self._age_group.setExclusive(False)
        for age, radio in self.ages.items():
            radio.setChecked(age is screening.age)
        self._age_group.setExclusive(True)
        self.judgement.setChecked(screening.by_judgement)
        self.judgement.setEnabled(screening.age is not None)
        for sign, row in self.rows.items():
            row.show_answer(screening.answers.get(sign, Answer.NOT_ASKED), screening.notes.get(sign, ""))
        found = screening.assessed(self._signs)
        if found is None:
            self.progress.setText(_("Choose the age first; in doubt, a possible child."))
            self.told.show_blocks(())
            self.result_button.setChecked(False)
            self._arrange()
            return
        asked = sum(sign in screening.answers for sign in self.rows)
        words = _("{asked} of {all} asked. Keys: C, S, N, X answer, T notes, arrows move.")
        self.progress.setText(words.format(asked=asked, all=len(self.rows)))
        self.result_button.setText(_(OUTCOMES[found.outcome]))
        self.result_button.setAccessibleName(f"{self.told.accessibleName()}: {self.result_button.text()}")
        self.told.show_blocks(assessment_blocks(found, self._signs, self.entry))
        self._arrange()

    def _show_where(self) -> None:
        """Say where the answers are, and what can be done with them."""
        screening = self.screening
        is_open, code = self._vault.state.is_open, screening.kept_with
        if code:
            words = _("Kept in your vault with {code}.").format(code=code)
        elif is_open:
            words = _("A draft in your vault: it goes a day after the last change, unless you keep it.")
        else:
            words = _(
                "In memory only: it is gone when the kit is closed. Nothing is written to disk."
                " An open vault can keep it (Ctrl+L)."
            )
        self.where.setText(words)
        self.keep_button.setVisible(is_open and not screening.case_code and not screening.is_empty)
        self.forget_button.setText(_("Screen the next person") if code else _("Start again"))
        self.forget_button.setAccessibleName(self.forget_button.text())

    def _lay_out(self) -> None:
        ages = Flow()
        ages.addWidget(label(_("Who is before you?"), "state", wraps=False))
        for radio in self.ages.values():
            ages.addWidget(radio)
        inside = QWidget()
        page = column(inside, margins=(0, 0, 8, 8))
        page.addLayout(self._list)
        page.addStretch(1)
        self._list.setSpacing(8)
        self._scroll = scrolling(inside)
        beside = self._beside
        beside.setProperty("look", "card")
        told = QVBoxLayout(beside)
        told.setContentsMargins(12, 8, 4, 8)
        told.addWidget(self.told, 1)
        told.addWidget(self.judgement)
        self._sides.addWidget(self._scroll, 5)
        self._sides.addWidget(beside, 4)
        self._sides.setSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.where, 1)
        for made in (self.keep_button, self.forget_button, self.end_button):
            foot.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(ages)
        how_far = QHBoxLayout()
        how_far.addWidget(self.progress, 1)
        how_far.addWidget(self.result_button)
        layout.addLayout(how_far)
        layout.addLayout(self._sides, 1)
        layout.addLayout(foot)
