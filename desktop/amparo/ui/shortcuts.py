"""What the keys do in the window; `keys` says it to people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from amparo.core.settings import TEXT_SIZES
from amparo.ui.shelf.shelves import SHELVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from amparo.ui.window import Window


def add_shortcuts(window: Window) -> None:
    """Give the window its keys."""
    keys: dict[str, Callable[[], object]] = {
        "F1": window.dialogs.keys,
        "Ctrl+K": window.search_box.take_keys,
        "/": window.search_box.take_keys,
        "Alt+Home": lambda: window.show_page("home"),
        "Alt+Left": lambda: window.reading.go_back(),
        "Alt+Right": lambda: window.reading.go_forward(),
        "Ctrl+F": lambda: _find(window),
        "F3": lambda: window.library.reading.find_bar.find_next(),
        "Shift+F3": lambda: window.library.reading.find_bar.find_before(),
        "Ctrl+D": lambda: window.reading.toggle_mark(),
        "Ctrl+Shift+C": window.copy_current,
        "Ctrl+L": window.vault.toggle,
        "Ctrl+P": window.previews.current,
        "Ctrl++": lambda: _resize_text(window, +1),
        "Ctrl+=": lambda: _resize_text(window, +1),
        "Ctrl+-": lambda: _resize_text(window, -1),
        "F6": lambda: _next_part(window),
        "Ctrl+Q": lambda: window.window().close(),
    }
    keys |= {
        f"Ctrl+{place}": partial(window.show_page, name)
        for place, name in enumerate(window.navigation.buttons, 1)
    }
    for key, does in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(does)


def _find(window: Window) -> None:
    if window.current in SHELVES:
        window.library.reading.find_bar.open()
    else:
        window.search_box.take_keys()


def _resize_text(window: Window, step: int) -> None:
    at = TEXT_SIZES.index(window.text_size) + step
    if 0 <= at < len(TEXT_SIZES):
        window.setting_chosen.emit("text_size", TEXT_SIZES[at])


def _next_part(window: Window) -> None:
    """Navigation, search box, page, and round again."""
    parts: tuple[QWidget, ...] = (window.navigation, window.search_box, window.stack)
    focus = QApplication.focusWidget()
    at = next(
        (n for n, part in enumerate(parts) if focus and (part is focus or part.isAncestorOf(focus))), -1
    )
    part = parts[(at + 1) % len(parts)]
    if part is window.search_box:
        window.search_box.take_keys()
        return
    within = part if part is window.navigation else window.stack.currentWidget()
    if within is None:
        return
    for widget in within.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & 1:
            widget.setFocus()
            return
