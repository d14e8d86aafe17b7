"""The vault and the window: its state in the status line, its key, and what the window forgets at a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from amparo.ui.vault.model import VaultModel
from amparo.ui.vault.state import VaultState

if TYPE_CHECKING:
    from amparo.ui.window import Window


class VaultBinding(QObject):
    """Lives as long as its window; the vault outlives both."""

    def __init__(self, window: Window, vault: VaultModel) -> None:
        super().__init__(window)
        self._window, self._vault, self._copied = window, vault, Copied(self)
        window.status.vault_asked.connect(self.toggle)
        window.status.show_vault(vault.state)
        vault.changed.connect(self._show_state)
        vault.failed.connect(window.tell_error)
        vault.locking.connect(self._clear)

    def toggle(self) -> None:
        """Lock the vault; where it is not open, show what opens it."""
        if self._vault.state.is_open:
            self._vault.lock()
        else:
            self._window.show_page("cases")

    def _show_state(self, state: VaultState) -> None:
        self._window.status.show_vault(state)
        if state.is_open and state.error is not None:
            self._window.tell_error(state.error)

    def _clear(self) -> None:
        """Beyond the pages that know themselves what to forget: dialogs, the search, what was copied."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        self._window.search_box.setText("")  # `clear` could be undone
        self._copied.take_back()


class Copied(QObject):
    """Whether what is on the clipboard was copied from the kit; not every system says whose it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._is_ours = False
        self._clipboard.dataChanged.connect(self._follow)

    def take_back(self) -> None:
        """Empty the clipboard, unless another program put there what it holds."""
        if self._is_ours or self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _follow(self) -> None:
        self._is_ours = QGuiApplication.focusWindow() is not None
