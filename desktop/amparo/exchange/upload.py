"""Sealed files to a server that exists: an unconditional PUT under the file's own hash, and nothing else.

What counts as delivered was measured on nginx, Apache, lighttpd, WsgiDAV, rclone and S3: 200, 201 and 204. A
page in HTML is a captive portal's, whatever it calls itself. Nothing is followed to another place.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.progress import Tick
from amparo.exchange.outbox import Outbox

CONNECT_S, ANSWER_S, WHOLE_S = 10, 20, 120
_CHUNK_BYTES = 16 * 1024
_ANSWER_BYTES = 4096
_DELIVERED = (200, 201, 204)
_THERE_ALREADY = (409, 412)
_REFUSED = (401, 403, 404, 405, 413)


class Outcome(StrEnum):
    """What became of one try."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """A place to upload to.

    Attributes:
        url: `https://…`; the name of the file is added to it.
        user, password: for basic authentication; empty for none.
        authority: a file with the certificate of a private authority; None for those of the system.
        certificate: a file with a client's certificate and key; None for none.
        keeps_whole: the server shows no half-uploaded file, so that "there already" means delivered.
    """

    url: str
    user: str = ""
    password: str = ""
    authority: Path | None = None
    certificate: Path | None = None
    keeps_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one round did."""

    delivered: tuple[str, ...] = ()
    refused: str = ""
    waiting: int = 0
    trouble: str = ""


class Uploader:
    """One connection to one inbox; for a background thread."""

    def __init__(self, inbox: Inbox, *, whole_s: float = WHOLE_S) -> None:
        """Raises: AppError, for an address that is none."""
        import urllib3

        address = urllib3.util.parse_url(inbox.url)
        if address.scheme not in ("https", "http") or not address.host:
            what = _("The address of the inbox is none.")
            raise AppError(what, _("Write it such as https://inbox.example.org/drop."))
        self._inbox, self._whole_s = inbox, whole_s
        self._headers = {"Content-Type": "application/octet-stream"}
        if inbox.user:
            self._headers |= urllib3.make_headers(basic_auth=f"{inbox.user}:{inbox.password}")
        self._pool = urllib3.PoolManager(
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=CONNECT_S, read=ANSWER_S),
            ca_certs=str(inbox.authority) if inbox.authority else None,
            cert_file=str(inbox.certificate) if inbox.certificate else None,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._pool.clear()

    def put(self, digest: str, sealed: bytes) -> tuple[Outcome, str]:
        """Upload one file: what became of it, and why it was not delivered, in words."""
        import urllib3

        try:
            status, is_page = self._ask("PUT", digest, sealed)
        except (urllib3.exceptions.HTTPError, OSError, TimeoutError) as error:
            return Outcome.WAITING, _unreachable(error)
        if status in _THERE_ALREADY and self._inbox.keeps_whole:
            return Outcome.DELIVERED, ""
        return _judged(status, is_page)

    def _ask(self, method: str, digest: str, sealed: bytes) -> tuple[int, bool]:
        ends = time.monotonic() + self._whole_s
        headers = self._headers | {"Content-Length": str(len(sealed))}
        address = f"{self._inbox.url.rstrip('/')}/{digest}"
        answer: Any = self._pool.request(
            method,
            address,
            body=_slowly(sealed, ends),
            headers=headers,
            redirect=False,
            preload_content=False,
            chunked=False,
        )
        try:
            said = b""
            while len(said) < _ANSWER_BYTES and (part := answer.read1(_ANSWER_BYTES)):
                said += part
                if time.monotonic() > ends:
                    raise TimeoutError
            is_page = "html" in answer.headers.get("Content-Type", "").lower() and bool(said)
            return answer.status, is_page
        finally:
            answer.release_conn() if time.monotonic() < ends else answer.close()


def send(outbox: Outbox, uploader: Uploader, now: Any, tick: Tick) -> Report:
    """Try whatever is due, once each.

    Args:
        now: the time, for the waits; UTC.
    """
    outbox.sweep()
    due = [item for item in outbox.waiting() if item.is_due(now)]
    delivered: list[str] = []
    refused = trouble = ""
    for place, item in enumerate(due):
        tick(place, len(due))
        try:
            sealed = outbox.sealed(item)
        except AppError as error:
            trouble = str(error)
            outbox.note_try(item.digest, refused=error.what)  # one bad file never blocks the rest
            continue
        outcome, why = uploader.put(item.digest, sealed)
        if outcome is Outcome.DELIVERED:
            outbox.note_delivered(item.digest)
            delivered.append(item.digest)
        else:
            is_refused = outcome is Outcome.REFUSED
            outbox.note_try(item.digest, refused=why if is_refused else "")
            refused, trouble = (why, trouble) if is_refused else (refused, why)
    tick(len(due), len(due))
    waiting = len(outbox.waiting())
    return Report(delivered=tuple(delivered), refused=refused, waiting=waiting, trouble=trouble)


def _slowly(sealed: bytes, ends: float) -> Iterator[bytes]:
    """The bytes in parts, until the time for the whole is over."""
    for at in range(0, len(sealed), _CHUNK_BYTES):
        if time.monotonic() > ends:
            raise TimeoutError
        yield sealed[at : at + _CHUNK_BYTES]


def _judged(status: int, is_page: bool) -> tuple[Outcome, str]:
    if status in _DELIVERED and not is_page:
        return Outcome.DELIVERED, ""
    if status in _DELIVERED or 300 <= status < 400:
        return Outcome.WAITING, _("A page came back in place of the inbox: does this network want a sign-in?")
    if status in _REFUSED:
        words = {
            401: _("The inbox does not accept this name and password."),
            403: _("The inbox does not let this sender in."),
            413: _("The file is too large for the inbox."),
        }
        wrong_place = _("There is no inbox at this address.")
        return Outcome.REFUSED, words.get(status, wrong_place)
    if status in _THERE_ALREADY:
        return Outcome.WAITING, _("The inbox has a file of this name, perhaps half of it.")
    if status == 429:
        return Outcome.WAITING, _("The inbox asks to come back later.")
    return Outcome.WAITING, _("The inbox cannot take it now (answer {status}).").format(status=status)


def _unreachable(error: Exception) -> str:
    if "certificate" in str(error).lower():
        return _("The inbox could not prove who it is. Nothing was sent.")
    return _("The inbox did not answer.")
