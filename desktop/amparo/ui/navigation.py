"""The column of pages: icon and word, or icons alone where room is short."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from amparo.core.i18n import _
from amparo.ui.shelf.shelves import SHELVES
from amparo.ui.theme.theme import Theme
from amparo.ui.theme.tokens import NAVIGATION_PX
from amparo.ui.widgets import IconButton, label


class Navigation(QFrame):
    """One button a page; the settings stand at the foot."""

    page_asked = Signal(str)

    def __init__(self, theme: Theme, shelves: tuple[str, ...]) -> None:
        """Args: shelves: those that hold something, between Home and the bookmarks."""
        super().__init__()
        self.setProperty("look", "column")
        self._name = label(_("Amparo"), "section", wraps=False)
        self._name.setContentsMargins(14, 6, 0, 6)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, IconButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 10, 12)
        layout.setSpacing(4)
        layout.addWidget(self._name)
        for name, icon, words in (
            ("home", "home", _("Home")),
            *((shelf, SHELVES[shelf][0], _(SHELVES[shelf][1])) for shelf in shelves),
            ("cases", "lock", _("Cases")),
            ("bookmarks", "bookmark", _("Bookmarks")),
            ("updates", "updates", _("Updates")),
        ):
            layout.addWidget(self._button(theme, name, icon, words))
        layout.addStretch(1)
        layout.addWidget(self._button(theme, "settings", "settings", _("Settings")))

    def show_current(self, name: str) -> None:
        """Mark where one is; nowhere for a page that has no button."""
        self._group.setExclusive(False)
        for other, made in self.buttons.items():
            made.setChecked(other == name)
        self._group.setExclusive(True)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons alone, the words as tool tips."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon
        for made in self.buttons.values():
            made.setToolButtonStyle(shown)
            made.setToolTip(made.accessibleName() if is_narrow else "")
        self._name.setVisible(not is_narrow)
        self.setFixedWidth(68 if is_narrow else max(NAVIGATION_PX, self.sizeHint().width()))

    def _button(self, theme: Theme, name: str, icon: str, words: str) -> IconButton:
        made = IconButton(theme, icon, words, text=True)
        made.setProperty("look", "navigation")
        made.setCheckable(True)
        made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().verticalPolicy())
        made.clicked.connect(lambda: self.page_asked.emit(name))
        self._group.addButton(made)
        self.buttons[name] = made
        return made
