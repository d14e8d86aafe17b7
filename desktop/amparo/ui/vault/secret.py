"""A line for a passphrase: hidden unless asked, and kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.widgets import keep_private, label


class SecretLine(QWidget):
    """A passphrase is long: whoever is alone may look at it while typing."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        keep_private(self.line)
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.shown = QCheckBox(_("Show it"))
        self.shown.setAccessibleName(f"{name}: {self.shown.text()}")
        self.shown.toggled.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(name, "state"))
        layout.addWidget(self.line)
        layout.addWidget(self.shown)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def take_keys(self) -> None:
        """Give the keys to the line."""
        self.line.setFocus()

    def clear(self) -> None:
        """Forget what was typed, and hide the next."""
        self.line.setText("")  # `clear` could be undone
        self.shown.setChecked(False)

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
