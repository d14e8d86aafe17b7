"""Syncing by itself, once it is switched on: soon, then after fifteen minutes to six hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amparo.core.i18n import _
from amparo.ui.updates.model import UpdatesModel

SOON_S, FIRST_S, LONGEST_S = 5, 15 * 60, 6 * 3600


class Rounds(QObject):
    """Asks the source, and then has the outbox sent; what fails is tried again ever later.

    What the system says of the network is a hint to try soon; the truth is the try.
    """

    told = Signal(str)

    def __init__(self, updates: UpdatesModel, send: Callable[[], None]) -> None:
        super().__init__()
        self._updates, self._send = updates, send
        self._wait_s, self._is_on = FIRST_S, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._post = QTimer(self)
        self._post.setInterval(FIRST_S * 1000)
        self._post.timeout.connect(self._send_due)
        self._network: Any = None  # QNetworkInformation, which is loaded when it is needed
        self._was_asked = False
        updates.ended.connect(self._plan)

    @property
    def is_on(self) -> bool:
        """Whether it asks by itself."""
        return self._is_on

    def switch(self, on: bool) -> None:
        """Begin, or stop: from then on nothing is asked of anybody."""
        if on == self._is_on:
            return
        self._is_on, self._wait_s = on, FIRST_S
        if on:
            self._listen()
            self._timer.start(SOON_S * 1000)
            self._post.start()
        else:
            self._timer.stop()
            self._post.stop()

    @Slot()
    def _send_due(self) -> None:
        """What waits in the outbox does not wait for the next question to the source."""
        if not self._is_metered():
            self._send()

    @Slot()
    def _go(self) -> None:
        if not self._is_on:
            return
        if self._is_metered():
            if not self._was_asked:
                self._was_asked = True
                words = _("This connection is metered. To sync over it, press Check now on the page Updates.")
                self.told.emit(words)
            self._timer.start(FIRST_S * 1000)
            return
        self._send()
        if not (self._updates.is_set_up and self._updates.check()):
            self._timer.start(FIRST_S * 1000)

    @Slot(bool)
    def _plan(self, went_well: bool) -> None:
        if self._is_on:
            self._wait_s = FIRST_S if went_well else min(self._wait_s * 2, LONGEST_S)
            self._timer.start((LONGEST_S if went_well else self._wait_s) * 1000)

    def _listen(self) -> None:
        """Try soon when the network comes back; where the system tells nothing, time does."""
        if self._network is not None:
            return
        from PySide6.QtNetwork import QNetworkInformation  # tells of the network, and opens no connection

        QNetworkInformation.loadDefaultBackend()
        self._network = QNetworkInformation.instance()
        if self._network is not None:
            self._network.reachabilityChanged.connect(self._try_soon)

    @Slot()
    def _try_soon(self) -> None:
        if self._is_on and not self._updates.state.busy:
            self._timer.start(SOON_S * 1000)

    def _is_metered(self) -> bool:
        return bool(self._network is not None and self._network.isMetered())
