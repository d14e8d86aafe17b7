"""The kit as it is, but that it says when its search is open: nothing outside could see that."""

import sys
import time
from collections.abc import Callable

from amparo import start
from amparo.library.search import Search
from amparo.ui import opened
from amparo.ui.searching import SearchThread


def watch_search(told: Callable[[], object]) -> None:
    """Have every search thread of the kit tell, in the window's thread, when it can be asked."""

    class Watched(SearchThread):
        def __init__(self, open_search: Callable[[], Search]) -> None:
            super().__init__(open_search)
            self.opened.connect(lambda _is_damaged: told())

    setattr(opened, "SearchThread", Watched)  # noqa: B010 - mypy would not have a class assigned


def main() -> int:
    """Open the kit; say the time, by the clock that all processes share, when search is usable."""
    watch_search(lambda: print(time.monotonic(), flush=True))
    return start.open_window()


if __name__ == "__main__":
    sys.exit(main())
