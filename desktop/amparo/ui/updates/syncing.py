"""All that has to do with others: receiving and handing on, sending by itself, the vault's memory of both."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from amparo.core.places import Places
from amparo.exchange.outbox import Outbox
from amparo.library.versions import Versions
from amparo.ui.jobs import Jobs
from amparo.ui.refer.inbox import SendingByItself
from amparo.ui.updates.model import UpdatesModel
from amparo.ui.updates.remembered import RememberedFloor
from amparo.ui.updates.rounds import Rounds
from amparo.ui.vault.model import VaultModel


class Syncing(QObject):
    """Made after the first window is up; it outlives every window."""

    installed = Signal()
    sent = Signal()
    told = Signal(str)

    def __init__(
        self, places: Places, versions: Versions, vault: VaultModel, outbox: Outbox, jobs: Jobs
    ) -> None:
        super().__init__()
        self.updates = UpdatesModel(places.received, places.content, versions, jobs)
        self._floor = RememberedFloor(vault, self.updates)
        self._sending = SendingByItself(outbox, vault, jobs)
        self.rounds = Rounds(self.updates, self._sending.send_due)
        self.updates.installed.connect(self.installed)
        self._sending.sent.connect(self.sent)
        self._floor.warned.connect(self.told)
        self.rounds.told.connect(self.told)

    def close(self) -> None:
        """Ask nobody any more, and give nothing."""
        self.rounds.switch(on=False)
        self.updates.close()
