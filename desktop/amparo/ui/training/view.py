"""A scenario on the screen: the situation, the question, the choices; then why, and the way on."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.core.model import Page, PageId
from amparo.core.scenes import Scene
from amparo.ui.training.choice import ChoiceButton
from amparo.ui.training.sitting import Answer, Sitting
from amparo.ui.widgets import button, column, label, scrolling


class SceneView(QWidget):
    """One scenario at a time; large enough for a projector with the text size turned up."""

    next_asked = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._page: Page | None = None
        self._scenarios: tuple[PageId, ...] = ()
        self.choices: list[ChoiceButton] = []
        self._situation, self._question = label("", "situation"), label("", "section")
        self._sources, self.progress = label("", "quiet"), label("", "state")
        self.next_button = button(_("Next scenario"), self.next_asked.emit, "primary")
        self.again_button = button(_("Try again"), self._try_again)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._lay_out()
        sitting.changed.connect(self._show_answer)

    def show_scene(self, page: Page, scene: Scene, scenarios: tuple[PageId, ...]) -> None:
        """Show the scenario of this page; `scenarios` are all of its document."""
        self._page, self._scenarios = page, scenarios
        self._situation.setText(scene.situation)
        self._question.setText(scene.question)
        keys = "; ".join(f"{source.key}: {source.title}" for source in page.sources)
        self._sources.setText(_("Rests on: {keys}").format(keys=keys) if keys else "")
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self.choices = [ChoiceButton(number, choice) for number, choice in enumerate(scene.choices, 1)]
        for place, made in enumerate(self.choices):
            answer = Answer(place, scene.choices[place].right)
            made.pressed_by_hand.connect(partial(self._sitting.answer, page.id, answer))
            self._list.addWidget(made)
            made.show()  # what is not shown yet takes no keys
        self._scroll.verticalScrollBar().setValue(0)
        self._show_answer()

    def take_keys(self) -> None:
        """Give the keys to the first choice, or to the way on."""
        is_open = self._page is None or self._sitting.answer_of(self._page.id) is None
        (self.choices[0] if is_open and self.choices else self.next_button).setFocus()

    def _show_answer(self) -> None:
        if self._page is None:
            return
        answer = self._sitting.answer_of(self._page.id)
        for place, made in enumerate(self.choices):
            made.show_answer(None if answer is None else place == answer.choice)
        self._sources.setVisible(answer is not None and bool(self._sources.text()))
        self.again_button.setVisible(answer is not None)
        done = self._sitting.progress(self._scenarios)
        self.progress.setText(
            _("{answered} of {all} answered, {right} right. Kept only until the kit is closed.").format(
                answered=done.answered, all=done.of, right=done.right
            )
        )
        if answer is not None and any(made.hasFocus() for made in self.choices):
            self.next_button.setFocus()

    def _try_again(self) -> None:
        if self._page is not None:
            self._sitting.forget((self._page.id,))
            self.take_keys()

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside, margins=(0, 8, 16, 8))
        for part in (self._situation, self._question):
            page.addWidget(part)
        page.addLayout(self._list)
        page.addWidget(self._sources)
        page.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolling(inside)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
