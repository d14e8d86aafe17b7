"""The referral of a case, as far as it is filled in; every edit is kept at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from amparo.core.filled import Value
from amparo.core.i18n import _
from amparo.ui.cases.contents import CONSENT, REFERRAL, Contents
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.sheets import RecordSheet, filled_blocks
from amparo.ui.cases.told import day_words, referral_line
from amparo.ui.form.editor import FormEditor
from amparo.ui.refer.answers import take_code, take_reply
from amparo.ui.services import Services
from amparo.ui.widgets import button, label

if TYPE_CHECKING:
    from amparo.vault.records import Referral, Sealing
    from amparo.vault.vault import Vault


class ReferralPage(RecordPage):
    """The form, with what is known of the case already in it; and on its way, the answer."""

    def __init__(self, services: Services, contents: Contents) -> None:
        super().__init__(FormEditor(contents.form(REFERRAL), services.theme, contents.known))
        self._services, self._vault, self._contents = services, services.vault, contents
        self.referral: Referral | None = None
        self.back_button.setText(_("Back to the case"))
        self.back_button.setAccessibleName(self.back_button.text())
        self.destroy_button = self.add_deed(_("Destroy…"), self._destroy)
        self.seal_button = self.add_deed(_("Seal for a receiver…"), self._seal, "primary")
        self.code = QLineEdit()
        self.code.setPlaceholderText("7K3-MQ0-TZ4")
        self.code.setAccessibleName(_("Receipt code from the receiver"))
        self.code.returnPressed.connect(self._enter_code)
        self.code_button = button(_("Enter the receipt code"), self._enter_code)
        self.reply_button = button(_("Open an answer file…"), self._choose_reply)
        self.said = label("")
        self.add_list("sealings", _("Sealed"), self.code, self.code_button, self.reply_button)
        self.page.addWidget(self.said)
        self.consent_button = self.add_deed(_("Print the consent sheet"), self._print_consent)
        self.receiver_button = self.add_deed(_("Choose the receiver…"), self._choose_receiver)
        self.all_button = button("", self._show_all)
        self.all_button.setCheckable(True)
        self.page.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addWidget(self.editor)
        self.page.addStretch(1)
        self.editor.changed.connect(self._edit)

    def show_referral(self, referral: Referral) -> None:
        """Show a referral."""
        self.referral = referral
        self.title.setText(_("Referral of case {code}").format(code=referral.case_code))
        self.facts.setText(referral_line(referral))
        self.all_button.setChecked(False)
        self._show_all()
        self.editor.show_values(referral.filled)
        self.refresh()

    def sheet(self, today: date) -> RecordSheet | None:
        """The referral for the printer."""
        if self.referral is None:
            return None
        blocks = filled_blocks(self._contents.form(REFERRAL), self.referral.filled)
        salt = bytes.fromhex(self.referral.id)
        return RecordSheet(
            title=self.title.text(), blocks=blocks, as_of=today, about=self.referral.case_code, salt=salt
        )

    def clear(self) -> None:
        """Forget the referral."""
        super().clear()
        self.referral = None
        self.code.setText("")
        self.said.setText("")

    def refresh(self) -> None:
        """Show how it was sealed."""
        if self.referral is not None:
            key = self.referral.id
            self._vault.ask(lambda vault: vault.post.sealings_of(key), self._show_sealings)
            self._vault.ask(lambda vault: vault.referrals.get(key), self._show_state)

    def _show_all(self) -> None:
        is_all = self.all_button.isChecked()
        self.all_button.setText(_("Only what is needed first") if is_all else _("Show every field"))
        self.all_button.setAccessibleName(self.all_button.text())
        self.editor.show_least(not is_all)

    def _seal(self) -> None:
        from amparo.ui.refer.ask import ask_to_seal

        ask_to_seal(self, self._contents, self._services)

    def _choose_receiver(self) -> None:
        from amparo.ui.refer.ask import ask_for_receiver

        ask_for_receiver(self, self._services)

    def _print_consent(self) -> None:
        """The sheet that is gone through with the person, with the case code in its title and no name."""
        if self.referral is not None:
            title = _("Consent, case {code}").format(code=self.referral.case_code)
            sheet = RecordSheet(
                title=title,
                blocks=self._contents.form(CONSENT),
                as_of=self._services.today(),
                about=self.referral.case_code,
                salt=bytes.fromhex(self.referral.id),
                is_personal=False,
            )
            self.sheet_made.emit(sheet)

    def set_receiver(self, name: str) -> None:
        """Put a body into its field, as if it had been typed."""
        made = self.editor.inputs["receiving-body"]
        made.show_value(name)
        made.edited.emit(name)

    def say(self, words: str) -> None:
        """Say what was done, or what went wrong."""
        self.said.setText(words)
        self.said.setAccessibleName(words)

    def open_reply(self, path: Path) -> None:
        """Take the answer of a receiver from its file."""
        if self.referral is not None:
            work = partial(take_reply, self.referral.id, path)
            self._vault.ask(work, self._take_answer, lambda error: self.say(str(error)))

    def _enter_code(self) -> None:
        if self.referral is not None and self.code.text().strip():
            work = partial(take_code, self.referral.id, self.code.text())
            self._vault.ask(work, self._take_answer, lambda error: self.say(str(error)))

    def _choose_reply(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Open an answer file"))
        if name:
            self.open_reply(Path(name))

    def _take_answer(self, words: str) -> None:
        self.code.setText("")
        self.say(words)
        self.refresh()

    def _show_state(self, referral: Referral | None) -> None:
        if referral is not None and self.referral is not None and referral.id == self.referral.id:
            self.referral = replace(self.referral, state=referral.state)
            self.facts.setText(referral_line(self.referral))

    def _show_sealings(self, sealings: tuple[Sealing, ...]) -> None:
        rows = [
            (f"{day_words(one.changed_at)} · {one.receiver} · {one.digest[:12]}…", _nothing)
            for one in sealings
        ]
        self.fill_list("sealings", rows, _("Not sealed yet."))

    def _edit(self, key: str, value: Value) -> None:
        if self.referral is not None:
            filled = {**self.referral.filled, key: value}
            self.referral = referral = replace(self.referral, filled=filled)
            self._vault.keep(f"referral {referral.id}", lambda vault: vault.referrals.save(referral))

    def _destroy(self) -> None:
        question = _("Destroy this referral? The case stays.")
        if self.referral is not None and self.confirm(question, _("Destroy")):
            self._vault.ask(partial(_destroy, self.referral.id), lambda _done: self.left.emit())


def _nothing() -> None:
    """A sealing is only looked at."""


def _destroy(key: str, vault: Vault) -> None:
    vault.referrals.destroy(key)
