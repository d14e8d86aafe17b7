"""What the window prints, on its way to the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.core.model import Kind
from amparo.core.states import page_of_state

if TYPE_CHECKING:
    from amparo.core.blocks import Block
    from amparo.paper.printout import Printout
    from amparo.ui.cases.sheets import RecordSheet
    from amparo.ui.preview.dialog import PreviewDialog
    from amparo.ui.printouts import Printouts
    from amparo.ui.services import Services
    from amparo.ui.window import Window


class Previews:
    """Opens a preview over the window; all that it needs is loaded with the first."""

    def __init__(self, window: Window, services: Services) -> None:
        self._window, self._services = window, services

    def current(self) -> None:
        """Of whatever is on the screen."""
        if self._window.current == "cases":
            self._window.cases.print()
        elif printout := self._printouts().of(self._window):
            self._open(printout)

    def call_sheet(self) -> None:
        """Of every number of the state or organisation on view, else of the officer's own state."""
        page = self._window.reading.state.page
        own = page_of_state(self._services.settings.current.state)
        wanted = page.id if page and page.kind == Kind.DIRECTORY else own
        self._open(self._printouts().call_sheet(wanted))

    def licences(self, blocks: tuple[Block, ...]) -> None:
        """Of the parts of the program."""
        self._open(self._printouts().list_of("screen/licences", blocks))

    def record(self, sheet: RecordSheet) -> None:
        """Of a sheet of the vault; that it was printed is logged there."""
        from amparo.vault.audit import Deed

        dialog = self._open(self._printouts().record(sheet))
        vault = self._services.vault
        dialog.model.printed.connect(lambda: vault.ask(lambda opened: opened.log(Deed.PRINTED, sheet.about)))

    def _printouts(self) -> Printouts:
        from amparo.ui.printouts import Printouts

        return Printouts(self._services.store, self._services.settings.current)

    def _open(self, printout: Printout) -> PreviewDialog:
        from amparo.ui.preview.dialog import PreviewDialog

        services = self._services
        dialog = PreviewDialog(printout, services.settings, services.jobs, services.theme, self._window)
        dialog.open()
        return dialog
