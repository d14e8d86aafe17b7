"""Whether a window can open, asked of the display server before Qt is.

Qt calls abort() where no server answers: exit 134, maybe a core file, and no exception that Python could
catch. The question goes through the libraries that Qt needs anyway, and takes 0.4-8 ms. `build/dev.py`
asks it too, before there is an environment, so this module stays within the standard library.
"""

import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum

LOCAL_X11 = (":", "/", "unix:", "unix/", "localhost:", "127.0.0.1:")
"""How the name of a near X server begins; a far one that is switched off would keep us waiting."""


class Display(StrEnum):
    """What is known of the display."""

    USABLE = "usable"
    UNSET = "unset"
    """No variable names a server: a terminal, a service, ssh without forwarding."""
    SILENT = "silent"
    """A server is named, and does not answer or does not let us in."""
    UNKNOWN = "unknown"
    """Nothing could be asked, for want of a library or because the server is far: Qt may try."""


def is_named(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether anything names a display; where nothing does, there is none to ask."""
    if not sys.platform.startswith("linux"):
        return True
    return any(map(environ.get, ("QT_QPA_PLATFORM", "WAYLAND_SOCKET", "WAYLAND_DISPLAY", "DISPLAY")))


def find_display(environ: Mapping[str, str] = os.environ) -> Display:
    """Ask the display server that Qt would use whether it answers."""
    if not sys.platform.startswith("linux") or environ.get("QT_QPA_PLATFORM"):
        return Display.USABLE
    if environ.get("WAYLAND_SOCKET"):
        return Display.USABLE  # an open connection, good for one use: to ask would be to spend it
    answers = []
    if wayland := environ.get("WAYLAND_DISPLAY"):
        answers.append(_ask(_wayland_answers, wayland))
    if (x11 := environ.get("DISPLAY")) and Display.USABLE not in answers:
        answers.append(_ask(_x11_answers, x11) if x11.startswith(LOCAL_X11) else Display.UNKNOWN)
    for verdict in (Display.USABLE, Display.UNKNOWN, Display.SILENT):
        if verdict in answers:
            return verdict
    return Display.UNSET


def _ask(answers: Callable[[bytes], bool], server: str) -> Display:
    try:
        return Display.USABLE if answers(os.fsencode(server)) else Display.SILENT
    except (OSError, AttributeError):  # no such library, or one without these functions
        return Display.UNKNOWN


def _wayland_answers(server: bytes) -> bool:
    import ctypes  # 5 ms

    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(server)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)


def _x11_answers(server: bytes) -> bool:
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p  # never NULL: a failed connection is an object as well
    connection = ctypes.c_void_p(xcb.xcb_connect(server, None))
    refused = xcb.xcb_connection_has_error(connection)  # a key that does not fit is an error too
    xcb.xcb_disconnect(connection)
    return not refused
