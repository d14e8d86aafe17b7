"""The status line: always true, and unknown said as unknown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from amparo.core.dates import age, long_date
from amparo.core.i18n import _, ngettext
from amparo.core.model import Edition
from amparo.core.settings import Settings
from amparo.core.states import STATES
from amparo.ui.vault.state import Phase, VaultState
from amparo.ui.widgets import button, label

if TYPE_CHECKING:
    from amparo.core.contacts import Entry


class StatusLine(QFrame):
    """State and its emergency number, age of the content, the vault, and that nothing is connected."""

    vault_asked = Signal()

    def __init__(self, settings: Settings, edition: Edition, today: date) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.state = label(_(STATES[settings.state]), "state", wraps=False)
        self.emergency = label("", "danger")
        self.content = label(content_words(edition, today), "quiet")
        self.network = label("", "quiet")
        self.show_syncing(on=settings.syncs)
        self.vault = button("", self.vault_asked.emit, "link")
        self.waiting = label("", "state", wraps=False)
        self.waiting.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 8, 32, 8)
        layout.setSpacing(24)
        for part, share in ((self.state, 2), (self.emergency, 4), (self.content, 4), (self.network, 2)):
            layout.addWidget(part, share)
        layout.addWidget(self.waiting)
        layout.addWidget(self.vault)
        self.network.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_syncing(self, *, on: bool) -> None:
        """Show whether the kit opens connections by itself."""
        self.network.setText(_("Syncs by itself") if on else _("Offline, by choice"))

    def show_vault(self, state: VaultState) -> None:
        """Show whether cases can be read just now; pressing locks the vault, or leads to it."""
        words, deed = {
            Phase.NONE: (_("No vault"), _("Make a vault")),
            Phase.LOCKED: (_("Vault locked"), _("Unlock the vault")),
            Phase.BUSY: (_("Vault: one moment"), ""),
            Phase.OPEN: (_("Vault open"), _("Lock the vault (Ctrl+L)")),
        }[state.phase]
        if state.is_unsaved:
            words = _("Vault: not all kept")
        self.vault.setText(words)
        self.vault.setToolTip(deed)
        self.vault.setAccessibleName(f"{words}. {deed}")

    def show_waiting(self, put_on: list[date], today: date) -> None:
        """Show how many sealed files wait, put on these days, and how old the oldest is."""
        words = ngettext("{n} sealed waits", "{n} sealed wait", len(put_on)).format(n=len(put_on))
        old = age(min(put_on), today) if put_on else ""
        self.waiting.setText(f"{words} ({old})" if old else words)
        self.waiting.setVisible(bool(put_on))

    def show_emergency(self, entry: Entry) -> None:
        """Show the emergency number of the police in the officer's state, and how sure it is."""
        from amparo.core.contact_words import emergency_words
        from amparo.core.contacts import police_emergency

        self.emergency.setText(emergency_words(police_emergency(entry)))


def content_words(edition: Edition, today: date) -> str:
    """The date and age of the content; no age where the clock cannot be right."""
    said = _("Content of {date}").format(date=long_date(edition.issued))
    old = age(edition.issued, today)
    return f"{said}, {old}" if old else said


def clock_trouble(edition: Edition, today: date) -> str:
    """What to tell an officer whose clock cannot be right; empty for one that may be."""
    if today >= edition.issued:
        return ""
    return _(
        "The clock of this computer says {today}, which is before this content was issued."
        " Ages are not shown. Please set the clock."
    ).format(today=long_date(today))
