"""Sealed files that wait: sent when the officer says so, carried as they are, or taken back."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from amparo.core.dates import age, long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _, ngettext
from amparo.core.progress import Tick
from amparo.exchange.outbox import Item
from amparo.ui.flow import Flow
from amparo.ui.jobs import Job
from amparo.ui.messages import ask
from amparo.ui.refer.inbox import INBOX, inbox_of, send_waiting
from amparo.ui.services import Services
from amparo.ui.vault.secret import SecretLine
from amparo.ui.widgets import button, column, label, scrolling

if TYPE_CHECKING:
    from amparo.exchange.upload import Inbox, Report


class OutboxPage(QWidget):
    """A connection is opened by "Send now" alone."""

    left = Signal()
    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._vault, self._outbox, self._jobs = services.vault, services.outbox, services.jobs
        self._today = services.today
        self._job: Job | None = None
        self.count, self.said = label("", "state"), label("")
        self.rows: dict[str, QFrame] = {}
        self._list = QVBoxLayout()
        self.url, self.user = QLineEdit(), QLineEdit()
        self.authority, self.certificate = QLineEdit(), QLineEdit()
        self.password = SecretLine(_("Password of the inbox"))
        self.keeps_whole = QCheckBox(_("The server shows no half-uploaded files (its operator knows)"))
        self.send_button = button(_("Send now"), self.send, "primary")
        self.stop_button = button(_("Stop"), self._stop)
        self._lay_out()
        self._vault.locking.connect(self.clear)

    def refresh(self) -> None:
        """Show what waits, and the inbox as it is remembered."""
        self._show_items()
        self._vault.ask(lambda vault: vault.post.setting(INBOX), self._show_inbox)

    def clear(self) -> None:
        """Forget the inbox and its password; what is being sent stops."""
        self._stop()
        for line in (self.url, self.user, self.authority, self.certificate):
            line.setText("")
        self.password.clear()
        self.said.setText("")

    def send(self) -> None:
        """Try everything that waits, once, in the background."""
        inbox = inbox_of(self._typed())
        if self._job is not None or inbox is None:
            return
        self._vault.ask(lambda vault: vault.post.remember(INBOX, self._typed()))
        self._job = job = Job(partial(self._work, inbox))
        job.succeeded.connect(self._tell)
        job.failed.connect(self._tell_failure)
        job.ended.connect(self._end)
        self._say(_("One moment"))
        self._show_buttons()
        self._jobs.start(job)

    def carry(self, digest: str, folder: Path) -> None:
        """Copy a file to a stick as it is."""
        try:
            path = self._outbox.carry(digest, folder)
        except AppError as error:
            self._say(str(error))
            return
        self._say(
            _("Copied as {name}. Here it goes on waiting until it is sent or taken back.").format(
                name=path.name
            )
        )

    def take_back(self, digest: str) -> None:
        """Deliver it no more."""
        self._outbox.take_back(digest)
        self._show_items()
        self.changed.emit()

    def _work(self, inbox: Inbox, tick: Tick) -> Report:
        return send_waiting(self._outbox, inbox, tick, all_of_it=True)  # the officer asks for it

    @Slot(object)
    def _tell(self, report: Report) -> None:
        count = len(report.delivered)
        said = ngettext("{n} delivered.", "{n} delivered.", count).format(n=count)
        waits = ngettext("{n} still waits.", "{n} still wait.", report.waiting).format(n=report.waiting)
        self._say(" ".join(filter(None, (said, waits, report.refused, report.trouble))))
        self._vault.ask(lambda vault: vault.post.note_delivered(report.delivered))

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self._say(str(error) if isinstance(error, AppError) else _("The inbox did not answer."))

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._show_items()
        self._show_buttons()
        self.changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _typed(self) -> str:
        return json.dumps(
            {
                "url": self.url.text(),
                "user": self.user.text(),
                "password": self.password.text(),
                "authority": self.authority.text(),
                "certificate": self.certificate.text(),
                "keeps_whole": self.keeps_whole.isChecked(),
            }
        )

    def _show_inbox(self, said: str) -> None:
        kept = json.loads(said) if said else {}
        self.url.setText(kept.get("url", ""))
        self.user.setText(kept.get("user", ""))
        self.password.line.setText(kept.get("password", ""))
        self.authority.setText(kept.get("authority", ""))
        self.certificate.setText(kept.get("certificate", ""))
        self.keeps_whole.setChecked(bool(kept.get("keeps_whole")))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_busy = self._job is not None
        self.send_button.setEnabled(not is_busy and bool(self.url.text().strip()) and bool(self.rows))
        self.stop_button.setVisible(is_busy)

    def _show_items(self) -> None:
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        items = self._outbox.waiting()
        self.rows = {item.digest: self._row(item) for item in items}
        for row in self.rows.values():
            self._list.addWidget(row)
        words = ngettext("{n} sealed file waits.", "{n} sealed files wait.", len(items))
        self.count.setText(words.format(n=len(items)) if items else _("Nothing waits."))
        self._show_buttons()

    def _row(self, item: Item) -> QFrame:
        row = QFrame()
        row.setProperty("look", "card")
        layout = QVBoxLayout(row)
        since = _("Since {date}").format(date=long_date(item.put_on))
        old = age(item.put_on, self._today())
        tried = ngettext("tried {n} time", "tried {n} times", item.tries).format(n=item.tries)
        layout.addWidget(label(" · ".join(filter(None, (since, old, tried, f"{item.digest[:12]}…")))))
        if item.refused:
            layout.addWidget(label(item.refused, "danger"))
        deeds = Flow()
        deeds.addWidget(button(_("Carry to a stick…"), partial(self._choose_folder, item.digest)))
        deeds.addWidget(button(_("Take back…"), partial(self._ask_back, item.digest)))
        layout.addLayout(deeds)
        return row

    def _choose_folder(self, digest: str) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Where to, such as a stick")):
            self.carry(digest, Path(name))

    def _ask_back(self, digest: str) -> None:
        question = _("Take this sealed file back? It is not delivered then; the referral stays.")
        if ask(self, question, _("Take it back")):
            self.take_back(digest)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("Outbox"), "title"))
        for part in (self.count, self.said):
            page.addWidget(part)
        deeds = Flow()
        for made in (button(_("Back to the list"), self.left.emit), self.send_button, self.stop_button):
            deeds.addWidget(made)
        page.addLayout(deeds)
        silent = _(
            "The kit opens a connection when you press this, to this inbox; by itself only if you switch"
            " that on, on the page Updates."
        )
        page.addWidget(label(silent, "quiet"))
        page.addLayout(self._list)
        page.addWidget(label(_("Inbox"), "section"))
        for line, name, hint in (
            (self.url, _("Address of the inbox"), "https://inbox.example.org/drop"),
            (self.user, _("Name, if it asks for one"), ""),
            (self.authority, _("File with the certificate of its authority, if it has its own"), ""),
            (self.certificate, _("File with your own certificate and key, if it asks for one"), ""),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            page.addWidget(label(name, "state"))
            page.addWidget(line)
        page.addWidget(self.password)
        page.addWidget(self.keeps_whole)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
        self.url.textChanged.connect(self._show_buttons)
