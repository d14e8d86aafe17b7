"""A program: an officer fills every field with a marker, prints, copies, meets a bug, locks, unlocks, goes.

    python vault_session.py MARKER [MORE]    the kit's own folders come from the environment

It writes what it saw as JSON on the last line of its output: what still held the marker after the lock.
With `MORE` it goes on editing until it is killed, after the line `ready`.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from amparo.core.log import log_to
from amparo.core.model import PageId
from amparo.core.places import find_places
from amparo.exchange.keycard import card_of
from amparo.screening.answers import Age, Answer
from amparo.start import Start
from amparo.ui.form.editor import FormEditor
from amparo.ui.form.inputs import ChoicesInput, LongInput, TextInput
from amparo.ui.refer.ask import _seal
from amparo.ui.window import Window
from amparo.vault import ballast, opening
from amparo.vault.header import Cost
from amparo.vault.records import Card, Referral
from amparo.vault.vault import Vault

PASSPHRASE = "mesa nube trece lobo faro"  # noqa: S105
BOOTH = PageId("checklist/booth")


class Session:
    """Drives one real window."""

    def __init__(self, marker: str) -> None:
        self.marker = marker
        self.app = QApplication([])
        places = find_places()
        log_to(places.log)
        places.data.mkdir(parents=True, exist_ok=True)
        places.settings.write_text(json.dumps({"role": "labour", "state": "CRI", "language": "en"}))
        self.start = Start(self.app, places)
        self.until(lambda: self.start.kit is not None)
        assert self.start.kit is not None
        self.kit = self.start.kit
        assert isinstance(self.kit.window, Window)
        self.window = self.kit.window
        self.until(lambda: self.window.isVisible())

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let the window work until something is so; at least a moment."""
        ends = time.monotonic() + 30
        self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        while not is_so():
            assert time.monotonic() < ends, "it does not come to that"
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def open_vault(self) -> None:
        """Make it the first time, unlock it afterwards."""
        self.window.show_page("cases")
        gate = self.window.cases.gate
        if gate.pages.currentWidget() is gate.making:
            gate.making.asked.emit(PASSPHRASE, "")
        else:
            gate.unlocking.asked.emit(1, PASSPHRASE)
        self.until(lambda: self.kit.vault.state.is_open)

    def fill(self, editor: FormEditor) -> None:
        """Put the marker wherever something can be typed, and tick everything."""
        self.until(lambda: editor.is_built)
        for made in list(editor.inputs.values()):
            if isinstance(made, TextInput):
                made.line.setText(f"{self.marker} {made.line.text()}")
            elif isinstance(made, LongInput):
                made.text.setPlainText(f"Ñandú {self.marker}")
            elif isinstance(made, ChoicesInput):
                for box in made.findChildren(QCheckBox):
                    box.setChecked(True)

    def work(self) -> None:
        """A case with a screening and a referral, and a visit."""
        page, screenings = self.window.cases, self.window.services.screenings
        page.overview.case_asked.emit()
        self.until(lambda: page.currentWidget() is page.case and page.case.case is not None)
        self.fill(page.case.editor)
        page.case.screening_asked.emit(BOOTH, page.case.case.code if page.case.case else "")
        screenings.choose_age(BOOTH, Age.CHILD)
        for sign in self.window.library.reading.middle.screening.rows:
            screenings.answer(BOOTH, sign, Answer.CONFIRMED)
            screenings.note(BOOTH, sign, f"{self.marker} ñ")
        self.window.show_page("updates")
        self.window.show_page("cases")
        self.until(lambda: bool(page.case.screenings))
        page.case.refer_button.click()
        self.until(lambda: page.currentWidget() is page.referral)
        self.fill(page.referral.editor)
        page.show_list()
        page.overview.visit_asked.emit()
        self.until(lambda: page.currentWidget() is page.visit and page.visit.visit is not None)
        self.until(lambda: page.visit.editor.is_built)
        page.visit.editor._repeats["evidence"].add_row()
        self.fill(page.visit.editor)

    def seal_and_receive(self) -> None:
        """Seal the referral to one's own desk, by a stick and by the outbox, and open and answer it there."""
        page, stick = self.window.cases, self.kit.places.data / "stick"
        page.desk.name.setText("Desk")
        page.desk.refresh()
        self.until(lambda: bool(page.desk.card.text()))
        card = card_of(page.desk.card.text())
        done: list[object] = []

        def prepare(vault: Vault) -> tuple[Card, Referral]:
            kept = vault.post.add_card(
                public=card.public, name=card.name, signer=card.signer, valid_until=card.valid_until
            )
            return kept, vault.referrals.of_case(vault.cases.all()[0].code)[0]

        self.kit.vault.ask(prepare, done.append)
        self.until(lambda: bool(done))
        kept, referral = cast(tuple[Card, Referral], done.pop())
        page.show_referral(referral)
        self.until(lambda: page.referral.editor.is_built)
        stick.mkdir()
        for folder in (stick, None):
            _seal(page.referral, page.contents, self.window.services, (kept,), folder)
            self.until(lambda: page.referral.said.text().startswith("Sealed"))
            page.referral.say("")
        page.desk.open_file(next(stick.iterdir()))
        self.until(lambda: page.desk.shown is not None)
        page.desk.reason.setText(self.marker)
        page.desk.answers["refused"].click()
        self.until(lambda: bool(page.desk.code.text()))
        page.desk.save_reply(stick / "answer.age")
        self.until((stick / "answer.age").exists)

    def leave_traces(self) -> None:
        """Whatever might carry something of it elsewhere: search, preview, clipboard, backup, log, a bug."""
        page = self.window.cases
        self.window.previews.current()
        self.until(lambda: bool(self.window.findChildren(QDialog)))
        [dialog] = self.window.findChildren(QDialog)
        self.until(lambda: dialog.model.state.layout is not None)  # type: ignore[attr-defined]
        site = page.visit.editor.inputs["site"]
        assert isinstance(site, TextInput)
        site.line.selectAll()
        site.line.copy()
        self.window.search_box.setText(self.marker)
        page.overview.filter.setText(self.marker)
        page.care.back_up()
        self.until(lambda: "backup" in page.care.said.text())
        QTimer.singleShot(200, self._close_boxes)
        try:
            raise ValueError(f"a bug that quotes {self.marker}")
        except ValueError as error:
            self.start.show_bug(ValueError, error, error.__traceback__)

    def _close_boxes(self) -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox):
                assert self.marker not in box.text() + box.informativeText() + box.detailedText()
                box.accept()

    def lock(self) -> list[str]:
        """Lock, and return what still holds the marker."""
        self.kit.vault.lock()
        self.until(lambda: not self.kit.vault._jobs._running)
        self.app.sendPostedEvents(None, 52)  # what was asked to be deleted
        held = [type(widget).__name__ for widget in QApplication.allWidgets() if self._holds(widget)]
        held += ["clipboard"] * (self.marker in QGuiApplication.clipboard().text())
        return held

    def _holds(self, widget: QWidget) -> bool:
        said = [
            widget.windowTitle(),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ]
        if isinstance(widget, QLabel | QLineEdit):
            said.append(widget.text())
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            said.append(widget.toPlainText())
            widget.undo()
            said.append(widget.toPlainText())
        if isinstance(widget, QLineEdit):
            widget.undo()
            said.append(widget.text())
        return any(self.marker in words for words in said)


