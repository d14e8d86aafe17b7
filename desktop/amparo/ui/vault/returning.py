"""The two ways back into a vault: a backup, or the office's key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.ui.vault.choosing import NewPassphrase
from amparo.ui.vault.secret import SecretLine
from amparo.ui.widgets import button, label

if TYPE_CHECKING:
    from amparo.vault.backups import Backup


class Restoring(QWidget):
    """Offers the backups beside a vault."""

    asked = Signal(object, str)  # Backup, passphrase
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[QRadioButton, Backup] = {}
        self._group, self._list = QButtonGroup(self), QVBoxLayout()
        self.passphrase = SecretLine(_("Passphrase"))
        self.restore_button = button(_("Restore"), self._ask, "primary")
        self.none = label(_("There is no backup here. Choose a copy that was made on a stick."))
        self.stick_button = button(_("Choose a copy on a stick…"), self._choose)
        self.trouble = label("", "danger")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("Restore a backup"), "title"))
        lost = _(
            "What was changed after the backup is not in it. The files that are there now are kept aside."
        )
        layout.addWidget(label(lost))
        layout.addLayout(self._list)
        layout.addWidget(self.none)
        layout.addWidget(self.stick_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.trouble)
        layout.addWidget(self.passphrase)
        layout.addLayout(_foot(self.restore_button, button(_("Back"), self.left.emit)))
        layout.addStretch(1)
        self.passphrase.entered.connect(self._ask)

    def begin(self, backups: tuple[Backup, ...]) -> None:
        """Offer these backups, the latest first."""
        for radio in self.choices:
            self._group.removeButton(radio)
            radio.hide()
            radio.deleteLater()
        self.choices = {}
        self.trouble.setText("")
        for backup in backups:
            self._offer(backup)
        if self.choices:
            next(iter(self.choices)).setChecked(True)
        self.none.setVisible(not backups)
        self.restore_button.setEnabled(bool(backups))
        self.passphrase.clear()
        self.passphrase.take_keys()

    def take(self, folder: Path) -> None:
        """Offer the copy in this folder too, and choose it; a folder without one is told."""
        from amparo.vault.backups import Backup

        backup = Backup(folder)
        is_there = backup.header.exists() and backup.database.exists()
        self.trouble.setText("" if is_there else _("This folder holds no copy of a vault."))
        if is_there:
            self._offer(backup).setChecked(True)
            self.none.hide()
            self.restore_button.setEnabled(True)
            self.passphrase.take_keys()

    def _offer(self, backup: Backup) -> QRadioButton:
        made = backup.made_at.astimezone()
        radio = QRadioButton(_("{date}, {time}").format(date=long_date(made.date()), time=f"{made:%H:%M}"))
        self._group.addButton(radio)
        self._list.addWidget(radio)
        self.choices[radio] = backup
        return radio

    def _choose(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Choose a copy on a stick")):
            self.take(Path(name))

    def _ask(self) -> None:
        chosen = next((backup for radio, backup in self.choices.items() if radio.isChecked()), None)
        if chosen is not None and self.passphrase.text().strip():
            typed = self.passphrase.text()
            self.passphrase.clear()
            self.asked.emit(chosen, typed)


class Forgotten(QWidget):
    """Opens a vault by its office's key file, with a new passphrase."""

    asked = Signal(object, str)  # Path of the key file, new passphrase
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key_file: Path | None = None
        self.named = label(_("No key file chosen."), "quiet")
        self.passphrase = NewPassphrase()
        self.open_button = button(_("Open the vault"), self._ask, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("The passphrase is forgotten"), "title"))
        how = _("Only an office that was given a key when the vault was made, or later, can open it.")
        layout.addWidget(label(how))
        layout.addWidget(button(_("Choose the office's key file…"), self._choose))
        layout.addWidget(self.named)
        layout.addWidget(self.passphrase)
        layout.addLayout(_foot(self.open_button, button(_("Back"), self.left.emit)))
        layout.addStretch(1)
        self.passphrase.judged.connect(self._judge)
        self._judge()

    def begin(self) -> None:
        """Begin with nothing chosen."""
        self.choose(None)
        self.passphrase.clear()

    def choose(self, key_file: Path | None) -> None:
        """Take a key file."""
        self.key_file = key_file
        self.named.setText(key_file.name if key_file else _("No key file chosen."))
        self._judge()

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose the office's key file"))
        if name:
            self.choose(Path(name))

    def _judge(self) -> None:
        self.open_button.setEnabled(self.key_file is not None and self.passphrase.is_good)

    def _ask(self) -> None:
        self.asked.emit(self.key_file, self.passphrase.text())
        self.passphrase.clear()


def _foot(first: QWidget, second: QWidget) -> QHBoxLayout:
    foot = QHBoxLayout()
    foot.addWidget(first)
    foot.addWidget(second)
    foot.addStretch(1)
    return foot
