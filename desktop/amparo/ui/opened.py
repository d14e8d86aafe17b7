"""The content in use: its library, and the thread that searches it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from amparo.core.model import PageId
from amparo.library.changes import changed_pages
from amparo.library.store import Store
from amparo.library.versions import Content
from amparo.ui.searching import SearchThread

if TYPE_CHECKING:
    from amparo.library.search import Search


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenContent:
    """One edition, opened; whoever still shows a page of it keeps it open.

    Attributes:
        changed: the pages that it has changed against the edition before.
    """

    content: Content
    store: Store
    search: SearchThread
    changed: frozenset[PageId]

    def close(self) -> None:
        """Let go of every file."""
        self.search.close()
        self.store.close()


def opened(content: Content) -> OpenContent:
    """Open an edition; the search opens later, in its thread.

    Raises: ContentDamaged.
    """
    return OpenContent(
        content=content,
        store=Store(content.folder),
        search=SearchThread(partial(_open_search, content)),
        changed=frozenset() if content.is_bundled else changed_pages(content.folder),
    )


def _open_search(content: Content) -> Search:
    """In the search thread."""
    from amparo.library.search import Search

    return Search(content.folder, content.manifest)
