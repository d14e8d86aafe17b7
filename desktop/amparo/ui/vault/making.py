"""Making a vault: what it is, a passphrase, and who else may open it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.vault.choosing import NewPassphrase
from amparo.ui.vault.office import OfficeKey
from amparo.ui.widgets import button, label


class Making(QWidget):
    """Asks for what a new vault needs."""

    asked = Signal(str, str)  # passphrase, public key of the office
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.passphrase, self.office = NewPassphrase(), OfficeKey()
        self.make_button = button(_("Make the vault"), self._ask, "primary")
        self.back_button = button(_("Back"), self.left.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("Make a vault"), "title"))
        for words in (
            _("A vault keeps cases and visits on this computer, encrypted. Only your passphrase opens it."),
            _("Several officers can have one each; nobody sees what is in another's."),
            _("Nothing is kept in it unless you keep it, and each case has a date on which it goes."),
        ):
            layout.addWidget(label(words))
        layout.addWidget(self.passphrase)
        layout.addWidget(self.office)
        foot = QHBoxLayout()
        foot.addWidget(self.make_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        layout.addLayout(foot)
        layout.addStretch(1)
        self.passphrase.judged.connect(self._judge)
        self.passphrase.second.entered.connect(self._ask)
        self.office.edited.connect(self._judge)
        self._judge()

    def begin(self, *, can_leave: bool) -> None:
        """Begin with empty lines."""
        self.passphrase.clear()
        self.office.clear()
        self.back_button.setVisible(can_leave)
        self.passphrase.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        self.make_button.setEnabled(self.passphrase.is_good and self.office.is_good)

    def _ask(self) -> None:
        if self.make_button.isEnabled():
            self.asked.emit(self.passphrase.text(), self.office.key())
            self.passphrase.clear()
