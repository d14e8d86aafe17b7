"""Types into the kit's own window and says how long each key took to its painted hits, in milliseconds.

A process of its own, on a real display: the whole window, with its style, its search thread and its pages.
The event loop is a `QEventLoop`, which lets go of Python's lock while it waits, as the kit's own does; the
waiting of a test library keeps it, and starves the search thread.
"""

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from amparo.core.places import find_places
from amparo.start import Start
from amparo.ui.results.model import ResultsState
from amparo.ui.window import Window
from amparo_build.bench.kit_window import watch_search
from amparo_build.bench.queries import TYPED

_PATIENCE_MS = 20_000


class Typist(QObject):
    """Presses keys in the search box, each as soon as the hits of the one before are painted."""

    _drawn = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window, self._loop = window, QEventLoop()
        self._is_answered = False
        self._painted_s = 0.0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._loop.quit)
        self._results = window.results.list.viewport()
        self._results.installEventFilter(self)
        window.results_model.changed.connect(self._see)
        # Queued: it arrives when the paint that is about to begin is done and handed to the display.
        self._drawn.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def type(self, text: str) -> list[float]:
        """Type a text into the empty box, and return the wait of each key."""
        waits = [self._press(letter) for letter in text]
        self._window.search_box.clear()
        QApplication.processEvents()
        return waits

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the first paint of the list after its answer came."""
        if self._is_answered and watched is self._results and event.type() is QEvent.Type.Paint:
            self._is_answered = False
            self._drawn.emit()
        return False

    def _press(self, letter: str) -> float:
        self._painted_s = 0.0
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, letter)
        self._patience.start()
        pressed_s = time.perf_counter()
        QCoreApplication.sendEvent(self._window.search_box, press)
        while not self._painted_s and self._patience.isActive():
            self._loop.exec()
        self._patience.stop()
        if not self._painted_s:
            raise TimeoutError(f"no hits for {self._window.search_box.text()!r}")
        return 1000 * (self._painted_s - pressed_s)

    def _see(self, state: ResultsState) -> None:
        self._is_answered = not state.busy and state.query == self._window.search_box.text()

    def _end(self) -> None:
        self._painted_s = time.perf_counter()
        self._loop.quit()


def main() -> int:
    """Open the kit, type every text once, and print the waits."""
    application = QApplication(sys.argv[:1])
    opened = QEventLoop()
    watch_search(opened.quit)
    start = Start(application, find_places())
    opened.exec()
    assert start.kit is not None
    assert isinstance(start.kit.window, Window)
    typist = Typist(start.kit.window)
    waits = [wait for text in TYPED for wait in typist.type(text)]
    print(json.dumps(waits), flush=True)
    start.shell.close()
    start.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
