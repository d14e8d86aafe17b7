"""A screen, and a bus over which a program tells a screen reader what is on it; both end with us."""

from __future__ import annotations

import contextlib
import struct
import subprocess
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where X servers listen
_REGISTRIES = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><listen>unix:path={path}</listen><auth>EXTERNAL</auth><policy context="default">
<allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
</policy></busconfig>"""


@dataclass(frozen=True)
class Screen:
    """What a program needs to be seen.

    Attributes:
        environment: for the program, and for who looks.
        frame: the file in which the X server keeps what it shows, as X Window Dump.
        bus: the socket of the bus.
    """

    environment: dict[str, str]
    frame: Path
    bus: Path


@contextlib.contextmanager
def a_screen(scratch: Path, size: str = "1366x768") -> Iterator[Screen]:
    """Xvfb of a small laptop's size with a window manager, and a bus, until it is left."""
    bus, buffers = scratch / "bus", scratch / "frames"
    buffers.mkdir()
    (scratch / "bus.conf").write_text(_BUS.format(path=bus), encoding="utf-8")
    number = next(n for n in range(70, 99) if not (SOCKETS / f"X{n}").exists())
    registry = next(path for path in _REGISTRIES if Path(path).exists())
    environment = {
        "DISPLAY": f":{number}",
        "AT_SPI_BUS_ADDRESS": f"unix:path={bus}",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    with contextlib.ExitStack() as running:
        _start(running, ["dbus-daemon", f"--config-file={scratch}/bus.conf", "--nofork", "--nopidfile"])
        _wait_for(bus)
        display = ["-screen", "0", f"{size}x24", "-ac", "-nolisten", "tcp", "-fbdir", str(buffers)]
        _start(running, ["Xvfb", f":{number}", *display])
        _wait_for(SOCKETS / f"X{number}")
        _start(running, ["openbox"], environment)
        _start(running, [registry], environment)
        time.sleep(1)
        yield Screen(environment=environment, frame=buffers / "Xvfb_screen0", bus=bus)


def to_png(dump: Path) -> Path:
    """Write what an X Window Dump shows as PNG beside it, and take the dump away."""
    data = dump.read_bytes()
    head = struct.unpack(">25I", data[:100])
    start, width, height, line = head[0] + head[19] * 12, head[4], head[5], head[12]
    rows = bytearray()
    for row in range(height):
        pixels = data[start + row * line : start + row * line + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\0" + rgb
    target = dump.with_suffix(".png")
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(rows), 6)),
        (b"IEND", b""),
    )
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts)))
    dump.unlink()
    return target


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    kind, data = part
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _start(
    running: contextlib.ExitStack, command: list[str], environment: dict[str, str] | None = None
) -> None:
    program = subprocess.Popen(
        command,
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    running.callback(program.wait)
    running.callback(program.terminate)


def _wait_for(path: Path) -> None:
    for _time in range(100):
        if path.exists():
            return
        time.sleep(0.1)
    raise FileNotFoundError(str(path))
