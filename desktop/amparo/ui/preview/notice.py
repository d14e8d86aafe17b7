"""What went wrong, what to do, and the button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.preview.model import PreviewState, Work


class Notice(QFrame):
    """Shown only while there is something to say."""

    pressed = Signal(object)  # the Work to begin again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.what, self.to_do = QLabel(self), QLabel(self)
        self.again = QPushButton(self)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._press)
        self._failed: Work | None = None
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.what, self.to_do):
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.again)
        self.hide()

    def show_state(self, state: PreviewState) -> None:
        """Say it, or go away."""
        self._failed = state.failed
        if state.error:
            self.what.setText(state.error.what)
            self.to_do.setText(state.error.to_do)
            self.again.setText(_button_words(state.failed))
        self.setVisible(state.error is not None)

    def _press(self) -> None:
        self.pressed.emit(self._failed)


def _button_words(failed: Work | None) -> str:
    if failed is Work.SAVING:
        return _("Save elsewhere…")
    if failed is Work.PRINTING:
        return _("Print again…")
    if failed is Work.DRAWING:
        return _("Draw again")
    return _("Lay out again")
