"""What is being read, and how one came there."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from amparo.core.blocks import Block
from amparo.core.errors import AppError
from amparo.core.model import Kind, Page, PageId
from amparo.library.bookmarks import Bookmarks
from amparo.library.reader import citation, reading, source_list
from amparo.library.store import Store
from amparo.ui.directory.narrowing import narrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """The page on view; None before the first.

    Attributes:
        role: that a page of the directory is narrowed to; empty for all of it.
    """

    page: Page | None = None
    blocks: tuple[Block, ...] = ()
    role: str = ""
    is_marked: bool = False
    can_go_back: bool = False
    can_go_forward: bool = False


class ReadingModel(QObject):
    """Opens pages, and remembers the way back within this sitting."""

    changed = Signal(object)  # ReadingState
    failed = Signal(object)  # AppError
    marked = Signal()  # the bookmarks are others now

    def __init__(self, store: Store, bookmarks: Bookmarks, lang: str) -> None:
        super().__init__()
        self.state = ReadingState()
        self._store, self._bookmarks, self._lang = store, bookmarks, lang
        self._trail: list[PageId] = []
        self._at = -1

    @Slot(str)
    def open(self, page: str) -> None:
        """Read a page; the way forward from an earlier one ends here."""
        if self._show(PageId(page)) and (self._at < 0 or self._trail[self._at] != page):
            self._trail = [*self._trail[: self._at + 1], PageId(page)]
            self._at += 1
            self._tell()

    @Slot()
    def go_back(self) -> None:
        """Read the page before this one."""
        self._step(-1)

    @Slot()
    def go_forward(self) -> None:
        """Read the page that one came back from."""
        self._step(+1)

    @Slot()
    def toggle_mark(self) -> None:
        """Mark the page, or take its mark away."""
        if (page := self.state.page) is None:
            return
        try:
            (self._bookmarks.remove if self.state.is_marked else self._bookmarks.add)(page.id)
        except AppError as error:
            self.failed.emit(error)
            return
        self._set(replace(self.state, is_marked=not self.state.is_marked))
        self.marked.emit()

    def quotation(self) -> str:
        """The page's text with where it is from, for the clipboard."""
        page = self.state.page
        if page is None:
            return ""
        parts = (
            page.text.strip(),
            (page.footnote or "").strip(),
            citation(page, self._store.edition.version),
        )
        return "\n\n".join(filter(None, parts))

    @Slot(str)
    def narrow(self, role: str) -> None:
        """Show, of the pages of the directory, emergency numbers and this role; all for none."""
        self._set(replace(self.state, role=role))
        if (page := self.state.page) is not None:
            self._set(replace(self.state, blocks=self._blocks(page)))

    def _blocks(self, page: Page) -> tuple[Block, ...]:
        if page.kind == Kind.DIRECTORY and self.state.role:
            return narrowed(page.blocks, self.state.role)
        return (*reading(page), *source_list(page))

    def siblings(self) -> tuple[PageId, ...]:
        """The pages under the same one, this page among them."""
        page = self.state.page
        if page is None or page.parent is None:
            return ()
        return tuple(head.id for head in self._store.heads(self._lang, parent=page.parent))

    @Slot()
    def go_on(self) -> None:
        """Read the next page under the same one; after the last, the one that they are all under."""
        page = self.state.page
        if page is None or page.parent is None:
            return
        after = self.siblings()[self.siblings().index(page.id) + 1 :]
        self.open(after[0] if after else page.parent)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._trail) and self._show(self._trail[self._at + by]):
            self._at += by
            self._tell()

    def _show(self, page: PageId) -> bool:
        try:
            opened = self._store.page(page, self._lang)
        except AppError as error:
            self.failed.emit(error)
            return False
        marked = opened.id in self._bookmarks.pages()
        self._set(replace(self.state, page=opened, blocks=self._blocks(opened), is_marked=marked))
        return True

    def _tell(self) -> None:
        back, forward = self._at > 0, self._at < len(self._trail) - 1
        if (back, forward) != (self.state.can_go_back, self.state.can_go_forward):
            self._set(replace(self.state, can_go_back=back, can_go_forward=forward))

    def _set(self, state: ReadingState) -> None:
        self.state = state
        self.changed.emit(state)
