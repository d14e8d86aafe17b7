"""The composition root: places, settings, services, what the window shows. Only it knows everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from amparo.core import i18n
from amparo.core.errors import AppError
from amparo.core.places import Places
from amparo.core.settings import Settings, SettingsFile
from amparo.exchange.outbox import Outbox
from amparo.library.bookmarks import Bookmarks
from amparo.library.versions import Content, Versions
from amparo.ui.firstpaint import FirstPaint
from amparo.ui.jobs import Jobs
from amparo.ui.opened import OpenContent, opened
from amparo.ui.screening.keeping import Keeping
from amparo.ui.screening.sitting import Screenings
from amparo.ui.services import Services
from amparo.ui.shelf.shelves import SHELVES
from amparo.ui.shell import Shell
from amparo.ui.theme.theme import Theme
from amparo.ui.training.sitting import Sitting
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.watch import Watch
from amparo.ui.window import Window

if TYPE_CHECKING:
    from amparo.ui.firststart import FirstStart
    from amparo.ui.updates.model import UpdatesModel
    from amparo.ui.updates.syncing import Syncing
    from amparo.ui.vault.state import VaultState


class Kit:
    """The running kit: what its one window shows comes and goes over services that outlive it.

    Attributes:
        window: what is shown: the question of the first start, the kit, or what is wrong with it.
    """

    def __init__(self, app: QApplication, places: Places, settings: SettingsFile, shell: Shell) -> None:
        self._app, self.places, self._settings, self.shell = app, places, settings, shell
        # Qt's own file dialog remembers its last folder there; nothing of ours lies outside our place
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(places.data / "qt"))
        self._translator = QTranslator()
        self._speak()
        self.theme = Theme(app, self._settings.current, places.fonts)
        self._jobs = Jobs()
        self._sitting, self._screenings = Sitting(), Screenings()
        self.vault, self._watch = VaultModel(places.vaults), Watch(app)
        self._keeping = Keeping(self._screenings, self.vault)
        self.vault.changed.connect(self._watch_vault)
        self._watch.expired.connect(self.vault.lock)
        self._outbox, self._versions = Outbox(places.outbox), Versions(places.received, places.content)
        self._content: OpenContent | None = None
        self._before: list[OpenContent] = []  # editions that a page may still be read from
        self.window: QWidget | None = None
        self._first_start: FirstStart | None = None

    def open(self) -> None:
        """Show what there is to show first."""
        try:
            self._use(self._versions.current())
        except AppError as error:
            from amparo.ui.trouble import Trouble

            self._show(Trouble(error, self.places))
            return
        self._open_window()
        assert self.window is not None
        assert self._content is not None
        # whoosh takes 150 ms to load: not before there is something to see
        FirstPaint(self.window, self._content.search.open)
        for is_known in (self._content.search.opened, self._content.search.failed):
            is_known.connect(self._go_on)

    @cached_property
    def syncing(self) -> Syncing:
        """All that has to do with others."""
        from amparo.ui.updates.syncing import Syncing

        made = Syncing(self.places, self._versions, self.vault, self._outbox, self._jobs)
        made.installed.connect(self._take_content)
        made.sent.connect(self._show_outbox)
        made.told.connect(self._tell)
        return made

    @property
    def updates(self) -> UpdatesModel:
        """Receiving, and handing on."""
        return self.syncing.updates

    def _go_on(self) -> None:
        """What syncs comes last: nobody waits for it."""
        self.syncing.rounds.switch(on=self._settings.current.syncs)

    def close(self) -> None:
        """End what runs, lock the vault, and let go of every file."""
        self.vault.close()
        if "syncing" in self.__dict__:
            self.syncing.close()
        self._jobs.close()
        for content in (*self._before, *filter(None, [self._content])):
            content.close()

    def _use(self, content: Content) -> None:
        """Open an edition; the one before stays open for whoever reads it."""
        fresh = opened(content)
        if self._content is not None:
            self._before.append(self._content)
        self._content = fresh
        fresh.search.opened.connect(partial(self._fall_back, content))

    def _show_outbox(self) -> None:
        if isinstance(self.window, Window):
            self.window.show_outbox()

    def _tell(self, words: str) -> None:
        if isinstance(self.window, Window):
            self.window.tell(words)

    def _fall_back(self, content: Content, index_is_damaged: bool) -> None:
        """Where the index of what was received is damaged, the edition before is shown."""
        if index_is_damaged and not content.is_bundled:
            self._versions.set_aside(content)
            self._take_content()

    def _take_content(self) -> None:
        """Search what was installed, and show it at once where nothing of the old is being read."""
        try:
            self._use(self._versions.current())
        except AppError as error:
            if isinstance(self.window, Window):
                self.window.tell_error(error)
            return
        assert self._content is not None
        self._content.search.open()
        if isinstance(self.window, Window) and self.window.updating.reads_on:
            self.window.updating.offer(self._content)
        else:
            QTimer.singleShot(0, self._reload)  # not under the signal's feet

    def _reload(self, page: str = "") -> None:
        """Make the window anew over the content in use, at the page that is on view."""
        if not isinstance(self.window, Window):
            return
        read = self.window.reading.state.page if self.window.current in SHELVES else None
        self._open_window("home" if self.window.current in SHELVES else self.window.current)
        assert isinstance(self.window, Window)
        if page or read is not None:
            self.window.read(page or str(read.id if read else ""))

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
        assert self._content is not None
        services = Services(
            store=self._content.store,
            settings=self._settings,
            bookmarks=Bookmarks(self.places.bookmarks),
            search=self._content.search,
            jobs=self._jobs,
            theme=self.theme,
            sitting=self._sitting,
            screenings=self._screenings,
            vault=self.vault,
            keeping=self._keeping,
            outbox=self._outbox,
            updates=lambda: self.syncing.updates,
            changed=self._content.changed,
            today=date.today,
        )
        window = Window(services)
        window.setting_chosen.connect(self._choose)
        window.updating.reload_asked.connect(self._reload, Qt.ConnectionType.QueuedConnection)
        if self._content.content.trouble:
            window.tell(self._content.content.trouble)
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
        self.syncing.rounds.switch(on=settings.syncs)
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
        self.window = window
        self.shell.hold(window)

    def _speak(self) -> None:
        language = self._settings.current.language or _system_language()
        i18n.use(language)
        QLocale.setDefault(QLocale(language))
        self._app.removeTranslator(self._translator)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        name = {"pt": "qtbase_pt_BR"}.get(language, f"qtbase_{language}")
        if language != i18n.ENGLISH and self._translator.load(name, where):
            self._app.installTranslator(self._translator)


def _system_language() -> str:
    """The system's language where the kit speaks it, else English."""
    system = QLocale.system().name()[:2]
    return system if system in i18n.offered() else i18n.ENGLISH
