"""A new passphrase, typed twice, with what is said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.vault.secret import SecretLine
from amparo.ui.widgets import label


class NewPassphrase(QWidget):
    """Says when a passphrase will do; judging takes milliseconds."""

    judged = Signal(bool)  # whether it will do

    def __init__(self) -> None:
        super().__init__()
        self.first = SecretLine(_("New passphrase"))
        self.second = SecretLine(_("The same once more"))
        self.verdict = label("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.first)
        layout.addWidget(self.verdict)
        layout.addWidget(self.second)
        for line in (self.first, self.second):
            line.edited.connect(self._judge)
        self._judge()

    @property
    def is_good(self) -> bool:
        """Whether it is hard to guess, and twice the same."""
        from amparo.vault.passphrase import Strength, judge

        return judge(self.first.text()) is Strength.ENOUGH and self.first.text() == self.second.text()

    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _judge(self) -> None:
        from amparo.vault.passphrase import Strength, judge, words_of

        strength = judge(self.first.text())
        words = words_of(strength)
        differs = self.second.text() and self.first.text() != self.second.text()
        if strength is Strength.ENOUGH and differs:
            words = _("The two are not the same.")
        elif strength is Strength.ENOUGH and not self.second.text():
            again = _("Type it once more.")
            words = f"{words} {again}"
        self.verdict.setText(words)
        self.verdict.setAccessibleName(words)
        self.judged.emit(self.is_good)
