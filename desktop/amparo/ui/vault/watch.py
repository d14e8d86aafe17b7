"""When a vault locks by itself: nobody at the keyboard, the computer put to sleep, the session locked."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from amparo.ui.vault.sleep import SleepSignal

_LOOK_MS = 5000
_SLEPT_S = 60
"""A look that comes so much later than it should: the computer slept, or its clock was set."""
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
}


class Watch(QObject):
    """Looks at the officer's input while it runs, and tells when to lock."""

    expired = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app, self._idle_min = app, 5
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._touched_s = self._looked_s = time.time()
        self._sleep: SleepSignal | None = None

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def set_idle(self, minutes: int) -> None:
        """Lock after so long without input."""
        self._idle_min = minutes

    def start(self) -> None:
        """Watch from now on."""
        self._touched_s = self._looked_s = time.time()
        self._app.installEventFilter(self)
        self._timer.start()
        if self._sleep is None and sys.platform in ("linux", "win32"):
            from amparo.ui.vault.sleep import SleepSignal

            self._sleep = SleepSignal(self._app)
            self._sleep.going.connect(self._expire)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of input, and let it pass."""
        if event.type() in _TOUCHES:
            self._touched_s = time.time()
        return False

    def look(self) -> None:
        """See how long nobody touched anything; a clock set back counts as time gone by."""
        now_s = time.time()
        has_slept = not -1 <= now_s - self._looked_s <= _SLEPT_S
        self._looked_s = now_s
        if has_slept or now_s - self._touched_s >= self._idle_min * 60:
            self._expire()

    def _expire(self) -> None:
        if self.is_on:
            self.expired.emit()
