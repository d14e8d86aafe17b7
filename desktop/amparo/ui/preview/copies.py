"""How many copies of a sheet to fill in, and which place each is for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from amparo.core.fingerprint import COPIES
from amparo.core.i18n import _, ngettext
from amparo.paper.printout import Copy, Printout, for_sites, numbered
from amparo.ui.flow import Flow
from amparo.ui.widgets import label


class Copies(QWidget):
    """A number, or a list of places; each copy has a number and a fingerprint of its own."""

    changed = Signal(object, bool)  # the copies, and whether each begins a sheet

    def __init__(self, printout: Printout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies = printout.copies
        self.count = QSpinBox(self)
        self.count.setRange(1, COPIES)
        self.count.setKeyboardTracking(False)  # 25 is not first 2
        self.count.setAccessibleName(_("Copies"))
        self.sites = QPushButton(_("For places…"), self)
        self.sites.setAutoDefault(False)
        self.apart = QCheckBox(_("Each begins a sheet"), self)
        self.apart.setToolTip(_("For printing on both sides"))
        row = Flow(self)
        for widget in (QLabel(_("Copies"), self), self.count, self.sites, self.apart):
            row.addWidget(widget)
        self._show()
        self.count.valueChanged.connect(self._number)
        self.sites.clicked.connect(self._ask_for_sites)
        self.apart.toggled.connect(self._tell)

    def choose(self, copies: tuple[Copy, ...]) -> None:
        """Take these copies."""
        self._copies = copies
        self._show()
        self._tell()

    def _number(self, count: int) -> None:
        self.choose(numbered(count))

    def _ask_for_sites(self) -> None:
        dialog = SitesDialog(self._copies, self)
        dialog.accepted.connect(lambda: self.choose(dialog.copies or numbered(1)))
        dialog.open()

    def _show(self) -> None:
        blocked = self.count.blockSignals(True)
        self.count.setValue(len(self._copies))
        self.count.blockSignals(blocked)
        self.apart.setVisible(len(self._copies) > 1)

    def _tell(self) -> None:
        self.changed.emit(self._copies, self.apart.isChecked())


class SitesDialog(QDialog):
    """A place a line; nothing of it is kept when the preview closes."""

    def __init__(self, copies: tuple[Copy, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("A copy for each place"))
        self.names = QPlainTextEdit("\n".join(copy.site for copy in copies if copy.site), self)
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(_("Places, one a line"))
        buttons = QDialogButtonBox(self)
        self.take = buttons.addButton(_("Make the copies"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._told = label("", "state")
        column = QVBoxLayout(self)
        column.addWidget(
            label(
                _(
                    "One place a line, such as the sites of today’s visits. Each copy names its place at the"
                    " top. Name no person."
                )
            )
        )
        column.addWidget(self.names, 1)
        column.addWidget(self._told)
        column.addWidget(buttons)
        self.names.textChanged.connect(self._count)
        self._count()

    @property
    def copies(self) -> tuple[Copy, ...]:
        """What the lines ask for; none for no place."""
        return for_sites(self.names.toPlainText().splitlines())

    def _count(self) -> None:
        count = len(self.copies)
        self.take.setEnabled(count <= COPIES)
        told = ngettext("{n} copy", "{n} copies", count).format(n=count)
        most = _("{n} at most").format(n=COPIES)
        self._told.setText(f"{told}; {most}" if count > COPIES else told)
