"""A person before the window: sees it as a screen reader does, and has a mouse and a keyboard.

Runs in the system's Python (python3-gi, gir1.2-atspi-2.0), with xdotool.
"""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 20.0
_LOOK_AGAIN_S = 0.1
_MOST_TABS = 80
_ITEMS = ("list item", "tree item", "table cell")
"""A list tells of its current one that it has the keys, whether the list has them or not."""

Found = TypeVar("Found")


class Lost(Exception):
    """What was to be seen is not there."""


class Officer:
    """Uses the one program that is on the screen.

    Args:
        frame: the file in which the X server keeps what it shows.
        pictures: where pictures of the screen are kept.
    """

    def __init__(self, frame: Path, pictures: Path) -> None:
        self._frame, self._pictures = frame, pictures
        self._taken = 0

    def find(self, name: str, role: str = "", patience_s: float = PATIENCE_S) -> "Atspi.Accessible":
        """Wait until something of this name (a pattern) is on the screen.

        Raises: Lost.
        """
        pattern = re.compile(name)

        def look() -> "Atspi.Accessible | None":
            found = (
                one for one in self._all() if _is_shown(one) and (not role or one.get_role_name() == role)
            )
            return next((one for one in found if pattern.search(one.get_name() or "")), None)

        return self._wait(look, f"{role or 'anything'} {name!r}", patience_s)

    def sees(self, name: str, role: str = "") -> bool:
        """Whether it is there now."""
        try:
            return bool(self.find(name, role, patience_s=0.0))
        except Lost:
            return False

    def read(self, words: str, patience_s: float = PATIENCE_S) -> str:
        """Wait until a text on the screen has these words (a pattern); the text.

        Raises: Lost.
        """
        pattern = re.compile(words)

        def look() -> str | None:
            texts = (
                text for one in self._all() if _is_shown(one) for text in (one.get_name() or "", _text(one))
            )
            return next((text for text in texts if pattern.search(text)), None)

        return self._wait(look, f"the words {words!r}", patience_s)

    def click(self, name: str, role: str = "") -> None:
        """Press the left button on it, once it can be pressed."""
        one = self.find(name, role)
        self._wait(
            lambda: _has(one, Atspi.StateType.SENSITIVE) or None, f"{name!r} to be pressed", PATIENCE_S
        )
        place = one.get_extents(Atspi.CoordType.SCREEN)
        x, y = place.x + min(place.width // 2, 60), place.y + place.height // 2
        _xdotool("mousemove", "--sync", str(x), str(y), "click", "1")
        time.sleep(0.2)

    def tab_to(self, name: str, role: str = "", key: str = "Tab") -> None:
        """Go on by the keyboard until this has the keys; the page scrolls along.

        Raises: Lost.
        """
        pattern = re.compile(name)
        passed: list[str] = []
        for _step in range(_MOST_TABS):
            focused = self.focused()
            said = (focused.get_name() or "") if focused else ""
            if focused and pattern.search(said) and (not role or focused.get_role_name() == role):
                return
            passed.append(said)
            self.press(key)
        raise Lost(f"{name!r} is not reached by {key}; passed last: {passed[-30:]}")

    def focused(self) -> "Atspi.Accessible | None":
        """What has the keys."""
        shown = (one for one in self._all() if _is_shown(one) and _has(one, Atspi.StateType.FOCUSED))
        found = [one for one in shown if one.get_role_name() not in _ITEMS]
        return found[-1] if found else None  # the innermost: what hands the keys on has them too

    def matches(self, name: str, one: "Atspi.Accessible") -> bool:
        """Whether it has such a name (a pattern)."""
        return re.search(name, one.get_name() or "") is not None

    def type(self, words: str) -> None:
        """Type, into what has the keys."""
        _xdotool("type", "--delay", "12", words)
        time.sleep(0.2)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as `ctrl+p`."""
        _xdotool("key", "--delay", "40", *keys)
        time.sleep(0.15)

    def wait_for(self, is_so: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> None:
        """Wait for something outside the window, such as a file.

        Raises: Lost.
        """
        self._wait(lambda: is_so() or None, what, patience_s)

    def keep_picture(self, name: str) -> None:
        """Keep what the screen shows, when it has settled."""
        time.sleep(0.6)
        self._taken += 1
        shutil.copyfile(self._frame, self._pictures / f"{self._taken:02}-{name}.xwd")

    def outline(self) -> str:
        """All that is on the screen, a line each; for whoever asks why something was not found."""
        shown = (one for one in self._all() if _is_shown(one))
        return "\n".join(f"{one.get_role_name()}: {one.get_name()!r} {_text(one)[:80]!r}" for one in shown)

    def _all(self) -> Iterator["Atspi.Accessible"]:
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)  # what is on the screen now, not what was
        for place in range(desktop.get_child_count()):
            yield from _below(desktop.get_child_at_index(place))

    def _wait(self, look: "Callable[[], Found | None]", what: str, patience_s: float) -> "Found":
        until = time.monotonic() + patience_s
        while True:
            try:
                if (found := look()) is not None:
                    return found
            except GLib.Error:  # it went away while we looked
                pass
            if time.monotonic() > until:
                raise Lost(f"{what} did not come")
            time.sleep(_LOOK_AGAIN_S)


def _below(one: "Atspi.Accessible | None") -> Iterator["Atspi.Accessible"]:
    if one is None:
        return
    yield one
    for place in range(min(one.get_child_count(), 400)):
        yield from _below(one.get_child_at_index(place))


def _is_shown(one: "Atspi.Accessible") -> bool:
    return _has(one, Atspi.StateType.SHOWING)


def _has(one: "Atspi.Accessible", state: "Atspi.StateType") -> bool:
    return bool(one.get_state_set().contains(state))


def _text(one: "Atspi.Accessible") -> str:
    if not one.get_text_iface():
        return ""
    return Atspi.Text.get_text(one, 0, -1) or ""


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)
