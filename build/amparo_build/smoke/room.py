"""The room that the frozen program is given: another user, no environment, no home, no network.

The folder of the program is mounted read-only; a system of its own may be around it. Everything is mounted
in a mount namespace of this process, and is gone with it.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534
_CLONE_NEWNS, _CLONE_NEWNET = 0x00020000, 0x40000000


def leave_the_network() -> None:
    """Give this process, and what it starts, mounts of its own and no network interface but a dead loopback.

    Raises: OSError, where this user may not.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNS | _CLONE_NEWNET):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)


@dataclass(frozen=True)
class Room:
    """A place to run the program in.

    Attributes:
        system: the root of the file system that it sees; `/`, or a minimal system's.
        folder: where the program lies, as seen from within, read-only.
        output: a folder that it may write to, as seen from within and from outside alike.
    """

    system: Path
    folder: Path
    output: Path

    def command(self, *words: str, environment: Mapping[str, str] | None = None) -> list[str]:
        """The command that runs the program as nobody, with this environment and nothing else."""
        given = [f"{name}={value}" for name, value in (environment or {}).items()]
        skip = ["--skip-chdir"] if self.system == Path("/") else []
        jail = ["chroot", f"--userspec={NOBODY}:{NOBODY}", "--groups=", *skip, str(self.system)]
        return [*jail, "/usr/bin/env", "-i", *given, str(self.folder / "amparo"), *words]

    def share(self, *paths: Path) -> None:
        """Let a system of its own have these sockets, and folders of sockets, under the same names."""
        if self.system != Path("/"):
            for path in paths:
                _bind(path, self.system / path.relative_to("/"))

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program to its end."""
        return subprocess.run(
            self.command(*words),
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=120,
            check=False,
        )


def furnish(program: Path, system: Path, scratch: Path, *, portable: str) -> Room:
    """Make a room: the program's folder at a place of its own, read-only.

    Args:
        program: the frozen folder.
        system: the root that it is to see.
        scratch: an empty folder of ours; sockets, output and mounts lie below it, at the same name within.
        portable: `writable` or `read-only` for a folder `portable` beside the program, or nothing.
    """
    inside = system / scratch.relative_to("/") if system != Path("/") else scratch
    for place in (scratch, inside):
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o755)
    folder = inside / "media"
    shutil.copytree(program, folder, symlinks=True)
    if portable:
        (folder / "portable").mkdir()
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    _mount_read_only(folder)
    output = scratch / "output"
    output.mkdir()
    shutil.chown(output, NOBODY, NOBODY)
    if inside != scratch:
        _bind(output, inside / "output")
    if portable:
        _add_portable(folder, scratch / "portable", is_writable=portable == "writable")
    return Room(system=system, folder=scratch / "media", output=output)


def clear_away(scratch: Path) -> None:
    """Take back every mount below a folder, so that it can be removed and nothing else with it."""
    lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    places = [line.split()[1] for line in lines if line.split()[1].startswith(f"{scratch}/")]
    for place in sorted(places, reverse=True):
        subprocess.run(["umount", "--lazy", place], check=True)


def _mount_read_only(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)


def _bind(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    subprocess.run(["mount", "--bind", str(source), str(target)], check=True)


def _add_portable(folder: Path, data: Path, *, is_writable: bool) -> None:
    """Lay a folder `portable` over the read-only one of the program."""
    data.mkdir()
    shutil.chown(data, NOBODY, NOBODY)
    subprocess.run(["mount", "--bind", str(data), str(folder / "portable")], check=True)
    if not is_writable:
        _mount_read_only(folder / "portable")
