"""One way to act: a button whose words wrap, and which says why once an answer was given."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from amparo.core.i18n import _
from amparo.core.scenes import Choice
from amparo.ui.widgets import label


class ChoiceButton(QPushButton):
    """Pressed by mouse, by Enter or Space, or by the key of its number."""

    pressed_by_hand = Signal()

    def __init__(self, number: int, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self.setProperty("look", "choice")
        self.setShortcut(str(number))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = label(f"{number}.  {choice.text}")
        self._reason = label("", "reason")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for part in (self._words, self._reason):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self.clicked.connect(lambda: self.pressed_by_hand.emit())
        self.show_answer(None)

    def show_answer(self, chosen: bool | None) -> None:
        """Show why, and whether this one was chosen; None while nothing was."""
        told = "" if chosen is None else self._why(chosen)
        self._reason.setText(told)
        self._reason.setVisible(chosen is not None)
        self.setAccessibleName(f"{self._words.text()} {told}".strip())
        verdict = "" if chosen is None else "right" if self._choice.right else "chosen" if chosen else "other"
        self.setProperty("verdict", verdict)
        self._reason.setProperty("verdict", verdict)
        for part in (self, self._reason):
            part.style().unpolish(part)
            part.style().polish(part)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at this width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """What its words wish for."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """It gives way sideways, and never cuts its words."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def _why(self, chosen: bool) -> str:
        reason = self._choice.reason
        if self._choice.right:
            return _("Right. {reason}").format(reason=reason)
        if chosen:
            return _("You chose this. {reason}").format(reason=reason)
        return _("No. {reason}").format(reason=reason)
