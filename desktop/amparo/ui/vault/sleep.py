"""The system says that it goes to sleep or locks the session; else `Watch` sees it afterwards."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_LOGIN = "org.freedesktop.login1"


class SleepSignal(QObject):
    """Listens to the system; it opens no connection but that to the system's own bus."""

    going = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._filter: _PowerMessages | None = None
        if sys.platform == "linux":
            self._listen()
        else:
            self._filter = _PowerMessages(self)
            app.installNativeEventFilter(self._filter)

    @Slot(bool)
    def take_sleep(self, is_going: bool) -> None:
        """Of the bus: going to sleep, or back from it."""
        if is_going:
            self.going.emit()

    @Slot()
    def take_lock(self) -> None:
        """Of the bus: the session was locked."""
        self.going.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return
        listen: Any = bus.connect  # declared to take bytes, which it refuses
        listen(_LOGIN, "", f"{_LOGIN}.Manager", "PrepareForSleep", self, SLOT("take_sleep(bool)"))
        listen(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, SLOT("take_lock()"))


class _PowerMessages(QAbstractNativeEventFilter):
    """Windows' own message to every window."""

    def __init__(self, told: SleepSignal) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(self, kind: Any, message: Any) -> object:
        if bytes(kind) == b"windows_generic_MSG":
            from ctypes import wintypes

            said = ctypes.cast(int(message), ctypes.POINTER(wintypes.MSG)).contents
            if said.message == _WM_POWERBROADCAST and said.wParam == _PBT_APMSUSPEND:
                self._told.going.emit()
        return False, 0
