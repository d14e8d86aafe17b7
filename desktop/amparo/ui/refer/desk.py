"""The receiving desk: one's own key card, sealed referrals that come in, and the answers to them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.ui.cases.contents import Contents
from amparo.ui.cases.sheets import RecordSheet, filled_blocks, key_card_sheet
from amparo.ui.cases.told import day_words
from amparo.ui.flow import Flow
from amparo.ui.reader.text import PageText
from amparo.ui.refer.receiving import Shown, answer, card_line, open_file, save_reply
from amparo.ui.refer.words import ANSWERS
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.model import VaultModel
from amparo.ui.widgets import LinkButton, button, column, label, scrolling

if TYPE_CHECKING:
    from amparo.vault.records import Received

KEPT_FOR = timedelta(days=30)


class DeskPage(QWidget):
    """Needs an open vault: the desk's key is in it."""

    left = Signal()
    print_asked = Signal()

    def __init__(self, vault: VaultModel, contents: Contents, theme: Theme, today: date) -> None:
        super().__init__()
        self._vault, self._contents, self._today = vault, contents, today
        self.shown: Shown | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Body and unit, as senders know it"))
        self.name.setAccessibleName(_("Name on the key card"))
        self.card = QLineEdit()
        self.card.setReadOnly(True)
        self.card.setAccessibleName(_("My key card, to be copied"))
        self.letters = label("", "number")
        self.said, self.code = label(""), label("", "number")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why refused, or what is asked back; no names"))
        self.reason.setAccessibleName(_("Reason"))
        self.text = PageText(theme)
        self.text.setAccessibleName(_("The referral"))
        self.text.setMinimumHeight(self.fontMetrics().height() * 16)
        self.answers = {
            key: button(words, partial(self._answer, key))
            for key, words in (
                ("accepted", _("Accept")),
                ("refused", _("Refuse")),
                ("asked-back", _("Ask back")),
                ("done", _("Done")),
            )
        }
        self.reply_button = button(_("Save the answer as a file…"), self._choose_reply)
        self.destroy_button = button(_("Destroy…"), self._destroy)
        self._list = QVBoxLayout()
        self._deeds = QWidget()
        self._lay_out()
        self.name.textChanged.connect(self._show_card)
        vault.locking.connect(self.clear)
        self.clear()

    def refresh(self) -> None:
        """Show what came in, and the card."""
        self._vault.ask(lambda vault: vault.post.received(), self._show_list)
        self._show_card()

    def clear(self) -> None:
        """Show and keep nothing."""
        self.shown = None
        self.text.show_blocks(())
        for part in (self.said, self.code, self.letters):
            part.setText("")
        for line in (self.name, self.card, self.reason):
            line.setText("")
        self._deeds.hide()
        self._show_list(())

    def sheet(self) -> RecordSheet:
        """What is printed: the referral on view, else one's own key card."""
        if self.shown is not None:
            title = _("Referral {code}, sealed on {date}.").format(
                code=self.shown.case_code, date=day_words(self.shown.sealed_at)
            )
            form = self._contents.form(self.shown.form)
            blocks = filled_blocks(form, self.shown.filled)
            salt = bytes.fromhex(self.shown.record_id)[:16]
            return RecordSheet(
                title=title.rstrip("."),
                blocks=blocks,
                as_of=self._today,
                about=self.shown.case_code,
                salt=salt,
            )
        blocks = key_card_sheet(self.name.text().strip(), self.card.text(), self.letters.text())
        return RecordSheet(title=_("Key card"), blocks=blocks, as_of=self._today, is_personal=False)

    def open_file(self, path: Path) -> None:
        """Open a sealed referral; a damaged one, or one for somebody else, is told."""
        self._vault.ask(partial(open_file, path, self._today + KEPT_FOR), self._show, self._tell)

    def save_reply(self, path: Path) -> None:
        """Save the answer that was given as a sealed file."""
        if self.shown is not None:
            said = _("The answer was saved. Only the sender can open it.")
            self._vault.ask(
                partial(save_reply, self.shown.record_id, path), lambda _done: self._say(said), self._tell
            )

    def _show_card(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.card.setText("")
            self.letters.setText("")
            return
        until = self._today + timedelta(days=365)
        self._vault.ask(partial(card_line, name, until), self._show_line)

    def _show_line(self, card: tuple[str, str]) -> None:
        line, letters = card
        self.card.setText(line)
        self.card.setCursorPosition(0)
        self.letters.setText(letters)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self.text.show_blocks(filled_blocks(self._contents.form(shown.form), shown.filled))
        told = _("Referral {code}, sealed on {date}.").format(
            code=shown.case_code, date=day_words(shown.sealed_at)
        )
        again = _("It came in before.") if shown.is_known else ""
        self._say(" ".join(filter(None, (told, shown.sender, again))))
        self.code.setText(shown.code)
        self._deeds.show()
        self.reply_button.setVisible(bool(shown.code))
        self.refresh()

    def _answer(self, key: str) -> None:
        if self.shown is not None:
            work = partial(answer, self.shown.record_id, key, self.reason.text().strip())
            self._vault.ask(work, self._show, self._tell)

    def _tell(self, error: Exception) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)

    def _show_list(self, received: tuple[Received, ...]) -> None:
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        for one in received:
            made = LinkButton(f"{one.case_code} · {day_words(one.changed_at)} · {_(ANSWERS[one.state])}")
            made.clicked.connect(partial(self.open_again, one.record_id))
            self._list.addWidget(made)

    def open_again(self, record_id: str) -> None:
        """Show what came in before."""
        from amparo.ui.refer.receiving import shown_of

        self._vault.ask(partial(shown_of, record_id), self._show, self._tell)

    def _destroy(self) -> None:
        from amparo.ui.messages import ask

        question = _("Destroy this received referral? Nobody can bring it back.")
        if self.shown is not None and ask(self, question, _("Destroy")):
            record_id = self.shown.record_id
            self.clear()
            self._vault.ask(lambda vault: vault.destroy(received=(record_id,)), lambda _done: self.refresh())

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Open a sealed referral"))
        if name:
            self.open_file(Path(name))

    def _choose_reply(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the answer as a file"), "answer.age")
        if name:
            self.save_reply(Path(name))

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("Receiving desk"), "title"))
        first = Flow()
        first.addWidget(button(_("Back to the list"), self.left.emit))
        first.addWidget(button(_("Open a sealed referral…"), self._choose_file, "primary"))
        page.addLayout(first)
        page.addWidget(
            label(_("Or drop the file here. Answer soon: the sender waits, and the person too."), "quiet")
        )
        page.addWidget(self.said)
        page.addWidget(self.code)
        deeds = QVBoxLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.addWidget(self.reason)
        row = Flow()
        for made in (*self.answers.values(), self.reply_button, self.destroy_button):
            row.addWidget(made)
        deeds.addLayout(row)
        deeds.addWidget(self.text)
        page.addWidget(self._deeds)
        page.addWidget(label(_("Received"), "section"))
        page.addLayout(self._list)
        page.addWidget(label(_("My key card"), "section"))
        how = _("Give the line to senders in any way. They call you, and you read them these letters.")
        page.addWidget(label(how, "quiet"))
        self.print_button = button(_("Print the key card"), self.print_asked.emit)
        for part in (self.name, self.card, self.letters, self.print_button):
            page.addWidget(part)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
