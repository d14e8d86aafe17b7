"""Home: three tasks, what concerns the officer's work, the bookmarks, and what this kit is."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amparo.core.i18n import _
from amparo.core.model import Edition, Kind, PageHead
from amparo.ui.home.cards import ListCard, TaskCard, edition_card, edition_words
from amparo.ui.home.tasks import Task
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import column, label, scrolling

if TYPE_CHECKING:
    from amparo.core.blocks import Block
    from amparo.core.contacts import Entry

_HOW = "guidance/this-kit"
_CARD_LETTERS = 34
"""A card is never narrower than so many letters; the window decides how many stand side by side."""


class HomePage(QWidget):
    """The three tasks of a role, large, by the keys 1 to 3 too."""

    task_asked = Signal(object)  # Task
    page_asked = Signal(str)
    mine_asked = Signal()
    bookmarks_asked = Signal()

    def __init__(
        self,
        tasks: tuple[Task, ...],
        mine: tuple[PageHead, ...],
        edition: Edition,
        today: date,
        theme: Theme,
    ) -> None:
        """Args: mine: the pages that concern the role."""
        super().__init__()
        self.tasks = tasks
        served = (head for head in mine if head.kind != Kind.DIRECTORY)  # it has a task of its own
        whole = (head for head in served if head.kind == Kind.PLAN or head.parent is None)
        mine = tuple(sorted(whole, key=lambda head: head.kind == Kind.PLAN))  # what serves the work first
        self._mine, self._marked = mine, tuple[PageHead, ...]()
        self._about = edition_words(edition, today)
        self._mine_card = ListCard(_("For your work"), _("All {n}"))
        self._mine_card.show_pages(mine)
        self._bookmark_card = ListCard(
            _("Bookmarks"), _("All {n}"), _("None yet. Open a page and press Bookmark, or Ctrl+D.")
        )
        read = partial(self.page_asked.emit, _HOW)
        self._cards = [
            *(TaskCard(number, task, self.task_asked.emit) for number, task in enumerate(self.tasks, 1)),
            self._mine_card,
            self._bookmark_card,
            edition_card(edition, today, read if any(head.id == _HOW for head in mine) else None),
        ]
        self._grid, self._columns = QGridLayout(), 0
        self._lay_out()
        for card, more in ((self._mine_card, self.mine_asked), (self._bookmark_card, self.bookmarks_asked)):
            card.page_asked.connect(self.page_asked)
            card.more_asked.connect(more)
        theme.changed.connect(self._arrange)

    def show_calls(self, entry: Entry) -> None:
        """Show the emergency number of the officer's state, whom else to call, and what is not known."""
        from amparo.ui.home.calls import first_calls, first_gap

        for card in self._cards:
            if isinstance(card, TaskCard) and card.task.calls:
                card.show_calls(first_calls(entry), first_gap(entry))

    def show_bookmarks(self, heads: tuple[PageHead, ...]) -> None:
        """List the latest bookmarks."""
        self._marked = heads
        self._bookmark_card.show_pages(heads)

    def blocks(self) -> tuple[Block, ...]:
        """The page for the printer."""
        from amparo.core.blocks import (
            Heading,
            Items,
            Paragraph,
            Span,
            Style,
            prose,
        )  # not for the first window

        tasks = tuple((Span(_(task.title), Style.STRONG), Span(f" · {_(task.words)}")) for task in self.tasks)
        blocks: list[Block] = [Items(tasks)]
        for title, heads in ((_("For your work"), self._mine), (_("Bookmarks"), self._marked)):
            if heads:
                blocks += [Heading(title), Items(tuple(prose(head.full_title) for head in heads))]
        about = (Paragraph(prose(words)) for words, _look in self._about)
        return (*blocks, Heading(_("This kit")), *about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as have room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("What do you need?"), "title"))
        self._grid.setSpacing(16)
        page.addLayout(self._grid)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
        self._arrange()

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        columns = max(1, min(3, int((self.width() - 64) / (letter * _CARD_LETTERS))))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
