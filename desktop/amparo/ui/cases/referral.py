"""The referral of a case, as far as it is filled in; every edit is kept at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from amparo.core.filled import Value
from amparo.core.i18n import _
from amparo.ui.cases.contents import REFERRAL, Contents
from amparo.ui.cases.record import RecordPage
from amparo.ui.cases.sheets import RecordSheet, filled_blocks
from amparo.ui.cases.told import referral_line
from amparo.ui.form.editor import FormEditor
from amparo.ui.theme.theme import Theme
from amparo.ui.vault.model import VaultModel

if TYPE_CHECKING:
    from amparo.vault.records import Referral
    from amparo.vault.vault import Vault


class ReferralPage(RecordPage):
    """The form, with what is known of the case already in it."""

    def __init__(self, vault: VaultModel, contents: Contents, theme: Theme) -> None:
        super().__init__(FormEditor(contents.form(REFERRAL), theme, contents.known))
        self._vault, self._contents = vault, contents
        self.referral: Referral | None = None
        self.back_button.setText(_("Back to the case"))
        self.back_button.setAccessibleName(self.back_button.text())
        self.destroy_button = self.add_deed(_("Destroy…"), self._destroy)
        self.page.addWidget(self.editor)
        self.page.addStretch(1)
        self.editor.changed.connect(self._edit)

    def show_referral(self, referral: Referral) -> None:
        """Show a referral."""
        self.referral = referral
        self.title.setText(_("Referral of case {code}").format(code=referral.case_code))
        self.facts.setText(referral_line(referral))
        self.editor.show_values(referral.filled)

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

    def _edit(self, key: str, value: Value) -> None:
        if self.referral is not None:
            filled = {**self.referral.filled, key: value}
            self.referral = referral = replace(self.referral, filled=filled)
            self._vault.keep(f"referral {referral.id}", lambda vault: vault.referrals.save(referral))

    def _destroy(self) -> None:
        question = _("Destroy this referral? The case stays.")
        if self.referral is not None and self.confirm(question, _("Destroy")):
            self._vault.ask(partial(_destroy, self.referral.id), lambda _done: self.left.emit())


def _destroy(key: str, vault: Vault) -> None:
    vault.referrals.destroy(key)
