"""What a window is made over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from amparo.core.model import PageId
from amparo.core.settings import SettingsFile
from amparo.exchange.outbox import Outbox
from amparo.library.bookmarks import Bookmarks
from amparo.library.store import Store
from amparo.ui.jobs import Jobs
from amparo.ui.screening.keeping import Keeping
from amparo.ui.screening.sitting import Screenings
from amparo.ui.searching import SearchThread
from amparo.ui.theme.theme import Theme
from amparo.ui.training.sitting import Sitting
from amparo.ui.vault.model import VaultModel

if TYPE_CHECKING:  # not for the first window
    from amparo.ui.updates.model import UpdatesModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the window is made over; it outlives the window, which is made anew for another language.

    Attributes:
        changed: the pages that the edition in use has changed.
    """

    store: Store
    settings: SettingsFile
    bookmarks: Bookmarks
    search: SearchThread
    jobs: Jobs
    theme: Theme
    sitting: Sitting
    screenings: Screenings
    vault: VaultModel
    keeping: Keeping
    outbox: Outbox
    updates: Callable[[], UpdatesModel]
    changed: frozenset[PageId]
    today: Callable[[], date]
