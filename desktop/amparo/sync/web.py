"""A web address as a carrier: one connection, no redirect, deadlines, and a file goes on where it was cut."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from typing import Any

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.sync.carrier import METADATA, Carrier

CONNECT_S, GAP_S = 5.0, 10.0
SLOW_AFTER_S, SLOWEST_BYTES = 20.0, 64
"""After so long, a file that came with fewer bytes a second than this is given up."""
_PART_BYTES = 16 * 1024
_MOST_S = 3600.0


class NotProven(DownloadError):
    """The server could not prove who it is."""


class WebCarrier(Carrier):
    """Asks one address and no other."""

    def __init__(
        self,
        url: str,
        *,
        authority: str = "",
        connect_s: float = CONNECT_S,
        gap_s: float = GAP_S,
        slow_after_s: float = SLOW_AFTER_S,
    ) -> None:
        """Raises: AppError, for an address that is none."""
        super().__init__()
        address = urllib3.util.parse_url(url)
        if address.scheme not in ("https", "http") or not address.host:
            what = _("The address of the source is none.")
            raise AppError(what, _("Write it such as https://updates.example.org/amparo."))
        self.where = address.host if address.port is None else f"{address.host}:{address.port}"
        self._url, self._slow_after_s = url.rstrip("/"), slow_after_s
        context = ssl.create_default_context(cadata=authority or None)
        self._pool = urllib3.PoolManager(
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=connect_s, read=gap_s),
            headers={"User-Agent": "amparo"},  # in clear over http: no version, no machine
            ssl_context=context,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._pool.clear()

    def part(self, name: str, start: int) -> tuple[int, Iterator[bytes]]:
        """See `Carrier`."""
        self.requests += 1
        headers = {"Range": f"bytes={start}-"} if start else {}
        if name.startswith(METADATA):
            headers["Accept-Encoding"] = "gzip"  # hashes in hexadecimal halve
        try:
            answer: Any = self._pool.request(
                "GET", f"{self._url}/{name}", headers=headers, redirect=False, preload_content=False
            )
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise _translated(error) from error
        if answer.status == 206 and start:
            return start, self._parts(answer)
        if answer.status == 200:
            return 0, self._parts(answer)
        status = answer.status
        answer.drain_conn()  # and the next question goes over the same connection
        answer.release_conn()
        raise DownloadHTTPError(f"{name}: {status}", status)

    def _parts(self, answer: Any) -> Iterator[bytes]:
        began, came = time.monotonic(), 0
        try:
            while data := answer.read1(
                _PART_BYTES, decode_content=True
            ):  # as it comes, never waiting for more
                came += len(data)
                self._check_pace(time.monotonic() - began, came)
                yield self.note(data)
            answer.release_conn()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise _translated(error) from error
        finally:
            if not answer.closed:
                answer.close()

    def _check_pace(self, elapsed_s: float, came: int) -> None:
        is_slow = elapsed_s > self._slow_after_s and came < SLOWEST_BYTES * elapsed_s
        if is_slow or elapsed_s > _MOST_S:
            raise SlowRetrievalError


def _translated(error: Exception) -> DownloadError:
    """Every error of the network as one that TUF knows."""
    if isinstance(error, DownloadError):
        return error
    if isinstance(error, urllib3.exceptions.SSLError) or "certificate" in str(error).lower():
        return NotProven(str(error))
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return SlowRetrievalError(str(error))
    return DownloadError(str(error))
