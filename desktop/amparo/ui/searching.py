"""The search thread: it alone has a reader of the index, and the newest query wins."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from amparo.core.errors import Cancelled

if TYPE_CHECKING:  # loaded in the search thread, after the first window is up
    from amparo.library.search import Answer, Search

log = logging.getLogger(__name__)

FEW = 3
"""With fewer hits than this a query is worth a guess."""
PAUSE_MS = 50
"""Guesses wait so long for the next key: whoever types on wants its hits, and not a guess at half a word."""


class _Worker(QObject):
    """Lives in the search thread; `newest` is written by the window's thread and only read here."""

    answered = Signal(object)  # Answer
    opened = Signal(bool)  # whether the index is damaged
    failed = Signal(object)  # Exception

    def __init__(self, open_search: Callable[[], Search]) -> None:
        super().__init__()
        self.newest = 0
        self._open_search = open_search
        self._search: Search | None = None
        self._guess: Callable[[], object] = lambda: None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._guess())

    @Slot()
    def open(self) -> None:
        try:
            self._search = self._open_search()
        except Exception as error:
            log.exception("search could not be opened")
            self.failed.emit(error)
        else:
            self.opened.emit(self._search.index_is_damaged)

    @Slot(int, str, str, bool)
    def ask(self, number: int, query: str, lang: str, typing: bool) -> None:
        self._pause.stop()
        if self._search is None or number != self.newest:
            return
        ask = partial(self._search.ask, query, lang=lang, typing=typing, tick=partial(self._go_on, number))
        answer = self._answer(partial(ask, guess=False))
        if answer is not None and len(answer.hits) < FEW:
            self._guess = partial(self._answer, partial(ask, guess=True))
            self._pause.start()

    def _answer(self, ask: Callable[[], Answer]) -> Answer | None:
        """Ask and tell; nothing where a newer query came in between, or where it failed."""
        try:
            answer = ask()
        except Cancelled:
            return None
        except Exception as error:
            log.exception("a query failed")
            self.failed.emit(error)
            return None
        self.answered.emit(answer)
        return answer

    @Slot()
    def close(self) -> None:
        self._pause.stop()
        if self._search is not None:
            self._search.close()
            self._search = None
        self.thread().quit()  # from within: asked from without, it would overtake this call

    def _go_on(self, number: int) -> None:
        if number != self.newest:
            raise Cancelled


class SearchThread(QObject):
    """Asks in the background; an answer that is no longer wanted never arrives."""

    answered = Signal(object)  # Answer
    opened = Signal(bool)  # whether the index is damaged
    failed = Signal(object)  # Exception
    _open = Signal()
    _ask = Signal(int, str, str, bool)
    _close = Signal()

    def __init__(self, open_search: Callable[[], Search]) -> None:
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName("search")
        self._worker = _Worker(open_search)
        self._worker.moveToThread(self._thread)
        self._open.connect(self._worker.open)
        self._ask.connect(self._worker.ask)
        self._close.connect(self._worker.close)
        self._worker.answered.connect(self._deliver)
        self._worker.opened.connect(self._tell_open)
        self._worker.failed.connect(self.failed)
        self._thread.finished.connect(self._worker.deleteLater)
        self._query = ""
        self.is_open = False

    def open(self) -> None:
        """Load and open the index, in the background."""
        self._thread.start()
        self._open.emit()

    def ask(self, query: str, lang: str, *, typing: bool) -> None:
        """Ask; whatever was asked before stops at its next step."""
        self._worker.newest += 1
        self._query = query
        self._ask.emit(self._worker.newest, query, lang, typing)

    def close(self) -> None:
        """Stop what runs, let go of the files, and wait for the thread."""
        self._worker.newest += 1
        if self._thread.isRunning():
            self._close.emit()
            self._thread.wait()

    @Slot(bool)
    def _tell_open(self, is_damaged: bool) -> None:
        self.is_open = True
        self.opened.emit(is_damaged)

    @Slot(object)
    def _deliver(self, answer: Answer) -> None:
        if answer.query == self._query:  # an older answer may still sit in the event queue
            self.answered.emit(answer)
