"""The window: navigation, one search box over everything, the page in use, the status line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.model import Kind, PageHead, PageId
from amparo.core.settings import Settings, SettingsFile
from amparo.library.bookmarks import Bookmarks
from amparo.library.store import Store
from amparo.ui import messages, status
from amparo.ui.bookmarks.page import BookmarksPage
from amparo.ui.home.page import HomePage
from amparo.ui.home.tasks import Task
from amparo.ui.jobs import Jobs
from amparo.ui.keys import KeysDialog
from amparo.ui.navigation import Navigation
from amparo.ui.plan.page import PlanPage
from amparo.ui.printouts import Printouts
from amparo.ui.reader.model import ReadingModel
from amparo.ui.results.model import ResultsModel
from amparo.ui.results.page import ResultsPage
from amparo.ui.searchbox import SearchBox
from amparo.ui.searching import SearchThread
from amparo.ui.settings.page import SettingsPage
from amparo.ui.shortcuts import add_shortcuts
from amparo.ui.theme.theme import Theme
from amparo.ui.theme.tokens import NARROW_PX


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the window is made over; it outlives the window, which is made anew for another language."""

    store: Store
    settings: SettingsFile
    bookmarks: Bookmarks
    search: SearchThread
    jobs: Jobs
    theme: Theme
    today: Callable[[], date]


