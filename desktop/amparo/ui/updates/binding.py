"""Updates and the window: their page, and new content while another edition is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from amparo.core.i18n import _
from amparo.ui.shelf.shelves import SHELVES

if TYPE_CHECKING:
    from amparo.ui.opened import OpenContent
    from amparo.ui.updates.page import UpdatesPage
    from amparo.ui.window import Window


class UpdatesBinding(QObject):
    """Lives as long as its window; the updates outlive both.

    Attributes:
        is_offered: a newer edition is there, and a page of the one before is on view.
        search: of the newest edition.
    """

    reload_asked = Signal(str)  # the page to read then; empty for the one that is on view

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.is_offered = False
        self.search = window.services.search
        window.notice.acted.connect(lambda: self.reload_asked.emit(""))

    @property
    def reads_on(self) -> bool:
        """Whether a page is on view that belongs to this edition, and is not taken away from its reader."""
        return self._window.current in (*SHELVES, "cases")

    def offer(self, fresh: OpenContent) -> None:
        """Search the new edition from now on; what is on view stays until the officer wants the new."""
        self.is_offered, self.search = True, fresh.search
        if "results_model" in self._window.__dict__:
            self._window.results_model.use(fresh.search)
        version = fresh.store.edition.version
        words = _("Edition {version} of the content is here. This page is from the one before.")
        self._window.notice.offer(words.format(version=version), _("Show the new edition"))

    def page(self) -> UpdatesPage:
        """The page of the updates."""
        from amparo.ui.updates.page import UpdatesPage

        services = self._window.services
        changed = tuple(head for head in self._window.heads if head.id in services.changed)
        page = UpdatesPage(
            services.updates(),
            services.store.edition,
            changed,
            services.today(),
            syncs=services.settings.current.syncs,
        )
        page.page_asked.connect(self._window.read)
        page.syncing_chosen.connect(lambda on: self._window.setting_chosen.emit("syncs", on))
        return page
