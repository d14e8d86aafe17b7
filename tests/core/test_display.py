import ctypes
import socket
import sys
from pathlib import Path

import pytest

from amparo.core import display
from amparo.core.display import Display, find_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has display servers")


class Ask:
    """Stands for one of the two questions, and remembers whom it asked."""

    def __init__(self, answer: bool | Exception) -> None:
        self.answer = answer
        self.servers: list[bytes] = []

    def __call__(self, server: bytes) -> bool:
        self.servers.append(server)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def find_library(soname: str) -> None:
    """Skip where a machine that only tests, without a screen, has no such library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        pytest.skip(f"no {soname} here")


def test_no_variable_names_a_server() -> None:
    assert find_display({}) is Display.UNSET
    assert find_display({"DISPLAY": "", "WAYLAND_DISPLAY": ""}) is Display.UNSET


def test_a_platform_that_somebody_chose_is_believed() -> None:
    assert find_display({"QT_QPA_PLATFORM": "offscreen"}) is Display.USABLE


def test_the_one_connection_handed_to_us_is_not_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Ask(False)
    monkeypatch.setattr(display, "_wayland_answers", ask)
    assert find_display({"WAYLAND_SOCKET": "5", "WAYLAND_DISPLAY": "wayland-0"}) is Display.USABLE
    assert ask.servers == []


@pytest.mark.parametrize(
    ("wayland", "x11", "expected"),
    [
        (True, False, Display.USABLE),
        (False, True, Display.USABLE),
        (OSError(), True, Display.USABLE),
        (False, False, Display.SILENT),
        (False, OSError(), Display.UNKNOWN),
        (AttributeError(), False, Display.UNKNOWN),
    ],
)
def test_one_server_that_answers_is_enough(
    monkeypatch: pytest.MonkeyPatch, wayland: bool | Exception, x11: bool | Exception, expected: Display
) -> None:
    monkeypatch.setattr(display, "_wayland_answers", Ask(wayland))
    monkeypatch.setattr(display, "_x11_answers", Ask(x11))
    assert find_display({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}) is expected


def test_a_far_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Ask(True)
    monkeypatch.setattr(display, "_x11_answers", ask)
    assert find_display({"DISPLAY": "192.0.2.1:0"}) is Display.UNKNOWN
    assert ask.servers == []
    assert find_display({"DISPLAY": "localhost:10.0"}) is Display.USABLE
    assert ask.servers == [b"localhost:10.0"]


def test_a_dead_wayland_server_is_silent(tmp_path: Path) -> None:
    find_library("libwayland-client.so.0")
    assert find_display({"WAYLAND_DISPLAY": str(tmp_path / "gone")}) is Display.SILENT


def test_a_dead_x_server_is_silent() -> None:
    find_library("libxcb.so.1")
    with socket.socket() as taken:  # a port that is ours, where nobody listens
        taken.bind(("127.0.0.1", 0))
        number = taken.getsockname()[1] - 6000
        assert find_display({"DISPLAY": f"127.0.0.1:{number}"}) is Display.SILENT
