"""What the window shows: navigation, one search box over everything, the page in use, the status line."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from amparo.core.errors import AppError
from amparo.core.model import Kind
from amparo.core.settings import Settings
from amparo.core.states import page_of_state
from amparo.ui import dropping, status
from amparo.ui.bookmarks.binding import BookmarksBinding
from amparo.ui.dialogs import Dialogs
from amparo.ui.firstpaint import FirstPaint
from amparo.ui.frame import frame
from amparo.ui.home.page import HomePage
from amparo.ui.home.tasks import Task, tasks_for
from amparo.ui.navigation import Navigation
from amparo.ui.notice import Notice
from amparo.ui.previews import Previews
from amparo.ui.results.finding import Finding
from amparo.ui.searchbox import SearchBox
from amparo.ui.services import Services
from amparo.ui.shelf.shelves import PLAN, SHELVES, filled, shelf_of
from amparo.ui.shortcuts import add_shortcuts
from amparo.ui.theme.tokens import NARROW_PX
from amparo.ui.updates.binding import UpdatesBinding
from amparo.ui.vault.binding import VaultBinding

if TYPE_CHECKING:  # each of these is loaded when it is first gone to; the first window is the sooner up
    from amparo.ui.bookmarks.page import BookmarksPage
    from amparo.ui.cases.page import CasesPage
    from amparo.ui.reader.model import ReadingModel
    from amparo.ui.results.model import ResultsModel
    from amparo.ui.results.page import ResultsPage
    from amparo.ui.settings.page import SettingsPage
    from amparo.ui.shelf.page import ShelfPage
    from amparo.ui.updates.page import UpdatesPage

AnyPage = TypeVar("AnyPage", bound=QWidget)
PAGES = ("home", "cases", "bookmarks", "updates", "settings", "results")
"""The attributes of the window that are its pages; a shelf is a page too."""


class Window(QWidget):
    """Puts the pages together; each page knows its own business."""

    setting_chosen = Signal(str, object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        store, settings, theme = services.store, services.settings.current, services.theme
        assert settings.role is not None
        self._language = settings.language
        self.heads = store.heads(settings.language)
        self._mine = store.pages_for(settings.role, settings.language)
        self.navigation = Navigation(theme, filled(self.heads))
        self.search_box = SearchBox(theme)
        self.notice = Notice(theme)
        self.status = status.StatusLine(settings, store.edition, services.today())
        self.stack = QStackedWidget()
        tasks = tasks_for(settings.role, settings.state)
        self.home = HomePage(tasks, self._mine, store.edition, services.today(), theme)
        self.stack.addWidget(self.home)
        self.previews, self.dialogs = Previews(self, services), Dialogs(self)
        self.current = "home"
        above = (self.search_box, self.notice)
        frame(self, self.stack, beside=self.navigation, above=above, below=self.status)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._finding = Finding(self)
        self.vault = VaultBinding(self, services.vault)
        self.marks = BookmarksBinding(self, services.bookmarks, self.heads)
        self.updating = UpdatesBinding(self)
        self._connect()
        add_shortcuts(self)
        self.marks.show()
        self.show_page("home")
        clock = status.clock_trouble(store.edition, services.today())
        self.tell(" ".join(filter(None, (services.settings.trouble, services.bookmarks.trouble, clock))))
        FirstPaint(self, self._show_numbers)  # msgspec, 25 ms

    @cached_property
    def reading(self) -> ReadingModel:
        """What is being read."""
        from amparo.ui.reader.model import ReadingModel

        model = ReadingModel(self.services.store, self.services.bookmarks, self._language)
        model.marked.connect(self.marks.show)
        model.failed.connect(self.tell_error)
        return model

    @cached_property
    def library(self) -> ShelfPage:
        """The shelves, and the reading pane."""
        from amparo.ui.shelf.page import ShelfPage

        page = ShelfPage(self.heads, self._mine, self.reading, self.services)
        page.call_sheet_asked.connect(self.previews.call_sheet)
        page.reading.print_asked.connect(self.previews.current)
        page.reading.copy_asked.connect(self.copy_current)
        page.reading.showing_asked.connect(self.dialogs.card)
        page.reading.text.address_asked.connect(self.dialogs.lead_out)
        return self._add(page)

    @cached_property
    def results_model(self) -> ResultsModel:
        """What was asked, and found."""
        from amparo.ui.results.model import ResultsModel

        return ResultsModel(self.updating.search, self._language)

    @cached_property
    def results(self) -> ResultsPage:
        """What the search found."""
        from amparo.ui.results.page import ResultsPage

        page = ResultsPage(self.results_model, self.services.theme)
        page.page_asked.connect(self.read)
        page.guess_taken.connect(self.search_box.setText)
        page.plan_asked.connect(self._show_plan)
        return self._add(page)

    @cached_property
    def cases(self) -> CasesPage:
        """Cases and visits of the vault."""
        from amparo.ui.cases.page import CasesPage

        page = CasesPage(self.services)
        page.screening_asked.connect(self.begin_screening)
        page.sheet_made.connect(self.previews.record)
        page.outbox_changed.connect(self.show_outbox)
        page.idle_chosen.connect(lambda minutes: self.setting_chosen.emit("idle_min", minutes))
        return self._add(page)

    @cached_property
    def bookmarks(self) -> BookmarksPage:
        """All bookmarks."""
        return self._add(self.marks.page())

    @cached_property
    def updates(self) -> UpdatesPage:
        """What the kit has, and from whom."""
        return self._add(self.updating.page())

    @cached_property
    def settings(self) -> SettingsPage:
        """The officer's choices."""
        from amparo.ui.settings.page import SettingsPage

        page = SettingsPage(self.services.settings.current, self.services.theme, is_first_start=False)
        page.chosen.connect(self.setting_chosen)
        page.finished.connect(self._show_home)
        page.licences_asked.connect(self.dialogs.licences)
        return self._add(page)

    @property
    def text_size(self) -> int:
        """In percent."""
        return self.services.settings.current.text_size

    def show_page(self, name: str) -> None:
        """Go to one of the `PAGES`, or to a shelf."""
        page: QWidget = self.library if name in SHELVES else getattr(self, name)
        if name in SHELVES:
            self.library.show_shelf(name)
        elif name == "settings":
            self.settings.show_settings(self.services.settings.current)
        elif name == "cases":
            self.cases.take_keys()
        elif name == "updates":
            self.services.updates().refresh()
        self.current = name
        self.stack.setCurrentWidget(page)
        self.navigation.show_current(name)

    def read(self, page: str) -> None:
        """Open a page of the content, and give it the keys."""
        if self.updating.is_offered:
            self.updating.reload_asked.emit(page)  # whoever goes on, goes on in the new edition
            return
        self.reading.open(page)
        opened = self.reading.state.page
        self.show_page(shelf_of(opened) if opened else PLAN)
        self.library.reading.middle.take_keys()

    def do_task(self, task: Task) -> None:
        """Begin one of the three tasks."""
        if task.screens:
            self.begin_screening(task.page)
        else:
            self.read(task.page)
        if task.prints:
            self.previews.current()

    def begin_screening(self, checklist: str) -> None:
        """Screen a person by a checklist, or go on with it."""
        self.read(checklist)
        self.library.reading.middle.begin_screening()

    def copy_current(self) -> None:
        """Put the page's text with its source on the clipboard; it is public text."""
        QGuiApplication.clipboard().setText(self.reading.quotation())

    def tell(self, words: str) -> None:
        """Show sentences over the page; nothing for none."""
        self.notice.tell(words)

    def tell_error(self, error: AppError) -> None:
        """Show what happened, and what to do."""
        self.tell(str(error))

    def show_settings(self, settings: Settings, trouble: str) -> None:
        """Show what was chosen, and what is wrong, if anything."""
        if self.current == "settings":
            self.settings.show_settings(settings)
        self.status.show_syncing(on=settings.syncs)
        self.tell(trouble)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere."""
        dropping.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file to where it belongs."""
        dropping.take(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room of the navigation's words where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _show_numbers(self) -> None:
        """Show whom to call in the officer's state."""
        own = page_of_state(self.services.settings.current.state)
        entry = self.services.store.entry(own, self._language)
        self.status.show_emergency(entry)
        self.show_outbox()
        self.home.show_calls(entry)

    def show_outbox(self) -> None:
        """Show in the status line what waits to be delivered."""
        put_on = [item.put_on for item in self.services.outbox.waiting()]
        self.status.show_waiting(put_on, self.services.today())

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < NARROW_PX or self.services.theme.scale >= 2)

    def _add(self, page: AnyPage) -> AnyPage:
        self.stack.addWidget(page)
        return page

    def _show_home(self) -> None:
        self.show_page("home")

    def _show_plan(self) -> None:
        self.show_page(PLAN)

    def _show_mine(self) -> None:
        self.library.only_mine.setChecked(True)
        first = next((head for head in self._mine if head.kind != Kind.PLAN), self._mine[0])
        self.show_page(shelf_of(first))

    def _show_all_bookmarks(self) -> None:
        self.show_page("bookmarks")

    def _connect(self) -> None:
        self.navigation.page_asked.connect(self.show_page)
        self.home.task_asked.connect(self.do_task)
        self.home.page_asked.connect(self.read)
        self.home.mine_asked.connect(self._show_mine)
        self.home.bookmarks_asked.connect(self._show_all_bookmarks)
        self.services.theme.changed.connect(self._fit)
