"""The pages that an officer marked, in the order of marking."""

import logging
from collections.abc import Callable
from pathlib import Path

from amparo.core.errors import AppError
from amparo.core.files import Record, RecordFile, Unreadable
from amparo.core.i18n import _
from amparo.core.model import PageId

log = logging.getLogger(__name__)

_PAGES = "pages"
Marked = tuple[PageId, ...]


class NotKept(AppError):
    """The bookmark could not be written; what was kept before is still there."""


class Bookmarks:
    """Bookmarks on disk; a second instance of the kit adds to the same ones.

    Attributes:
        trouble: what an officer should know of the last read, in a whole sentence; empty for nothing.
    """

    def __init__(self, path: Path) -> None:
        self._file = RecordFile(path)
        self.trouble = ""

    def pages(self) -> Marked:
        """The marked pages, the latest first; none where they cannot be read."""
        try:
            return _pages(self._file.read())
        except Unreadable:
            self.trouble = _("Your bookmarks could not be read and were set aside.")
        except OSError as error:
            log.info("bookmarks not read: %s", type(error).__name__)
            self.trouble = _("Your bookmarks could not be opened.")
        return ()

    def add(self, page: PageId) -> None:
        """Mark a page.

        Raises: NotKept.
        """
        self._change(lambda pages: (page, *(other for other in pages if other != page)))

    def remove(self, page: PageId) -> None:
        """Take a mark away.

        Raises: NotKept.
        """
        self._change(lambda pages: tuple(other for other in pages if other != page))

    def _change(self, change: Callable[[Marked], Marked]) -> None:
        def changed(record: Record) -> Record:
            return record | {_PAGES: list(change(_pages(record)))}

        try:
            self._file.update(changed)
        except OSError as error:
            raise NotKept(
                _("The bookmark could not be kept in {folder}.").format(folder=self._file.path.parent),
                _("Make room there, or start the kit from a place that can be written to."),
            ) from error


def _pages(record: Record) -> Marked:
    marked = record.get(_PAGES, [])
    return tuple(PageId(page) for page in marked if isinstance(page, str)) if isinstance(marked, list) else ()
