"""Whatever is on the screen, as a printout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from amparo.core.blocks import Block, signs_of
from amparo.core.i18n import _
from amparo.core.model import Kind, Page, PageId
from amparo.core.settings import Settings
from amparo.core.states import STATES
from amparo.library.call_sheet import call_sheet
from amparo.library.reader import reading
from amparo.library.sheets import LISTS
from amparo.library.store import Store
from amparo.paper.printout import Printout, printout_of
from amparo.ui.shelf.shelves import SHELVES

if TYPE_CHECKING:
    from amparo.ui.cases.sheets import RecordSheet
    from amparo.ui.window import Window


class Printouts:
    """Makes the printout of the page in use."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._lang, self._alpha3 = settings.language, settings.state
        self._state = _(STATES[settings.state]) if settings.state in STATES else ""

    def of(self, window: Window) -> Printout | None:
        """The page of the content that is read; else the list, or the choices, that the window shows.

        None on a shelf where no page could be opened.
        """
        page = window.reading.state.page
        if window.current in SHELVES:
            if page is None:
                return None
            if window.library.reading.middle.is_screening:
                return self._screening(page, window)
            is_narrowed = page.kind == Kind.DIRECTORY and window.reading.state.role
            shown = window.reading.state.blocks if is_narrowed else reading(page)
            confirmed = self._confirmed() if page.kind == Kind.RIGHTS else ()
            whole = replace(page, blocks=shown)
            return printout_of(whole, self._store.edition, state=self._state, confirmed=confirmed)
        return self.list_of(f"screen/{window.current}", getattr(window, window.current).blocks())

    def call_sheet(self, page: PageId) -> Printout:
        """Every number of a state or organisation on one sheet."""
        entry, read = self._store.entry(page, self._lang), self._store.page(page, self._lang)
        title = _("Call sheet: {name}").format(name=entry.name)
        sheet = replace(read, title=title, context="", sources=(), blocks=call_sheet(entry))
        return printout_of(sheet, self._store.edition, state=self._state)

    def _screening(self, page: Page, window: Window) -> Printout:
        """The checklist as it is answered, with what it adds up to."""
        from amparo.ui.screening.answered import answered_blocks

        view = window.library.reading.middle.screening
        blocks = answered_blocks(view.screening, signs_of(page.blocks), view.entry)
        printout = printout_of(replace(page, blocks=blocks), self._store.edition, state=self._state)
        return replace(printout, is_personal=not view.screening.is_empty)

    def record(self, sheet: RecordSheet) -> Printout:
        """A sheet of the vault."""
        made = self.list_of("screen/cases", sheet.blocks)
        made = replace(made, title=sheet.title, as_of=sheet.as_of)
        return replace(made, is_personal=sheet.is_personal, salt=sheet.salt)

    def _confirmed(self) -> tuple[str, ...]:
        return self._store.confirmed_messages(self._alpha3)

    def list_of(self, name: str, blocks: tuple[Block, ...]) -> Printout:
        """What the window shows that is no page of the content."""
        return Printout(
            document=name,
            title=_(LISTS[name]),
            blocks=blocks,
            sources=(),
            edition=self._store.edition,
            as_of=self._store.edition.issued,
            lang=self._lang,
            state=self._state,
        )
