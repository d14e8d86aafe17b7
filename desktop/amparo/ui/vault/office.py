"""An office that may open the vault too: its public key, from a key card or a file, or made anew."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _
from amparo.ui.widgets import button, label


class OfficeKey(QWidget):
    """Empty for no office; a key that cannot be one is told at once."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = QCheckBox(_("An office may open it if I forget the passphrase"))
        self.line = QLineEdit()
        self.line.setPlaceholderText("age1…")
        self.line.setAccessibleName(_("Public key of the office"))
        self.trouble = label("", "danger")
        self.make_button = button(_("Make a key for the office…"), self._make)
        self._parts = QWidget()
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(24, 0, 0, 0)
        parts.addWidget(label(_("Public key of the office"), "state"))
        parts.addWidget(self.line)
        parts.addWidget(self.trouble)
        how = _("Or make one now and give the file to the office. Who has the file can open this vault.")
        parts.addWidget(label(how, "quiet"))
        parts.addWidget(self.make_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wanted)
        without = _("Without an office, nobody can open it once the passphrase is forgotten.")
        layout.addWidget(label(without, "quiet"))
        layout.addWidget(self._parts)
        self.wanted.toggled.connect(self._show)
        self.line.textChanged.connect(self._check)
        self._show(False)

    @property
    def is_good(self) -> bool:
        """Whether one can go on: no office is wanted, or its key can be one."""
        return not self.wanted.isChecked() or (bool(self.key()) and not self.trouble.text())

    def key(self) -> str:
        """The public key; empty for no office."""
        return self.line.text().strip() if self.wanted.isChecked() else ""

    def clear(self) -> None:
        """Begin again."""
        self.line.setText("")
        self.wanted.setChecked(False)

    def _show(self, is_wanted: bool) -> None:
        self._parts.setVisible(is_wanted)
        self.edited.emit()

    def _check(self) -> None:
        from amparo.exchange.sealing import check_recipient

        self.trouble.setText("")
        if self.key():
            try:
                check_recipient(self.key())
            except AppError as error:
                self.trouble.setText(str(error))
        self.edited.emit()

    def _make(self) -> None:
        from amparo.exchange.sealing import new_identity

        title = _("Save the office's key, best on a stick")
        name, _filter = QFileDialog.getSaveFileName(self, title, "office-key.txt")
        if not name:
            return
        identity = new_identity()
        try:
            replace_file(Path(name), f"# public key: {identity.public}\n{identity.secret}\n".encode())
        except OSError:
            self.trouble.setText(_("The key could not be saved there. Choose another place."))
            return
        self.line.setText(identity.public)
