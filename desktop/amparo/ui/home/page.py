"""Home: three tasks, the bookmarks, and what this kit is."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from amparo.core.blocks import Block, Heading, Items, Span, Style, prose
from amparo.core.dates import age, long_date
from amparo.core.i18n import _
from amparo.core.model import Audience, Edition, Kind, PageHead
from amparo.library.reader import KIND_NAMES
from amparo.ui.home.tasks import Task, tasks_for
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import LinkButton, button, column, label, scrolling

_CARD_LETTERS = 34
"""A card is never narrower than so many letters; the window decides how many stand side by side."""
_BOOKMARKS = 4


class HomePage(QWidget):
    """The three tasks of a role, large, by the keys 1 to 3 too."""

    task_asked = Signal(object)  # Task
    page_asked = Signal(str)
    bookmarks_asked = Signal()

    def __init__(
        self, role: Audience, edition: Edition, missing: tuple[Kind, ...], today: date, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self.tasks = tasks_for(role)
        self._heads: tuple[PageHead, ...] = ()
        self._marked = QVBoxLayout()
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("What do you need?"), "title"))
        self._cards = [_task_card(number, task, self) for number, task in enumerate(self.tasks, 1)]
        self._cards += [self._bookmark_card(), _edition_card(edition, today, missing)]
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        page.addLayout(self._grid)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
        self._columns = 0
        self._arrange()
        theme.changed.connect(self._arrange)

    def show_bookmarks(self, heads: tuple[PageHead, ...]) -> None:
        """List the latest bookmarks, each a button that opens its page."""
        self._heads = heads
        while (old := self._marked.takeAt(0)) is not None:
            if widget := old.widget():
                widget.deleteLater()
        for head in heads[:_BOOKMARKS]:
            opens = LinkButton(head.full_title)
            opens.clicked.connect(partial(self.page_asked.emit, head.id))
            self._marked.addWidget(opens)
        if not heads:
            self._marked.addWidget(label(_("None yet. Open a page and press Bookmark, or Ctrl+D."), "quiet"))
        elif len(heads) > _BOOKMARKS:
            self._marked.addWidget(button(_("All bookmarks"), self.bookmarks_asked.emit))

    def blocks(self) -> tuple[Block, ...]:
        """The page for the printer."""
        tasks = tuple((Span(_(task.title), Style.STRONG), Span(f" · {_(task.words)}")) for task in self.tasks)
        marked = tuple(prose(head.full_title) for head in self._heads)
        bookmarks = (Heading(_("Bookmarks")), Items(marked)) if marked else ()
        return (Items(tasks), *bookmarks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as have room."""
        super().resizeEvent(event)
        self._arrange()

    def _bookmark_card(self) -> QFrame:
        card, inside = _card(_("Bookmarks"))
        inside.addLayout(self._marked)
        inside.addStretch(1)
        return card

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


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("look", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(18, 16, 18, 16)
    inside.setSpacing(8)
    inside.addWidget(label(title, "section"))
    return card, inside


def _task_card(number: int, task: Task, home: HomePage) -> QFrame:
    card, inside = _card(_(task.title))
    inside.addWidget(label(_(task.words), "quiet"))
    inside.addStretch(1)
    begin = button(f"{_(task.verb)}  ({number})", lambda: home.task_asked.emit(task), "primary")
    begin.setAccessibleName(f"{_(task.title)}: {_(task.verb)}")
    begin.setShortcut(str(number))
    inside.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def _edition_card(edition: Edition, today: date, missing: tuple[Kind, ...]) -> QFrame:
    card, inside = _card(_("This kit"))
    old = age(edition.issued, today)
    issued = _("Content {version} of {date}").format(version=edition.version, date=long_date(edition.issued))
    inside.addWidget(label(f"{issued}, {old}" if old else issued))
    if missing:
        kinds = ", ".join(_(KIND_NAMES[kind]) for kind in missing)
        inside.addWidget(label(_("Not in this content yet: {kinds}.").format(kinds=kinds), "quiet"))
    inside.addWidget(label(_("It works without a network, and opens no connection."), "quiet"))
    inside.addStretch(1)
    return card
