"""One sign to be answered: by mouse or touch on a button, or by one letter where the keys are."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QToolButton, QVBoxLayout

from amparo.core.i18n import N_, _
from amparo.core.indicators import Indicator
from amparo.screening.answers import Answer
from amparo.ui.flow import Flow
from amparo.ui.widgets import keep_private, label

ANSWERS = {
    Answer.CONFIRMED: N_("Confirmed"),
    Answer.SUSPECTED: N_("Suspected"),
    Answer.NO: N_("No"),
    Answer.NOT_ASKED: N_("Not asked"),
}
LETTERS = {
    Qt.Key.Key_C: Answer.CONFIRMED,
    Qt.Key.Key_S: Answer.SUSPECTED,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_X: Answer.NOT_ASKED,
}
NOTE = Qt.Key.Key_T


class SignRow(QFrame):
    """Takes the keys as a whole: C, S, N and X answer, T notes, the arrows move."""

    answered = Signal(str, object)  # sign id, Answer
    noted = Signal(str, str)
    left = Signal(int)  # to the row so many on

    def __init__(self, sign: Indicator) -> None:
        super().__init__()
        self.sign = sign
        self.setProperty("look", "sign")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label(f"{sign.id}  {sign.short}", "danger" if sign.danger else "state")
        if sign.danger:
            self._title.setText(f"{sign.id}  {_('Danger')}. {sign.short}")
        self._group = QButtonGroup(self)
        self.buttons = {answer: self._button(answer) for answer in ANSWERS}
        self.note_button = self._plain_button(_("Note"), self._open_note)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("A note, without names"))
        self.note.setAccessibleName(_("Note on {sign}").format(sign=sign.short))
        keep_private(self.note)
        self.note.hide()
        self.note.textChanged.connect(partial(self.noted.emit, sign.id))
        self.note.returnPressed.connect(self.setFocus)
        self._lay_out()
        self.show_answer(Answer.NOT_ASKED, "")

    def show_answer(self, answer: Answer, note: str) -> None:
        """Show what was answered and noted."""
        self.buttons[answer].setChecked(True)
        self.setAccessibleName(f"{self._title.text()}: {_(ANSWERS[answer])}")
        self.setAccessibleDescription(self.sign.observation)
        if note != self.note.text():
            self.note.setText(note)
        if note:
            self.note.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, note or move."""
        key = Qt.Key(event.key())
        answers = tuple(ANSWERS)
        at = answers.index(next(one for one, button in self.buttons.items() if button.isChecked()))
        if key in LETTERS:
            self.answered.emit(self.sign.id, LETTERS[key])
        elif key == NOTE:
            self._open_note()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.answered.emit(self.sign.id, answers[min(max(at + step, 0), len(answers) - 1)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _open_note(self) -> None:
        self.note.show()
        self.note.setFocus()

    def _button(self, answer: Answer) -> QToolButton:
        made = self._plain_button(_(ANSWERS[answer]), partial(self.answered.emit, self.sign.id, answer))
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _plain_button(self, words: str, pressed: object) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setAccessibleName(f"{self.sign.short}: {words}")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys: one stop a sign, not five
        made.clicked.connect(pressed)
        return made

    def _lay_out(self) -> None:
        across = Flow(spacing=4)
        for button in (*self.buttons.values(), self.note_button):
            across.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(label(self.sign.observation))
        column.addLayout(across)
        column.addWidget(self.note)
