"""Making a vault: what it is, a passphrase, and who else may open it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.ui.flow import Flow
from amparo.ui.vault.choosing import NewPassphrase
from amparo.ui.vault.office import OfficeKey
from amparo.ui.widgets import button, label


class Making(QWidget):
    """Asks for what a new vault needs."""

    asked = Signal(str, str)  # passphrase, public key of the office
    bringing_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.passphrase, self.office = NewPassphrase(), OfficeKey()
        self.make_button = button(_("Make the vault"), self._ask, "primary")
        self.bring_button = button(_("Bring back a vault from a stick…"), self.bringing_asked.emit)
        self.back_button = button(_("Back"), self.left.emit)
        self.trouble = label("", "danger")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(_("Make a vault"), "title"))
        for words in (
            _("A vault keeps cases and visits on this computer, encrypted. Only your passphrase opens it."),
            _("Several officers can have one each; nobody sees what is in another's."),
            _("Nothing is kept in it unless you keep it. On its day you are asked to destroy each case."),
        ):
            layout.addWidget(label(words))
        layout.addWidget(self.passphrase)
        layout.addWidget(self.office)
        layout.addWidget(self.trouble)
        foot = Flow()
        for made in (self.make_button, self.bring_button, self.back_button):
            foot.addWidget(made)
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

    def show_error(self, error: AppError | None) -> None:
        """Say why no vault was made."""
        self.trouble.setText(str(error) if error else "")
        self.trouble.setVisible(error is not None)

    def _judge(self) -> None:
        self.make_button.setEnabled(self.passphrase.is_good and self.office.is_good)

    def _ask(self) -> None:
        if self.make_button.isEnabled():
            self.asked.emit(self.passphrase.text(), self.office.key())
            self.passphrase.clear()
