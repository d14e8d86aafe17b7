"""Sees from outside when a program's first window is there: the same way for every program, whatever it is.

A client of the X server asks to be told of every window that is mapped below the root, and then looks at the
pixels of one line across the window until they are no longer the black ground. It sleeps until the server
speaks, so that it takes nothing from the program that it measures; only between map and paint, a few
milliseconds, it looks again and again.
"""

import ctypes
import select
import time
from typing import Any, NamedTuple, Self

_SUBSTRUCTURE_NOTIFY = 0x80000
_CW_EVENT_MASK = 0x800
_MAP_NOTIFY = 19
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFFFF
_SMALLEST_PX = 100
"""Smaller windows are helpers of a toolkit."""
_LOOK_AGAIN_S = 0.0005


class Shown(NamedTuple):
    """When the first window was there, by `time.monotonic`."""

    window: int
    mapped_s: float
    painted_s: float


class NeverShown(Exception):
    """No window came up in time."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _MapNotify(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("event", ctypes.c_uint32),
        ("window", ctypes.c_uint32),
        ("override_redirect", ctypes.c_uint8),
    )


class _Geometry(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("depth", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("root", ctypes.c_uint32),
        ("x", ctypes.c_int16),
        ("y", ctypes.c_int16),
        ("width", ctypes.c_uint16),
        ("height", ctypes.c_uint16),
    )


class Screen:
    """A connection to a display that has nobody on it but us and one program at a time.

    xcb rather than Xlib: a window that is gone is an empty reply there, and the end of the process here.
    """

    def __init__(self, display: str) -> None:
        self._xcb, self._free = _libraries()
        self._connection = ctypes.c_void_p(self._xcb.xcb_connect(display.encode(), None))
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        self._root = int(self._xcb.xcb_setup_roots_iterator(setup).data[0])  # its first field
        self._xcb.xcb_change_window_attributes(
            self._connection, self._root, _CW_EVENT_MASK, ctypes.byref(ctypes.c_uint32(_SUBSTRUCTURE_NOTIFY))
        )
        self._xcb.xcb_flush(self._connection)

    def close(self) -> None:
        """Leave the display."""
        self._xcb.xcb_disconnect(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def clear(self, patience_s: float = 5) -> None:
        """Wait until the last program's windows are gone, and forget what was told of them."""
        until = time.monotonic() + patience_s
        while self._is_painted(self._root) and time.monotonic() < until:
            time.sleep(_LOOK_AGAIN_S)
        while self._next_event() is not None:
            pass

    def first_window(self, patience_s: float) -> Shown:
        """Wait for the first window of the program that was just started.

        Raises: NeverShown.
        """
        until = time.monotonic() + patience_s
        window, mapped_s = self._wait_for_map(until)
        while not self._is_painted(window):
            if time.monotonic() > until:
                raise NeverShown("a window that stays empty")
            time.sleep(_LOOK_AGAIN_S)
        return Shown(window, mapped_s, time.monotonic())

    def filled_s(self, shown: Shown, patience_s: float) -> float:
        """Wait until there is more than an empty ground on a window's middle line; when that was.

        Raises: NeverShown.
        """
        until = time.monotonic() + patience_s
        while len(colours(self._line(shown.window))) < 2:
            if time.monotonic() > until:
                raise NeverShown("a window that stays empty")
            time.sleep(_LOOK_AGAIN_S)
        return time.monotonic()

    def _wait_for_map(self, until: float) -> tuple[int, float]:
        socket = self._xcb.xcb_get_file_descriptor(self._connection)
        while time.monotonic() < until:
            event = self._next_event()
            if event is None:
                select.select([socket], [], [], max(0.0, until - time.monotonic()))
                continue
            seen_s = time.monotonic()
            if event.response_type & 0x7F == _MAP_NOTIFY and not event.override_redirect:
                size = self._size(event.window)
                if size and min(size) >= _SMALLEST_PX:
                    return int(event.window), seen_s
        raise NeverShown("no window")

    def _next_event(self) -> _MapNotify | None:
        address = self._xcb.xcb_poll_for_event(self._connection)
        if not address:
            return None
        event = _MapNotify.from_buffer_copy(ctypes.string_at(address, ctypes.sizeof(_MapNotify)))
        self._free(ctypes.c_void_p(address))
        return event

    def _size(self, window: int) -> tuple[int, int] | None:
        cookie = self._xcb.xcb_get_geometry(self._connection, window)
        address = self._xcb.xcb_get_geometry_reply(self._connection, cookie, None)
        if not address:
            return None
        found = _Geometry.from_buffer_copy(ctypes.string_at(address, ctypes.sizeof(_Geometry)))
        self._free(ctypes.c_void_p(address))
        return found.width, found.height

    def _is_painted(self, window: int) -> bool:
        """Whether anything but black is on the line across the middle."""
        return has_colour(self._line(window))

    def _line(self, window: int) -> bytes:
        """The pixels across the middle; none of a window that is gone."""
        size = self._size(window)
        if size is None:
            return b""
        cookie = self._xcb.xcb_get_image(
            self._connection, _Z_PIXMAP, window, 0, size[1] // 2, size[0], 1, _ALL_PLANES
        )
        address = self._xcb.xcb_get_image_reply(self._connection, cookie, None)
        if not address:
            return b""
        reply = ctypes.c_void_p(address)
        length = self._xcb.xcb_get_image_data_length(reply)
        pixels = ctypes.string_at(self._xcb.xcb_get_image_data(reply), length)
        self._free(reply)
        return pixels


def has_colour(pixels: bytes) -> bool:
    """Whether any pixel, of four bytes with the last one unused, is not black."""
    return any(any(pixels[colour::4]) for colour in range(3))


def colours(pixels: bytes) -> set[bytes]:
    """The colours of pixels of four bytes each."""
    return {pixels[place : place + 3] for place in range(0, len(pixels), 4)}


def _libraries() -> tuple[Any, Any]:
    """Xcb, told what it takes and gives, and what its replies are freed with."""
    xcb, c = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
    for name in ("connect", "get_setup", "poll_for_event", "get_geometry_reply", "get_image_reply"):
        getattr(xcb, f"xcb_{name}").restype = ctypes.c_void_p
    xcb.xcb_get_image_data.restype = ctypes.c_void_p
    xcb.xcb_setup_roots_iterator.restype = _Screens
    for name in ("get_geometry", "get_image", "change_window_attributes"):
        getattr(xcb, f"xcb_{name}").restype = _Cookie
    xcb.xcb_get_geometry_reply.argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
    xcb.xcb_get_image_reply.argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
    xcb.xcb_get_image.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint8,
        ctypes.c_uint32,
        ctypes.c_int16,
        ctypes.c_int16,
        ctypes.c_uint16,
        ctypes.c_uint16,
        ctypes.c_uint32,
    ]
    return xcb, c.free
