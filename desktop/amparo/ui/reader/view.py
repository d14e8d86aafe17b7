"""The reading pane: title, what one can do with the page, and its text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from amparo.core.blocks import Block
from amparo.core.dates import long_date
from amparo.core.i18n import _, badge
from amparo.core.kinds import author
from amparo.core.model import Kind, Page
from amparo.core.scenes import Scene
from amparo.ui.reader.find_bar import FindBar
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.text import PageText
from amparo.ui.theme.theme import Theme
from amparo.ui.training.sitting import Sitting
from amparo.ui.widgets import IconButton, button, label

if TYPE_CHECKING:
    from amparo.ui.training.view import SceneView

_LARGE = 1.5


class ReadingPane(QWidget):
    """Draws what the model reads, and passes gestures on; a scenario is drawn to be tried."""

    print_asked = Signal()
    copy_asked = Signal()
    showing_asked = Signal()  # the card on view, to a person

    def __init__(self, model: ReadingModel, sitting: Sitting, theme: Theme) -> None:
        super().__init__()
        self._model, self._sitting, self._theme = model, sitting, theme
        self._shown: tuple[str, tuple[Block, ...]] = ("", ())
        self.title = label("", "title")
        self._context = label("", "quiet")
        self.text = PageText(theme)
        self.find_bar = FindBar(self.text, theme)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.text)
        self.back_button = IconButton(theme, "back", _("Back"))
        self.forward_button = IconButton(theme, "forward", _("Forward"))
        self.mark_button = IconButton(theme, "bookmark", _("Bookmark"), text=True)
        self.copy_button = IconButton(theme, "copy", _("Copy with source"), text=True)
        self.find_button = IconButton(theme, "find", _("Find in this page"))
        self.print_button = IconButton(theme, "print", _("Print"), text=True)
        self.show_button = button(_("Show to a person"), self.showing_asked.emit, "primary")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()
        self.show_state(model.state)

    @cached_property
    def scene(self) -> SceneView:
        """The scenario in view; loaded with the first."""
        from amparo.ui.training.view import SceneView

        view = SceneView(self._sitting)
        view.next_asked.connect(self._model.go_on)
        self._middle.addWidget(view)
        return view

    def take_keys(self) -> None:
        """Give the keys to what is read."""
        if self._middle.currentWidget() is self.text:
            self.text.setFocus()
        else:
            self.scene.take_keys()

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
        self.show_button.setVisible(state.page.kind == Kind.RIGHTS)
        scene = next((block for block in state.page.blocks if isinstance(block, Scene)), None)
        if scene is not None and state.page.parent is not None:
            self._show_scene(state.page, scene)
            return
        self.text.setAccessibleName(state.page.full_title)
        self.text.show_blocks(state.blocks)
        self._show_middle(self.text)

    def _show_scene(self, page: Page, scene: Scene) -> None:
        had_keys = self.scene.isAncestorOf(focus) if (focus := QApplication.focusWidget()) else False
        self.scene.show_scene(page, scene, self._model.siblings())
        self._show_middle(self.scene)
        if had_keys:
            self.scene.take_keys()

    def _show_middle(self, widget: QWidget) -> None:
        self._middle.setCurrentWidget(widget)
        self.find_button.setEnabled(widget is self.text)  # a scenario is all in sight
        if widget is not self.text:
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
        layout.addWidget(self._middle, 1)
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
