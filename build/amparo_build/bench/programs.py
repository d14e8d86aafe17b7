"""What is started, and in which surroundings: the same ones for all, with nobody's own settings in them."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from amparo.core.places import CONTENT_VARIABLE, HOME_VARIABLE
from amparo.core.settings import SettingsFile

PEERS = {"Kiwix": "kiwix-desktop", "Zeal": "zeal"}

# What would send a program to another display, or have it compile anew each time.
_LEFT_OUT = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "XAUTHORITY"}
_LEFT_OUT |= {"PYTHONDONTWRITEBYTECODE", "LANGUAGE"}
_NOWHERE = "http://127.0.0.1:9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Something to start: the kit, a bare window, a peer."""

    name: str
    command: tuple[str, ...]


def module(name: str, of: str, *arguments: str) -> Program:
    """One of our modules as a program, started as the kit's own launcher does it."""
    return Program(name=name, command=(sys.executable, "-P", "-X", "utf8", "-m", of, *arguments))


def peers() -> tuple[dict[str, Program], tuple[str, ...]]:
    """The peers that are installed, and the names of those that are not."""
    paths = {name: shutil.which(program) for name, program in PEERS.items()}
    installed = {name: Program(name=name, command=(path,)) for name, path in paths.items() if path}
    return installed, tuple(name for name, path in paths.items() if not path)


def surroundings(scratch: Path, display: str) -> dict[str, str]:
    """The environment of everything that is started: a home of its own, our display, no network."""
    home = scratch / "home"
    zeal = home / ".config" / "Zeal"
    zeal.mkdir(parents=True, exist_ok=True)
    (zeal / "Zeal.conf").write_text("[General]\ncheck_for_update=false\n", encoding="ascii")
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    kept = {name: value for name, value in kept.items() if not name.startswith("XDG_")}
    runtime = scratch / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        # Compiled once and kept for this run alone: nothing is left behind, and a read-only checkout will do.
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "QTWEBENGINE_DISABLE_SANDBOX": "1",  # a browser engine refuses to start as root otherwise
        # No news from outside; but Kiwix opens half of itself where it cannot speak with its own helper.
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
        "no_proxy": "127.0.0.1,localhost",
    }


def set_up(environment: Mapping[str, str], home: Path, content: Path | None = None) -> dict[str, str]:
    """Surroundings in which the kit is set up, as it is every day but the first; over a content, if any."""
    kit = dict(environment) | {HOME_VARIABLE: str(home)}
    if content:
        kit[CONTENT_VARIABLE] = str(content)
    SettingsFile(home / "settings.json").change(role="border", state="PER", language="en")
    return kit