class Window(QMainWindow):
    """Puts the pages together; each page knows its own business."""

    setting_chosen = Signal(str, object)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        store, settings, theme = services.store, services.settings.current, services.theme
        assert settings.role is not None
        self.setWindowTitle(_("Amparo"))
        self.reading = ReadingModel(store, services.bookmarks, settings.language)
        self.results_model = ResultsModel(services.search, settings.language)
        self.navigation = Navigation(theme, _pages(), last=1)
        self.search_box = SearchBox(theme)
        self.notice = messages.Notice(theme)
        mine = store.items_for(settings.role, settings.language)
        self.home = HomePage(settings.role, mine, store.edition, _missing(store), services.today(), theme)
        self.plan = PlanPage(store.heads(settings.language, kind=Kind.PLAN), mine, self.reading, theme)
        self.results = ResultsPage(self.results_model, theme)
        self.bookmarks = BookmarksPage()
        self.settings = SettingsPage(settings, theme, is_first_start=False)
        self.printouts = Printouts(store, settings)
        self.stack = QStackedWidget()
        self.pages: dict[str, QWidget] = {
            "home": self.home,
            "plan": self.plan,
            "bookmarks": self.bookmarks,
            "settings": self.settings,
            "results": self.results,
        }
        self._before_results = "home"
        self._lay_out()
        self._connect()
        add_shortcuts(self)
        self.show_bookmarks()
        self.show_page("home")
        clock = status.clock_trouble(store.edition, services.today())
        self.tell(" ".join(filter(None, (services.settings.trouble, services.bookmarks.trouble, clock))))

    @property
    def current(self) -> str:
        """The name of the page in use."""
        return next(name for name, page in self.pages.items() if page is self.stack.currentWidget())

    @property
    def text_size(self) -> int:
        """In percent."""
        return self._services.settings.current.text_size

    def show_page(self, name: str) -> None:
        """Go to a page by its name: home, plan, bookmarks, settings, results."""
        if name == "plan":
            self.plan.open_something()
        elif name == "settings":
            self.settings.show_settings(self._services.settings.current)
        self.stack.setCurrentWidget(self.pages[name])
        self.navigation.show_current(name)

    def read(self, page: str) -> None:
        """Open a page of the content, and give it the keys."""
        self.reading.open(page)
        self.show_page("plan")
        self.plan.reading.text.setFocus()

    def do_task(self, task: Task) -> None:
        """Begin one of the three tasks."""
        if not task.page:
            self.search_box.take_keys()
            return
        self.plan.only_mine.setChecked(task.only_mine)
        self.read(task.page)
        if task.prints:
            self.print_current()

    def print_current(self) -> None:
        """Show the preview of what is on the screen."""
        from amparo.ui.preview.dialog import PreviewDialog  # not before somebody prints

        printout = self.printouts.of(self)
        services = self._services
        PreviewDialog(printout, services.settings, services.jobs, services.theme, self).open()

    def copy_current(self) -> None:
        """Put the page's text with its source on the clipboard; it is public text."""
        QGuiApplication.clipboard().setText(self.reading.quotation())

    def show_keys(self) -> None:
        """Show what every key does."""
        KeysDialog(self).open()

    def tell(self, words: str) -> None:
        """Show sentences over the page; nothing for none."""
        self.notice.tell(words)

    def show_settings(self, settings: Settings, trouble: str) -> None:
        """Show what was chosen, and what is wrong, if anything."""
        self.settings.show_settings(settings)
        self.tell(trouble)

    def marked_heads(self) -> tuple[PageHead, ...]:
        """The pages that are marked, the latest first; those of another edition are kept, and not shown."""
        store, language = self._services.store, self._services.settings.current.language
        heads = {head.id: head for head in store.heads(language)}
        return tuple(heads[page] for page in self._services.bookmarks.pages() if page in heads)

    def show_bookmarks(self) -> None:
        """List the bookmarks as they now are, wherever they are listed."""
        heads = self.marked_heads()
        self.home.show_bookmarks(heads)
        self.bookmarks.show_bookmarks(heads)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever opened the window."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room of the navigation's words where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < NARROW_PX or self._services.theme.scale >= 2)

    def _search(self, query: str) -> None:
        if query.strip() and self.current != "results":
            self._before_results = self.current
            self.show_page("results")
        self.results_model.search(query)
        if not query.strip():
            self._leave_results()

    def _leave_results(self) -> None:
        if self.current == "results":
            self.show_page(self._before_results)

    def _show_mine(self) -> None:
        self.plan.only_mine.setChecked(True)
        self.show_page("plan")

    def _unmark(self, page: str) -> None:
        try:
            self._services.bookmarks.remove(PageId(page))
        except AppError as error:
            self.tell(str(error))
        self.show_bookmarks()

    def _ask_for_address(self, address: str) -> None:
        question = _("This leads out of the kit, to {address}. Open it in the browser?").format(
            address=address
        )
        if messages.ask(self, question, _("Open in the browser")):
            QDesktopServices.openUrl(QUrl(address))

    def _connect(self) -> None:
        self.navigation.page_asked.connect(self.show_page)
        self.search_box.typed.connect(self._search)
        self.search_box.entered.connect(self.results.open_when_found)
        self.search_box.left.connect(self._leave_results)
        self.search_box.down_asked.connect(self.results.list.setFocus)
        self.results.page_asked.connect(self.read)
        self.results.guess_taken.connect(self.search_box.setText)
        self.results.plan_asked.connect(lambda: self.show_page("plan"))
        self.home.task_asked.connect(self.do_task)
        self.home.page_asked.connect(self.read)
        self.home.mine_asked.connect(self._show_mine)
        self.home.bookmarks_asked.connect(lambda: self.show_page("bookmarks"))
        self.bookmarks.page_asked.connect(self.read)
        self.bookmarks.removal_asked.connect(self._unmark)
        self.settings.chosen.connect(self.setting_chosen)
        self.settings.finished.connect(lambda: self.show_page("home"))
        pane = self.plan.reading
        pane.print_asked.connect(self.print_current)
        pane.copy_asked.connect(self.copy_current)
        pane.text.address_asked.connect(self._ask_for_address)
        self.reading.marked.connect(self.show_bookmarks)
        self.reading.failed.connect(lambda error: self.tell(str(error)))
        self._services.theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        for page in self.pages.values():
            self.stack.addWidget(page)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(32, 16, 32, 4)
        above.addWidget(self.search_box)
        above.addWidget(self.notice)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(top)
        right.addWidget(self.stack, 1)
        services = self._services
        self.status = status.StatusLine(services.settings.current, services.store, services.today())
        right.addWidget(self.status)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.navigation)
        across.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def _pages() -> tuple[tuple[str, str, str], ...]:
    return (
        ("home", "home", _("Home")),
        ("plan", "plan", _("Work Plan")),
        ("bookmarks", "bookmark", _("Bookmarks")),
        ("settings", "settings", _("Settings")),
    )


def _missing(store: Store) -> tuple[Kind, ...]:
    wanted = (Kind.CHECKLIST, Kind.GUIDANCE, Kind.DIRECTORY, Kind.FORM)
    return tuple(kind for kind in wanted if not store.has(kind))
