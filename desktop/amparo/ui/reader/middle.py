"""What stands in the middle of the reading pane: the text, a scenario to try, or a screening."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from amparo.core.i18n import _
from amparo.core.model import Kind, Page
from amparo.core.scenes import Scene
from amparo.core.states import page_of_state
from amparo.ui.reader.model import ReadingModel, ReadingState
from amparo.ui.reader.text import PageText
from amparo.ui.services import Services

if TYPE_CHECKING:  # loaded when the first of them is shown
    from amparo.ui.screening.view import ScreeningView
    from amparo.ui.training.view import SceneView


class Middle(QStackedWidget):
    """Shows a page as what it is for: most are read, scenarios are tried, checklists may be answered."""

    screening_changed = Signal(bool)

    def __init__(self, model: ReadingModel, services: Services) -> None:
        super().__init__()
        self._model, self._services = model, services
        self.text = PageText(services.theme)
        self.addWidget(self.text)
        self.text.page_asked.connect(model.open)

    @cached_property
    def scene(self) -> SceneView:
        """The scenario in view."""
        from amparo.ui.training.view import SceneView

        view = SceneView(self._services.sitting)
        view.next_asked.connect(self._model.go_on)
        self.addWidget(view)
        return view

    @cached_property
    def screening(self) -> ScreeningView:
        """The screening in view."""
        from amparo.ui.screening.view import ScreeningView

        services = self._services
        own = page_of_state(services.settings.current.state)
        entries = {entry.page: entry for entry in services.store.entries(services.settings.current.language)}
        view = ScreeningView(services.screenings, services.vault, entries.get(own), services.theme)
        view.ended.connect(self.end_screening)
        view.forget_asked.connect(self._forget)
        view.keep_asked.connect(self._keep)
        view.page_asked.connect(self._model.open)
        self.addWidget(view)
        return view

    def minimumSizeHint(self) -> QSize:
        """That of what is shown; Qt would take the widest of all."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    @property
    def is_text(self) -> bool:
        """Whether it is read, so that one can find words in it."""
        return self.currentWidget() is self.text

    @property
    def is_screening(self) -> bool:
        """Whether a checklist is being answered."""
        return "screening" in self.__dict__ and self.currentWidget() is self.screening

    def show_page(self, page: Page, state: ReadingState) -> None:
        """Show a page that was opened; a checklist that was begun goes on."""
        had_keys = self.isAncestorOf(focus) if (focus := QApplication.focusWidget()) else False
        scene = next((block for block in page.blocks if isinstance(block, Scene)), None)
        if scene is not None and page.parent is not None:
            self.scene.show_scene(page, scene, self._model.siblings())
            self._show(self.scene)
        elif page.kind == Kind.CHECKLIST and not self._services.screenings.of(page.id).is_empty:
            self.begin_screening()
        else:
            self._read(page, state)
        if had_keys and not self.is_text:
            self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to what is shown."""
        if self.is_text:
            self.text.setFocus()
        elif self.is_screening:
            self.screening.take_keys()
        else:
            self.scene.take_keys()

    def begin_screening(self) -> None:
        """Answer the checklist on view."""
        page = self._model.state.page
        if page is not None and page.kind == Kind.CHECKLIST:
            self.screening.show_checklist(page)
            self._show(self.screening)
            self.screening.take_keys()

    def end_screening(self) -> None:
        """Read the checklist again; the answers stay."""
        state = self._model.state
        if state.page is not None:
            self._read(state.page, state)
            self.text.setFocus()

    def _forget(self) -> None:
        from amparo.ui.messages import ask

        page = self._model.state.page
        if page is None:
            return
        question = _("All answers and notes of this screening will be gone. Begin again?")
        is_kept = bool(self._services.screenings.of(page.id).kept_with)
        if is_kept or ask(self, question, _("Begin again")):
            self._services.keeping.discard(page.id)
            self.screening.take_keys()

    def _keep(self) -> None:
        from amparo.ui.cases.keep import ask_where_to_keep

        if page := self._model.state.page:
            ask_where_to_keep(self, self._services, page.id)

    def _read(self, page: Page, state: ReadingState) -> None:
        self.text.setAccessibleName(page.full_title)
        self.text.show_blocks(state.blocks)
        self._show(self.text)

    def _show(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.screening_changed.emit(self.is_screening)
