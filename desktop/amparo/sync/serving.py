"""Giving the content to colleagues on the local network who know a code, while a window is open."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Thread

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LETTERS = 6
_MOST_AT_ONCE = 8
_PATIENCE_S = 20
_MOST_WRONG = 200
"""Wrong codes, after which nothing is given any more: somebody is guessing."""


class Serving:
    """A small server that gives out these files and nothing else.

    Attributes:
        address: to be typed by the colleague, such as `192.168.1.5:47210`.
        code: to be typed too; told by voice.
        given: how often the whole was asked for.
    """

    def __init__(self, files: Mapping[str, bytes], told: Callable[[], None] = lambda: None) -> None:
        """Open the port.

        Args: told: called in a thread of the server's whenever somebody asks.

        Raises: OSError.
        """
        self.code = "".join(secrets.choice(_LETTERS) for _letter in range(_CODE_LETTERS))
        self.given = self._wrong = 0
        self._files, self._told = files, told
        self._server = ThreadingHTTPServer(("", 0), self._handler())
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self.address = f"{own_address()}:{self.port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.2,), name="serving")
        self._thread.start()

    def close(self) -> None:
        """Give nothing any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _find(self, path: str) -> bytes | None:
        _empty, code, name = [*path.split("/", 2), "", ""][:3]
        if self._wrong >= _MOST_WRONG or not secrets.compare_digest(code.encode(), self.code.encode()):
            self._wrong += 1
            return None
        if name.endswith("timestamp.json"):
            self.given += 1
            self._told()
        return self._files.get(name)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        find, places = self._find, BoundedSemaphore(_MOST_AT_ONCE)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = _PATIENCE_S

            def do_GET(self) -> None:
                with places:
                    data = find(self.path)
                    status = HTTPStatus.NOT_FOUND if data is None else HTTPStatus.OK
                    self.send_response_only(status)  # no word about the program or the machine
                    self.send_header("Content-Length", str(len(data or b"")))
                    self.end_headers()
                    self.wfile.write(data or b"")

            def log_message(self, *_said: object) -> None:
                """Nothing of who asked is kept."""

        return Handler


def own_address() -> str:
    """This computer's address on its network, as far as it has one; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address that belongs to nobody; connecting sends nothing
            return str(asking.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def address_of(typed: str, code: str) -> str:
    """The address of a colleague's kit, from what was typed."""
    plain = typed.strip().removeprefix("http://").rstrip("/")
    return f"http://{plain}/{''.join(code.split()).upper()}"
