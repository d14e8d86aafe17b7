"""The vault remembers the newest edition that was here, so that deleting files brings no older one back."""

from __future__ import annotations

from datetime import UTC, datetime, time

from PySide6.QtCore import QObject, Signal

from amparo.core.i18n import _
from amparo.sync.floor import Floor, floor_in
from amparo.ui.updates.model import UpdatesModel
from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.state import VaultState

_NAME = "content-floor"


class RememberedFloor(QObject):
    """Looks at each unlock, and writes after each new edition."""

    warned = Signal(str)  # the content here is older than what was here

    def __init__(self, vault: VaultModel, updates: UpdatesModel) -> None:
        super().__init__()
        self._vault, self._updates, self._was_open = vault, updates, False
        vault.changed.connect(self._follow)
        updates.installed.connect(self._look)
        self._follow(vault.state)  # whoever was quicker than the loading is not missed

    def _follow(self, state: VaultState) -> None:
        is_open, self._was_open = state.is_open and not self._was_open, state.is_open
        if is_open:
            self._look()

    def _look(self) -> None:
        self._vault.ask(lambda vault: vault.post.setting(_NAME), self._compare)

    def _compare(self, kept: str) -> None:
        edition = self._updates.versions.current().edition
        here = Floor(edition.version, datetime.combine(edition.issued, time(), UTC))
        known = floor_in(kept)
        self._updates.floor = max(known, here)
        if known.is_above(edition.version):
            words = _(
                "Edition {version} of the content was here before. What is here is older: receive it anew."
            )
            self.warned.emit(words.format(version=known.version))
        elif known < here:
            self._vault.ask(lambda vault: vault.post.remember(_NAME, here.to_text()))
