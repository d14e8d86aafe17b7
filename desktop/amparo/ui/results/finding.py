"""The search box and the page of results: typing goes there, an empty box goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.ui.window import Window


class Finding:
    """Knows where the officer was before the search."""

    def __init__(self, window: Window) -> None:
        self._window, self._before = window, "home"
        box = window.search_box
        box.typed.connect(self._search)
        box.entered.connect(self._open_found)
        box.left.connect(self._leave)
        box.down_asked.connect(self._go_to_list)

    def _search(self, query: str) -> None:
        window = self._window
        if query.strip() and window.current != "results":
            self._before = window.current
            window.show_page("results")
        if query.strip() or "results_model" in window.__dict__:
            window.results_model.search(query)
        if not query.strip():
            self._leave()

    def _leave(self) -> None:
        if self._window.current == "results":
            self._window.show_page(self._before)

    def _open_found(self) -> None:
        self._window.results.open_when_found()

    def _go_to_list(self) -> None:
        self._window.results.list.setFocus()
