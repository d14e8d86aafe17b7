"""A kit whose content cannot be shown: what happened, what to do, and where things are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.places import Places
from amparo.ui.widgets import button, column, label


class Trouble(QWidget):
    """The window that opens instead of the kit."""

    def __init__(self, error: AppError, places: Places) -> None:
        super().__init__()
        page = column(self, margins=(48, 48, 48, 48))
        page.addWidget(label(error.what, "title"))
        page.addWidget(label(error.to_do))
        page.addWidget(label(_("Content: {folder}").format(folder=places.content), "quiet"))
        page.addWidget(label(_("Your own files: {folder}").format(folder=places.data), "quiet"))
        page.addWidget(label(_("In a terminal, `amparo doctor` says more."), "quiet"))
        page.addWidget(
            button(_("Close"), lambda: self.window().close(), "primary"), 0, Qt.AlignmentFlag.AlignLeft
        )
        page.addStretch(1)
