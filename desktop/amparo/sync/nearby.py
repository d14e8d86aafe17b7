"""Kits of colleagues on the same network that find one another; an extra, installed apart and off by default.

It tells the whole network that this program runs here: nothing but a random name, a port, and the edition.
Whatever is found is one more carrier that nobody believes, and asks for the code all the same.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.i18n import _

if TYPE_CHECKING:
    from zeroconf import Zeroconf

_SERVICE = "_amparo._tcp.local."


def is_installed() -> bool:
    """Whether the extra is there; loads nothing of it."""
    return find_spec("zeroconf") is not None


class Announcing:
    """Tells the network that this kit gives its content, until it is closed."""

    def __init__(self, address: str, version: str) -> None:
        """Args: address: with the port, as colleagues would type it.

        Raises: AppError, where there is no network to tell.
        """
        from zeroconf import ServiceInfo

        host, _colon, port = address.rpartition(":")
        name = secrets.token_hex(4)
        self._zeroconf = _opened()
        self._info = ServiceInfo(
            _SERVICE,
            f"{name}.{_SERVICE}",
            addresses=[socket.inet_aton(host)],
            port=int(port),
            properties={"edition": version},
            server=f"{name}.local.",
        )
        self._zeroconf.register_service(self._info)

    def close(self) -> None:
        """Take it back."""
        self._zeroconf.unregister_service(self._info)
        self._zeroconf.close()


class Looking:
    """Listens for kits that give their content, until it is closed."""

    def __init__(self, found: Callable[[str, str], None]) -> None:
        """Args: found: called in a thread of its own, with an address as it would be typed, and an edition.

        Raises: AppError, where there is no network to listen to.
        """
        from zeroconf import ServiceBrowser, ServiceStateChange

        self._zeroconf, self._found = _opened(), found

        def follow(
            zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
        ) -> None:
            if state_change is not ServiceStateChange.Removed:  # what went away is told by the try
                self._tell(zeroconf, service_type, name)

        self._browser = ServiceBrowser(self._zeroconf, _SERVICE, handlers=[follow])

    def close(self) -> None:
        """Listen no more."""
        self._browser.cancel()
        self._zeroconf.close()

    def _tell(self, zeroconf: Zeroconf, kind: str, name: str) -> None:
        info = zeroconf.get_service_info(kind, name, 2000)
        if info is None or not info.addresses:
            return
        said = (info.properties or {}).get(b"edition") or b""
        self._found(f"{socket.inet_ntoa(info.addresses[0])}:{info.port}", said.decode(errors="replace")[:20])


def _opened() -> Zeroconf:
    from zeroconf import Zeroconf

    try:
        return Zeroconf()
    except (OSError, RuntimeError) as error:  # usual on a laptop without a network
        raise AppError(
            _("There is no network here on which kits could find one another."),
            _("Type the colleague's address, or hand it on by a stick."),
        ) from error
