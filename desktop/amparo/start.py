"""How the program starts with a window: an empty one first, in it what takes longer to load, and its end."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from amparo.core.log import log_to
from amparo.core.places import Places, find_places
from amparo.core.settings import SettingsFile, Theme
from amparo.ui.firstpaint import FirstPaint
from amparo.ui.shell import Shell
from amparo.ui.theme.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from types import TracebackType

    from amparo.app import Kit

_GROUNDS = {Theme.LIGHT: LIGHT.ground, Theme.DARK: DARK.ground}
NO_DISPLAY = -1
"""No display answered, and nothing was opened."""


class Start:
    """Shows the empty window, and makes the kit in it once it can be seen.

    Attributes:
        kit: from then on.
    """

    def __init__(self, app: QApplication, places: Places) -> None:
        self._app, self._places = app, places
        self._settings = SettingsFile(places.settings)
        self.kit: Kit | None = None
        self.shell = Shell(_GROUNDS.get(self._settings.current.theme, ""))
        FirstPaint(self.shell, self._make_kit)
        self.shell.show()

    def close(self) -> None:
        """End the kit, if there was one."""
        if self.kit is not None:
            self.kit.close()

    def show_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show a mistake of the program; where nothing could be shown because of it, that is the end."""
        from amparo.ui import messages

        messages.log.critical("a mistake of the program", exc_info=(kind, error, trace))
        messages.show_bug(messages.report_of(kind, trace), self.shell)
        if self.kit is None or self.kit.window is None:
            self._app.exit(1)

    def _make_kit(self) -> None:
        from amparo.app import Kit

        self.kit = Kit(self._app, self._places, self._settings, self.shell)
        self.kit.open()
        assert self.kit.window is not None
        FirstPaint(self.kit.window, _collect_again)


def open_window() -> int:
    """Open the window and stay until it is closed; the exit code, or `NO_DISPLAY`."""
    asked = "QT_QPA_PLATFORM" in os.environ
    if sys.platform.startswith("linux") and not asked:
        # the last platform cannot fail, so that Qt never aborts for want of a display
        first = "wayland;xcb" if "WAYLAND_DISPLAY" in os.environ else "xcb;wayland"
        os.environ["QT_QPA_PLATFORM"] = f"{first};offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    app = QApplication(sys.argv[:1])
    if QApplication.platformName() == "offscreen" and not asked:
        return NO_DISPLAY
    app.setApplicationName("Amparo")
    app.setDesktopFileName("amparo")
    places = find_places()
    log_to(places.log)
    start = Start(app, places)
    sys.excepthook = start.show_bug
    code = app.exec()
    start.close()
    return code


def _collect_again() -> None:
    gc.enable()
    gc.freeze()  # what is there now stays until the end, and need not be looked through
