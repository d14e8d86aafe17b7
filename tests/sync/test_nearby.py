"""Kits that find one another, where the extra for it is installed."""

import threading

import pytest

from amparo.core.errors import AppError
from amparo.sync import nearby

pytest.importorskip("zeroconf", reason="the extra `nearby` is not installed")


def test_a_kit_that_gives_is_found_with_its_address_and_edition() -> None:
    found: dict[str, str] = {}
    came = threading.Event()

    def note(address: str, version: str) -> None:
        found[address] = version
        came.set()

    looking = nearby.Looking(note)
    giving = nearby.Announcing("127.0.0.1:47210", "2026.12.2")
    try:
        assert came.wait(10)
    finally:
        giving.close()
        looking.close()
    assert found == {"127.0.0.1:47210": "2026.12.2"}


def test_no_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network() -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("zeroconf.Zeroconf", no_network)
    with pytest.raises(AppError, match="no network"):
        nearby.Looking(lambda _address, _version: None)
