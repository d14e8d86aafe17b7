"""The first start: three choices on one page, and then the kit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amparo.core.settings import Settings
from amparo.ui.notice import Notice
from amparo.ui.settings.page import SettingsPage
from amparo.ui.theme.theme import Theme

_WIDEST_PX = 860


class FirstStart(QWidget):
    """Alone in the window, so that nothing else asks for attention."""

    chosen = Signal(str, object)
    finished = Signal()

    def __init__(self, settings: Settings, trouble: str, theme: Theme) -> None:
        super().__init__()
        self.page = SettingsPage(settings, theme, is_first_start=True)
        self.notice = Notice(theme)
        self.notice.tell(trouble)
        self.page.setMaximumWidth(round(_WIDEST_PX * theme.scale))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(self.notice)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.page, 100)
        across.addStretch(1)
        layout.addLayout(across, 1)
        self.page.chosen.connect(self.chosen)
        self.page.finished.connect(self.finished)

    def show_settings(self, settings: Settings, trouble: str) -> None:
        """Show what was chosen, and what is wrong, if anything."""
        self.page.show_settings(settings)
        self.notice.tell(trouble)
