"""The cards that Home is made of."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from amparo.core.dates import age, long_date
from amparo.core.i18n import _
from amparo.core.model import Edition, PageHead
from amparo.ui.home.tasks import Task
from amparo.ui.widgets import LinkButton, button, label

LISTED = 4
"""Pages that a card lists; the others are behind its last button."""


class Card(QFrame):
    """A title, and what stands under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(18, 16, 18, 16)
        self.inside.setSpacing(8)
        self.inside.addWidget(label(title, "section"))


class ListCard(Card):
    """A few pages, each a button that opens it."""

    page_asked = Signal(str)
    more_asked = Signal()

    def __init__(self, title: str, more: str, none: str = "") -> None:
        """Args: more: the button to all of them; none: what stands there while there are none."""
        super().__init__(title)
        self._more, self._none = more, none
        self._pages = QVBoxLayout()
        self.inside.addLayout(self._pages)
        self.inside.addStretch(1)

    def show_pages(self, heads: tuple[PageHead, ...]) -> None:
        """List these pages instead."""
        while (old := self._pages.takeAt(0)) is not None:
            if widget := old.widget():
                widget.deleteLater()
        for head in heads[:LISTED]:
            opens = LinkButton(head.full_title)
            opens.clicked.connect(partial(self.page_asked.emit, head.id))
            self._pages.addWidget(opens)
        if not heads:
            self._pages.addWidget(label(self._none, "quiet"))
        elif len(heads) > LISTED:
            more = button(self._more.format(n=len(heads)), self.more_asked.emit)
            self._pages.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


class TaskCard(Card):
    """A task with its button, which the key of its number presses too."""

    def __init__(self, number: int, task: Task, begin: Callable[[Task], object]) -> None:
        super().__init__(_(task.title))
        self.task = task
        self._words = label(_(task.words), "quiet")
        self._calls = QVBoxLayout()
        self._calls.setSpacing(2)
        self.inside.addWidget(self._words)
        self.inside.addLayout(self._calls)
        self.inside.addStretch(1)
        begins = button(f"{_(task.verb)}  ({number})", partial(begin, task), "primary")
        begins.setAccessibleName(f"{_(task.title)}: {_(task.verb)}")
        begins.setShortcut(str(number))
        self.inside.addWidget(begins, 0, Qt.AlignmentFlag.AlignLeft)

    def show_calls(self, calls: Mapping[str, Iterable[str]], gap: str) -> None:
        """Show numbers in the place of the words.

        Args:
            calls: who answers each number, the emergency number first.
            gap: says what is not known; empty for nothing.
        """
        self._words.setText(gap)
        self._words.setVisible(bool(gap))
        for place, (dial, told) in enumerate(calls.items()):
            number = label(dial, "number" if place else "emergency")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._calls.addWidget(number)
            self._calls.addWidget(label("\n".join(told), "quiet"))


def edition_card(edition: Edition, today: date, read: Callable[[], object] | None) -> Card:
    """Which content this is, how old, and how the kit is used.

    Args: read: opens the page that tells it; None where the content has none.
    """
    card = Card(_("This kit"))
    for words, look in edition_words(edition, today):
        card.inside.addWidget(label(words, look))
    if read is not None:
        how = LinkButton(_("How to use it"))
        how.clicked.connect(lambda: read())
        card.inside.addWidget(how)
    card.inside.addStretch(1)
    return card


def edition_words(edition: Edition, today: date) -> list[tuple[str, str]]:
    """The sentences of that card, each with its look."""
    old = age(edition.issued, today)
    issued = _("Content {version} of {date}").format(version=edition.version, date=long_date(edition.issued))
    words = [(f"{issued}, {old}" if old else issued, "")]
    words.append((_("It works without a network, and opens a connection only when you say so."), "quiet"))
    return words
