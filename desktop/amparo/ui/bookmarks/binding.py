"""Bookmarks and the window: listed on Home and on their own page, as they now are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.model import PageHead, PageId
from amparo.library.bookmarks import Bookmarks

if TYPE_CHECKING:
    from amparo.ui.bookmarks.page import BookmarksPage
    from amparo.ui.window import Window


class BookmarksBinding:
    """Lives as long as its window; the bookmarks outlive both."""

    def __init__(self, window: Window, bookmarks: Bookmarks, heads: tuple[PageHead, ...]) -> None:
        self._window, self._bookmarks = window, bookmarks
        self._heads = {head.id: head for head in heads}

    def heads(self) -> tuple[PageHead, ...]:
        """The pages that are marked, the latest first; those of another edition are kept, and not shown."""
        return tuple(self._heads[page] for page in self._bookmarks.pages() if page in self._heads)

    def show(self) -> None:
        """List the bookmarks as they now are, wherever they are listed."""
        heads = self.heads()
        self._window.home.show_bookmarks(heads)
        if "bookmarks" in self._window.__dict__:  # the page was gone to before
            self._window.bookmarks.show_bookmarks(heads)

    def page(self) -> BookmarksPage:
        """The page of all bookmarks."""
        from amparo.ui.bookmarks.page import BookmarksPage

        page = BookmarksPage()
        page.show_bookmarks(self.heads())
        page.page_asked.connect(self._window.read)
        page.removal_asked.connect(self._remove)
        return page

    def _remove(self, page: str) -> None:
        try:
            self._bookmarks.remove(PageId(page))
        except AppError as error:
            self._window.tell_error(error)
        self.show()
