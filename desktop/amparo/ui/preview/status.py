"""The quiet line at the foot of the preview: what is being done, how far it is, and how to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from amparo.core.i18n import _
from amparo.ui.preview.model import PreviewState, Work

QUIET_MS = 150
"""Work that takes less is not spoken of."""


class StatusLine(QWidget):
    """Words, a thin bar and a button; their room is kept while they are hidden, so that nothing jumps."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setProperty("look", "quiet")
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.stop = QPushButton(_("Cancel"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancelled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._speak)
        self._state: PreviewState | None = None
        self._lay_out()

    def show_state(self, state: PreviewState) -> None:
        """Speak of the work in a moment, unless it ends before; of what went well at once."""
        is_new = self._state is None or state.work is not self._state.work
        self._state = state
        if state.work is None:
            self._timer.stop()
            self._show(state.told, is_busy=False)
        elif is_new:
            self._show("", is_busy=False)
            self._timer.start(QUIET_MS)

    def show_progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        if self._state and self.bar.isVisible():
            self.words.setText(_words(self._state.work, done, total))

    def _speak(self) -> None:
        if self._state and self._state.work:
            self._show(_words(self._state.work, 0, 0), is_busy=True)

    def _show(self, words: str, *, is_busy: bool) -> None:
        self.words.setText(words)
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy and self._state is not None and self._state.work is not Work.SAVING)
        if not is_busy:
            self.show_progress(0, 1)

    def _lay_out(self) -> None:
        for part in (self.bar, self.stop):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch()
        told.addWidget(self.words)
        told.addWidget(self.bar)
        told.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self.stop)


def _words(work: Work | None, done: int, total: int) -> str:
    if work is Work.SAVING:
        return _("Saving…")
    if work is Work.PRINTING:
        if not done:
            return _("Handing the pages to the printer…")
        return _("Printing: page {done} of {total}").format(done=done, total=total)
    if not done:
        return _("Laying out the pages…")
    return _("Laying out: page {done} of {total}").format(done=done, total=total)
