"""The composition root: places, settings, services, window. Only it knows everybody."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from amparo.core import i18n
from amparo.core.errors import AppError
from amparo.core.log import log_to
from amparo.core.places import Places, find_places
from amparo.core.settings import Settings, SettingsFile
from amparo.exchange.outbox import Outbox
from amparo.library.bookmarks import Bookmarks
from amparo.library.manifest import read_manifest, verify_library
from amparo.library.store import Store
from amparo.ui.firstpaint import FirstPaint
from amparo.ui.jobs import Jobs
from amparo.ui.screening.keeping import Keeping
from amparo.ui.screening.sitting import Screenings
from amparo.ui.searching import SearchThread
from amparo.ui.services import Services
from amparo.ui.theme.theme import Theme
from amparo.ui.training.sitting import Sitting
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.watch import Watch
from amparo.ui.window import Window

if TYPE_CHECKING:
    from amparo.library.manifest import Manifest
    from amparo.library.search import Search
    from amparo.ui.firststart import FirstStart
    from amparo.ui.vault.state import VaultState

NO_DISPLAY = -1
"""No display answered, and nothing was opened."""


class Kit:
    """The running kit: opens windows over services that outlive them."""

    def __init__(self, app: QApplication, places: Places) -> None:
        self._app, self.places = app, places
        # Qt's own file dialog remembers its last folder there; nothing of ours lies outside our place
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(places.data / "qt"))
        self._settings = SettingsFile(places.settings)
        self._translator = QTranslator()
        self._speak()
        self.theme = Theme(app, self._settings.current, places.fonts)
        self._jobs = Jobs()
        self._sitting, self._screenings = Sitting(), Screenings()
        self.vault, self._watch = VaultModel(places.vaults), Watch(app)
        self._keeping = Keeping(self._screenings, self.vault)
        self.vault.changed.connect(self._watch_vault)
        self._watch.expired.connect(self.vault.lock)
        self._search: SearchThread | None = None
        self._store: Store | None = None
        self.window: QWidget | None = None
        self._first_start: FirstStart | None = None

    def open(self) -> None:
        """Show the first window: the question of the first start, the kit, or what is wrong with it."""
        try:
            manifest = read_manifest(self.places.content)
            verify_library(self.places.content, manifest)
            self._store = Store(self.places.content)
        except AppError as error:
            from amparo.ui.trouble import Trouble

            self._show(Trouble(error, self.places))
            return
        self._search = SearchThread(partial(_open_search, self.places, manifest))
        self._open_window()
        assert self.window is not None
        FirstPaint(self.window, self._search.open)  # whoosh, 150 ms: not before the first window is up

    def close(self) -> None:
        """End what runs, lock the vault, and let go of every file."""
        self.vault.close()
        self._jobs.close()
        if self._search is not None:
            self._search.close()
        if self._store is not None:
            self._store.close()

    def _open_window(self, page: str = "home") -> None:
        if not self._settings.current.are_chosen:
            from amparo.ui.firststart import FirstStart

            first = FirstStart(self._suggested(), self._settings.trouble, self.theme)
            first.chosen.connect(self._choose)
            first.finished.connect(self._end_first_start)
            self._first_start = first
            self._show(first)
            return
        self._first_start = None
        assert self._store is not None
        assert self._search is not None
        services = Services(
            store=self._store,
            settings=self._settings,
            bookmarks=Bookmarks(self.places.bookmarks),
            search=self._search,
            jobs=self._jobs,
            theme=self.theme,
            sitting=self._sitting,
            screenings=self._screenings,
            vault=self.vault,
            keeping=self._keeping,
            outbox=Outbox(self.places.outbox),
            today=date.today,
        )
        window = Window(services)
        window.setting_chosen.connect(self._choose)
        window.show_page(page)
        self._show(window)

    def _watch_vault(self, state: VaultState) -> None:
        if state.is_open and not self._watch.is_on:
            self._watch.set_idle(self._settings.current.idle_min)
            self._watch.start()
        elif not state.is_open:
            self._watch.stop()

    def _suggested(self) -> Settings:
        """What was chosen, with the system's language until there is a choice."""
        chosen = self._settings.current
        return replace(chosen, language=chosen.language or _system_language())

    def _end_first_start(self) -> None:
        self._settings.change(language=self._suggested().language)
        self._open_window()

    def _choose(self, name: str, value: object) -> None:
        """Keep a choice and show the kit accordingly; another language or role makes the window anew."""
        settings = self._settings.change(**{name: value})
        self.theme.choose(settings)
        self._watch.set_idle(settings.idle_min)
        if name == "language":
            self._speak()
        if isinstance(self.window, Window) and name in ("language", "role", "state"):
            QTimer.singleShot(0, partial(self._open_window, "settings"))  # not under the signal's feet
        elif self._first_start and name == "language":
            QTimer.singleShot(0, self._open_window)
        elif isinstance(self.window, Window):
            self.window.show_settings(settings, self._settings.trouble)
        elif self._first_start:
            self._first_start.show_settings(self._suggested(), self._settings.trouble)

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        if old is None:
            room = window.screen().availableSize()
            window.resize(min(1366, room.width()), min(768, room.height()))
        else:
            window.setGeometry(old.geometry())
        window.show()
        if old is not None:
            window.activateWindow()
            old.close()
            old.deleteLater()

    def _speak(self) -> None:
        language = self._settings.current.language or _system_language()
        i18n.use(language)
        QLocale.setDefault(QLocale(language))
        self._app.removeTranslator(self._translator)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        name = {"pt": "qtbase_pt_BR"}.get(language, f"qtbase_{language}")
        if language != i18n.ENGLISH and self._translator.load(name, where):
            self._app.installTranslator(self._translator)


def open_window() -> int:
    """Open the window and stay until it is closed; the exit code, or `NO_DISPLAY`."""
    asked = "QT_QPA_PLATFORM" in os.environ
    if sys.platform.startswith("linux") and not asked:
        # the last platform cannot fail, so that Qt never aborts for want of a display
        first = "wayland;xcb" if "WAYLAND_DISPLAY" in os.environ else "xcb;wayland"
        os.environ["QT_QPA_PLATFORM"] = f"{first};offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    app = QApplication(sys.argv[:1])
    if QApplication.platformName() == "offscreen" and not asked:
        return NO_DISPLAY
    app.setApplicationName("Amparo")
    app.setDesktopFileName("amparo")
    places = find_places()
    log_to(places.log)
    kit = Kit(app, places)
    sys.excepthook = partial(_show_bug, kit)
    kit.open()
    assert kit.window is not None
    FirstPaint(kit.window, _collect_again)
    code = app.exec()
    kit.close()
    return code


def _show_bug(kit: Kit, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from amparo.ui import messages

    messages.log.critical("a mistake of the program", exc_info=(kind, error, trace))
    messages.show_bug(messages.report_of(kind, trace), kit.window)


def _collect_again() -> None:
    gc.enable()
    gc.freeze()  # what is there now stays until the end, and need not be looked through


def _open_search(places: Places, manifest: Manifest) -> Search:
    """In the search thread."""
    from amparo.library.search import Search

    return Search(places.content, manifest)


def _system_language() -> str:
    """The system's language where the kit speaks it, else English."""
    system = QLocale.system().name()[:2]
    return system if system in i18n.offered() else i18n.ENGLISH
