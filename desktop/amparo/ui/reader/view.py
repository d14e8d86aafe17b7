"""The reading pane: title, what one can do with the page, and its text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amparo.core.blocks import Block
from amparo.core.dates import long_date
from amparo.core.i18n import _, badge
from amparo.core.kinds import author
from amparo.core.model import Page
from amparo.ui.reader.find_bar import FindBar
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.text import PageText
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import IconButton, label

_LARGE = 1.5


class ReadingPane(QWidget):
    """Draws what the model reads, and passes gestures on."""

    print_asked = Signal()
    copy_asked = Signal()

    def __init__(self, model: ReadingModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self._shown: tuple[str, tuple[Block, ...]] = ("", ())
        self.title = label("", "title")
        self._context = label("", "quiet")
        self.text = PageText(theme)
        self.find_bar = FindBar(self.text, theme)
        self.back_button = IconButton(theme, "back", _("Back"))
        self.forward_button = IconButton(theme, "forward", _("Forward"))
        self.mark_button = IconButton(theme, "bookmark", _("Bookmark"), text=True)
        self.copy_button = IconButton(theme, "copy", _("Copy with source"), text=True)
        self.find_button = IconButton(theme, "find", _("Find in this page"))
        self.print_button = IconButton(theme, "print", _("Print"), text=True)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()
        self.show_state(model.state)

    def show_state(self, state: ReadingState) -> None:
        """Draw the page that the model has opened."""
        self.back_button.setEnabled(state.can_go_back)
        self.forward_button.setEnabled(state.can_go_forward)
        self.mark_button.set_icon("bookmark-on" if state.is_marked else "bookmark")
        self.mark_button.setText(_("Bookmarked") if state.is_marked else _("Bookmark"))
        if state.page is None or (state.page.full_title, state.blocks) == self._shown:
            return
        self._shown = (state.page.full_title, state.blocks)
        self.title.setText(state.page.full_title)
        self._context.setText(_facts(state.page))
        self.text.setAccessibleName(state.page.full_title)
        self.text.show_blocks(state.blocks)

    def _fit(self) -> None:
        """At large text the buttons show their icons alone, so that nothing is cut off."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonTextBesideIcon if self._theme.scale < _LARGE else style.ToolButtonIconOnly
        for button in (self.mark_button, self.copy_button, self.print_button):
            button.setToolButtonStyle(shown)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.back_button, self.forward_button):
            actions.addWidget(button)
        actions.addStretch(1)
        for button in (self.mark_button, self.copy_button, self.find_button, self.print_button):
            actions.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(actions)
        layout.addWidget(self.title)
        layout.addWidget(self._context)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.text, 1)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def _connect(self) -> None:
        model = self._model
        self.back_button.clicked.connect(model.go_back)
        self.forward_button.clicked.connect(model.go_forward)
        self.mark_button.clicked.connect(model.toggle_mark)
        self.copy_button.clicked.connect(self.copy_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.find_button.clicked.connect(self.find_bar.open)
        self.find_bar.closed.connect(self.text.setFocus)
        self.text.page_asked.connect(model.open)
        model.changed.connect(self.show_state)


def _facts(page: Page) -> str:
    """Where the page stands, its first source and its date, in one line."""
    parts = [page.context]
    if page.sources:
        parts.append(f"{author(page.kind, page.sources[0])}, {long_date(page.as_of)}")
    if page.status == "draft" and page.kind != "plan":
        parts.append(_("draft, not yet reviewed"))
    parts.append(badge(page.lang))
    return " · ".join(filter(None, parts))
