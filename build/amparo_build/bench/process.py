"""A program that was started to be measured: what it says, when it rests, what it holds, and its end."""

import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

_PROC = Path("/proc")
_QT_CORE = re.compile(r"/libQt[56]Core\.so[.0-9]*$")
_REST_S = 0.4
"""As long as nothing may run for a program to count as idle."""
_LOOK_AGAIN_S = 0.05
_PATIENCE_S = 10


class Silent(Exception):
    """The program did not say what it was to say."""


class Process:
    """A program with all that it starts; all of it ends with the `with`."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started_s = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - ours, or a peer found on the path
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # its group is its own, and can be ended as one
        )

    def line(self, patience_s: float = _PATIENCE_S) -> str:
        """The next line that it says.

        Raises: Silent.
        """
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], patience_s)
        said = self._process.stdout.readline().decode().strip() if ready else ""
        if not said:
            raise Silent("it said nothing")
        return said

    def wait_until_idle(self) -> None:
        """Wait until neither it nor anything that it started runs, or for as long as anybody would."""
        until = time.monotonic() + _PATIENCE_S
        ticks, since = self._ticks(), time.monotonic()
        while time.monotonic() < until and time.monotonic() - since < _REST_S:
            time.sleep(_LOOK_AGAIN_S)
            if (now := self._ticks()) != ticks:
                ticks, since = now, time.monotonic()

    def pss_mb(self) -> float:
        """The memory of the whole tree: its own, and its share of what it has in common with others."""
        return sum(map(_pss_mb, self._tree()))

    def shares_qt(self) -> bool:
        """Whether others run on the very files of Qt that it runs on; its share of them is smaller then."""
        tree = self._tree()
        own = set().union(*(qt_files(_read(_PROC / str(pid) / "maps")) for pid in tree))
        others = (folder for folder in _processes() if int(folder.name) not in tree)
        return bool(own) and any(own & qt_files(_read(folder / "maps")) for folder in others)

    def close(self) -> None:
        """End it with all that it started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):  # all of it is gone
                os.killpg(self._process.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE_S)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _tree(self) -> set[int]:
        stats = [_read(folder / "stat") for folder in _processes()]
        parents = dict(parent_of(stat) for stat in stats if stat)
        return {self._process.pid} | descendants(parents, self._process.pid)

    def _ticks(self) -> int:
        return sum(ticks_of(stat) for pid in self._tree() if (stat := _read(_PROC / str(pid) / "stat")))


def parent_of(stat: str) -> tuple[int, int]:
    """A process and its parent, of a line of `/proc/PID/stat`."""
    return int(stat.split(maxsplit=1)[0]), int(_after_name(stat)[1])


def ticks_of(stat: str) -> int:
    """For how long a process has run in all, of the same line; in the system's ticks."""
    fields = _after_name(stat)
    return int(fields[11]) + int(fields[12])


def descendants(parents: Mapping[int, int], root: int) -> set[int]:
    """All processes below one, of a process's parent each."""
    found: set[int] = set()
    fresh = {root}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


def pss_kb(rollup: str) -> int:
    """The proportional size of `/proc/PID/smaps_rollup`."""
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def qt_files(maps: str) -> set[tuple[str, str]]:
    """Qt's core library in `/proc/PID/maps`, by device and inode: installers link it under many names."""
    mapped = (line.split(maxsplit=5) for line in maps.splitlines() if _QT_CORE.search(line))
    return {(device, inode) for _, _, _, device, inode, _ in mapped}


def _processes() -> list[Path]:
    return [folder for folder in _PROC.iterdir() if folder.name.isdigit()]


def _pss_mb(pid: int) -> float:
    rollup = _read(_PROC / str(pid) / "smaps_rollup")
    return pss_kb(rollup) / 1024 if rollup else 0.0


def _after_name(stat: str) -> list[str]:
    """The fields behind the name, which is in brackets and may hold anything."""
    return stat[stat.rindex(")") + 1 :].split()


def _read(path: Path) -> str:
    """What the system tells of a process, or nothing where it has ended meanwhile."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
