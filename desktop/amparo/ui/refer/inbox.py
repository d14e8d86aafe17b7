"""The inbox that sealed files are sent to, as the vault remembers it, and sending what waits."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from amparo.core.progress import Tick
from amparo.exchange.outbox import Outbox
from amparo.ui.jobs import Job, Jobs
from amparo.ui.vault.model import VaultModel

if TYPE_CHECKING:  # urllib3: not before something is sent
    from amparo.exchange.upload import Inbox, Report

INBOX = "inbox"
"""The setting of the vault."""


def inbox_of(said: str) -> Inbox | None:
    """The inbox that the vault remembers; None where there is none."""
    from amparo.exchange.upload import Inbox

    kept = json.loads(said) if said else {}
    url = kept.get("url", "").strip()
    if not url:
        return None
    authority, certificate = kept.get("authority", "").strip(), kept.get("certificate", "").strip()
    return Inbox(
        url=url,
        user=kept.get("user", "").strip(),
        password=kept.get("password", ""),
        authority=Path(authority) if authority else None,
        certificate=Path(certificate) if certificate else None,
        keeps_whole=bool(kept.get("keeps_whole")),
    )


def send_waiting(outbox: Outbox, inbox: Inbox, tick: Tick, *, all_of_it: bool) -> Report:
    """Try what is due, once each; with `all_of_it` what was refused or waits for its time too."""
    from amparo.exchange.upload import Uploader, send

    uploader = Uploader(inbox)
    if all_of_it:
        outbox.try_again()
    try:
        return send(outbox, uploader, datetime.now(UTC), tick)
    finally:
        uploader.close()


class SendingByItself(QObject):
    """Sends what is due while the vault is open, for its inbox is in there; when syncing is switched on."""

    sent = Signal()

    def __init__(self, outbox: Outbox, vault: VaultModel, jobs: Jobs) -> None:
        super().__init__()
        self._outbox, self._vault, self._jobs = outbox, vault, jobs
        self._job: Job | None = None

    def send_due(self) -> None:
        """Try what is due, if anything, and if the vault is open."""
        now = datetime.now(UTC)
        if self._job is None and any(item.is_due(now) for item in self._outbox.waiting()):
            self._vault.ask(lambda vault: vault.post.setting(INBOX), self._send)

    def _send(self, said: str) -> None:
        inbox = inbox_of(said)
        if inbox is None or self._job is not None:
            return
        work: Callable[[Tick], Report] = partial(self._work, inbox)
        self._job = Job(work)
        self._job.succeeded.connect(self._note)
        self._job.ended.connect(self._end)
        self._jobs.start(self._job)

    def _work(self, inbox: Inbox, tick: Tick) -> Report:
        return send_waiting(self._outbox, inbox, tick, all_of_it=False)

    @Slot(object)
    def _note(self, report: Report) -> None:
        self._vault.ask(lambda vault: vault.post.note_delivered(report.delivered))

    @Slot()
    def _end(self) -> None:
        self._job = None
        self.sent.emit()
