"""What brings bytes, whatever it is: nobody believes it."""

from __future__ import annotations

from collections.abc import Iterator

from tuf.ngclient import FetcherInterface

from amparo.core.progress import Tick, no_tick

METADATA, TARGETS = "metadata", "targets"
ADDRESS = "carrier://"
"""Stands before every name that TUF asks for; the carrier knows where that is."""


class Carrier(FetcherInterface):
    """Fetches by name, and counts.

    Attributes:
        where: the carrier in words, for the officer.
        received: bytes so far, of whatever was fetched.
        requests: how often it was asked.
        tick: told of the bytes so far, of about `expected`.
    """

    where = ""

    def __init__(self) -> None:
        self.received = self.requests = self.expected = 0
        self.tick: Tick = no_tick

    def _fetch(self, url: str) -> Iterator[bytes]:
        _start, parts = self.part(url.removeprefix(ADDRESS), 0)
        return parts

    def part(self, name: str, start: int) -> tuple[int, Iterator[bytes]]:
        """The bytes of a file from about `start` on, and where they do begin.

        Raises: DownloadError at once, and nothing else while the bytes are read.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of it."""

    def note(self, data: bytes) -> bytes:
        """Count what came, and tell how far it is."""
        self.received += len(data)
        self.tick(self.received, max(self.expected, self.received))
        return data
