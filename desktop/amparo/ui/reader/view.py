"""The reading pane: title, what one can do with the page, and its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amparo.core.blocks import Block
from amparo.core.dates import long_date
from amparo.core.i18n import N_, _, badge
from amparo.core.kinds import author
from amparo.core.model import Kind, Page
from amparo.ui.reader.find_bar import FindBar
from amparo.ui.reader.middle import Middle
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.text import PageText
from amparo.ui.services import Services
from amparo.ui.widgets import IconButton, button, label

_LARGE = 1.5
_DEEDS = {Kind.CHECKLIST: N_("Screen a person"), Kind.RIGHTS: N_("Show to a person")}
"""What a page of a kind is for, beside reading it."""


class ReadingPane(QWidget):
    """Draws what the model reads, and passes gestures on; a scenario is drawn to be tried."""

    print_asked = Signal()
    copy_asked = Signal()
    showing_asked = Signal()  # the card on view, to a person

    def __init__(self, model: ReadingModel, services: Services) -> None:
        super().__init__()
        theme = services.theme
        self._model, self._theme, self._services = model, theme, services
        self._shown: tuple[str, tuple[Block, ...]] = ("", ())
        self.title = label("", "title")
        self._context = label("", "quiet")
        self.middle = Middle(model, services)
        self.find_bar = FindBar(self.text, theme)
        self.back_button = IconButton(theme, "back", _("Back"))
        self.forward_button = IconButton(theme, "forward", _("Forward"))
        self.mark_button = IconButton(theme, "bookmark", _("Bookmark"), text=True)
        self.copy_button = IconButton(theme, "copy", _("Copy with source"), text=True)
        self.find_button = IconButton(theme, "find", _("Find in this page"))
        self.print_button = IconButton(theme, "print", _("Print"), text=True)
        self.show_button = button("", self.act, "primary")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()
        self.show_state(model.state)

    @property
    def text(self) -> PageText:
        """The text of the page, shown or behind a scenario."""
        return self.middle.text

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
        changed = _("changed in edition {version}").format(version=self._services.store.edition.version)
        is_changed = state.page.id in self._services.changed
        self._context.setText(" · ".join(filter(None, (_facts(state.page), changed if is_changed else ""))))
        self.show_button.setText(_(_DEEDS.get(state.page.kind, "")))
        self.show_button.setAccessibleName(self.show_button.text())
        self.middle.show_page(state.page, state)
        self._show_buttons()

    def act(self) -> None:
        """Do what the page is for: show a card to a person, screen one by a checklist."""
        page = self._model.state.page
        if page is not None and page.kind == Kind.CHECKLIST:
            self.middle.begin_screening()
        else:
            self.showing_asked.emit()

    def _show_buttons(self) -> None:
        page = self._model.state.page
        has_deed = page is not None and page.kind in _DEEDS
        self.show_button.setVisible(has_deed and not self.middle.is_screening)
        self.find_button.setEnabled(self.middle.is_text)  # all else is all in sight
        if not self.middle.is_text:
            self.find_bar.hide()

    def _fit(self) -> None:
        """At large text the buttons show their icons alone, so that nothing is cut off."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonTextBesideIcon if self._theme.scale < _LARGE else style.ToolButtonIconOnly
        for worded in (self.mark_button, self.copy_button, self.print_button):
            worded.setToolButtonStyle(shown)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for plain in (self.back_button, self.forward_button):
            actions.addWidget(plain)
        actions.addWidget(self.show_button)
        self.show_button.hide()
        actions.addStretch(1)
        for plain in (self.mark_button, self.copy_button, self.find_button, self.print_button):
            actions.addWidget(plain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(actions)
        layout.addWidget(self.title)
        layout.addWidget(self._context)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.middle, 1)
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
        self.middle.screening_changed.connect(self._show_buttons)
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
