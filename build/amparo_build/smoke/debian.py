"""A minimal Debian, kept between runs, into which the package is installed, upgraded and removed again."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from amparo_build.smoke.room import NOBODY

CACHED = Path(__file__).parents[3] / ".cache" / "minimal-debian"
_NEEDS = ("libegl1", "libgl1")


class NoDebian(Exception):
    """Why there is none, in a sentence."""


def minimal_debian() -> Path:
    """The system, made with debootstrap the first time, which needs a connection to a mirror.

    Raises: NoDebian.
    """
    if (CACHED / "made").exists():
        return CACHED
    if shutil.which("debootstrap") is None:
        raise NoDebian("debootstrap is not installed")
    shutil.rmtree(CACHED, ignore_errors=True)
    include = f"--include={','.join(_NEEDS)}"
    command = ["debootstrap", "--variant=minbase", include, _codename(), str(CACHED), _mirror()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoDebian(f"debootstrap failed: {done.stdout[-300:]}")
    (CACHED / "made").touch()
    return CACHED


def life_of_package(deb: Path, system: Path) -> Iterator[tuple[str, str]]:
    """Install, run as nobody, upgrade, remove: what was tried, and what was wrong with it."""
    before = _files(system)
    for name, package in (("installed", deb), ("upgraded", _newer(deb))):
        shutil.copyfile(package, system / "tmp" / package.name)
        done = _within(system, "dpkg", "--install", f"/tmp/{package.name}")  # noqa: S108 - inside that system
        yield f"minimal Debian: {name}", "" if done.returncode == 0 else done.stderr
        jail = ["chroot", f"--userspec={NOBODY}:{NOBODY}", "--groups=", str(system), "/usr/bin/env", "-i"]
        ran = subprocess.run(
            [*jail, "/usr/bin/amparo", "doctor"], capture_output=True, text=True, check=False
        )
        is_well = "index     state: sound" in ran.stdout and "damaged" not in ran.stdout
        yield (
            f"minimal Debian: {name}, and the doctor finds it sound",
            "" if is_well else ran.stdout + ran.stderr,
        )
        (system / "tmp" / package.name).unlink()
    done = _within(system, "dpkg", "--purge", "amparo")
    yield "minimal Debian: removed", "" if done.returncode == 0 else done.stderr
    left = {path for path in _files(system) - before if "/var/" not in path}
    yield "minimal Debian: nothing is left of it", ", ".join(sorted(left)[:5])


def _newer(deb: Path) -> Path:
    """The same package as a later version, quickly packed."""
    folder, target = deb.parent / "newer", deb.parent / "newer.deb"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(folder)], check=True)
    control = folder / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^(Version: .*)$", r"\1+later", control.read_text(encoding="utf-8")))
    pack = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(folder), str(target)]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder)
    return target


def _within(system: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["chroot", str(system), "/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", *command],
        capture_output=True,
        text=True,
        check=False,
    )


def _files(system: Path) -> set[str]:
    done = subprocess.run(["find", str(system), "-xdev"], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def _codename() -> str:
    said = Path("/etc/os-release").read_text(encoding="utf-8")
    found = re.search(r"^VERSION_CODENAME=(\w+)", said, re.MULTILINE)
    if found is None:
        raise NoDebian("this is no Debian")
    return found[1]


def _mirror() -> str:
    """Where this machine gets its own packages from."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True, check=False
    )
    addresses = [line for line in told.stdout.splitlines() if "security" not in line]
    if not addresses:
        raise NoDebian("apt knows no mirror")
    return addresses[0]