def main() -> None:
    """Run the session, with a vault that costs little to make and to open."""
    opening.create = partial(opening.create, cost=Cost(memory_kib=64, passes=1, lanes=1))
    ballast.BALLAST_BYTES = 1 << 20
    session = Session(sys.argv[1])
    session.open_vault()
    if len(sys.argv) > 2:
        _edit_for_ever(session)
    session.work()
    visit = session.window.cases.visit.visit
    session.seal_and_receive()
    session.window.cases.show_visit(visit)
    session.leave_traces()
    held = session.lock()
    session.open_vault()
    page = session.window.cases
    session.until(lambda: len(page.overview.model.rows) == 3)
    print(json.dumps({"held": held, "rows": len(page.overview.model.rows)}))
    session.kit.close()


def _edit_for_ever(session: Session) -> None:
    print("ready", flush=True)
    session.work()
    page = session.window.cases
    n = 0
    while True:
        n += 1
        said = f"{session.marker} {n}"
        site = page.visit.editor.inputs["site"]
        assert isinstance(site, TextInput)
        site.line.setText(said)
        for made in page.visit.editor.inputs.values():
            if isinstance(made, LongInput):
                made.text.setPlainText(said)
        session.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        session.kit.vault.ask(lambda _vault: None, partial(_acknowledge, n))


def _acknowledge(n: int, _answer: object) -> None:
    os.write(1, f"{n}\n".encode())


if __name__ == "__main__":
    main()
