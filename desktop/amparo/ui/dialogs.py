"""What stands over the window until it is closed: keys, licences, a card to show, the way out of the kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.ui.window import Window


class Dialogs:
    """Opens them; each is loaded when it is asked for."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def keys(self) -> None:
        """Show what every key does."""
        from amparo.ui.keys import KeysDialog

        KeysDialog(self._window).open()

    def licences(self) -> None:
        """Show who made the parts of the program, and under what terms."""
        from amparo.ui.licences import LicencesDialog

        dialog = LicencesDialog(self._window)
        dialog.print_asked.connect(self._window.previews.licences)
        dialog.open()

    def card(self) -> None:
        """Show the rights card on view across the desk."""
        from amparo.ui.cards.dialog import CardDialog, card_of

        services, page = self._window.services, self._window.reading.state.page
        confirmed = services.store.confirmed_messages(services.settings.current.state)
        if page and (card := card_of(page)):
            CardDialog(card, confirmed, services.theme, self._window).open()

    def lead_out(self, address: str) -> None:
        """Ask whether to leave the kit for an address, and do."""
        from amparo.ui.messages import lead_out

        lead_out(self._window, address)
