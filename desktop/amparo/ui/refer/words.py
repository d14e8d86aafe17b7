"""What is said of senders, receivers and answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from amparo.core.i18n import N_, _

if TYPE_CHECKING:
    from amparo.vault.records import Card

ANSWERS = {
    "": N_("not answered yet"),
    "accepted": N_("accepted"),
    "refused": N_("refused"),
    "asked-back": N_("asked back"),
    "done": N_("done"),
}


def sender_words(sender: str, cards: Iterable[Card]) -> str:
    """Whose key signed it, if a checked card has it; else that the sender is unknown, with the letters."""
    from amparo.core.spoken import spoken

    known = next((card.name for card in cards if card.signer == sender), "")
    if known:
        return _("Signed by {name}, whose key you have checked.").format(name=known)
    return _("Unknown sender: nobody whose key you have checked. The letters of this key: {letters}.").format(
        letters=spoken(sender)
    )
