"""What the machine must have before anything is downloaded: told all at once, or installed where we may."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from checkout.libraries import missing
from checkout.messages import Stop, say
from checkout.stamp import PYTHON

OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}  # of the Qt wheels


def ensure_system(libraries: Mapping[str, str], is_building: bool) -> None:
    """Find these libraries, and what the making of an environment needs; as root on Debian, install them.

    Raises: Stop, naming everything that is missing.
    """
    problems, lacking = this_machine() if is_building else [], find_lacking(libraries, is_building)
    if not problems and not lacking:
        return
    from shutil import which

    if lacking and not problems and which("apt-get") and os.geteuid() == 0:
        apt_install(sorted(set(lacking.values())))
        lacking = find_lacking(libraries, is_building)
    if lacking:
        problems.append(advice(lacking, [name for name in ("apt-get", "dnf") if which(name)]))
    if problems:
        raise Stop("\n".join(problems))


def find_lacking(libraries: Mapping[str, str], is_building: bool) -> dict[str, str]:
    """What the system does not have, each with its Debian package."""
    lacking = missing(libraries) if sys.platform.startswith("linux") else {}  # elsewhere wheels hold all
    if is_building:
        from importlib.util import find_spec

        if find_spec("ensurepip") is None:
            lacking["ensurepip"] = f"python{PYTHON}-venv"
    return lacking


def this_machine() -> list[str]:
    """The problems of the machine that we are on."""
    if not sys.platform.startswith("linux"):
        return []
    try:
        libc = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (OSError, ValueError):  # musl
        libc = ""
    try:
        cpu = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        cpu = ""
    flags = next((line for line in cpu.splitlines() if line.startswith("flags")), "")
    return machine_problems(os.uname().machine, libc, set(flags.split()))


def machine_problems(machine: str, libc: str, flags: set[str]) -> list[str]:
    """Why the wheels would not run on this Linux; no `flags` where they are not known."""
    found = tuple(int(number) for number in re.findall(r"\d+", libc)[:2])
    needed = OLDEST_GLIBC.get(machine)
    problems = []
    if needed is None:
        problems.append(f"Qt is not made for this processor ({machine}): take a 64-bit PC or ARM machine.")
    elif found < needed:
        wanted = "{}.{}".format(*needed)
        has = libc or "another C library"
        problems.append(f"Qt needs glibc {wanted}, and this is {has}: take a newer release of the system.")
    if machine == "x86_64" and flags and not {"sse4_2", "popcnt"} <= flags:
        problems.append("Qt needs a processor with SSE4.2 and POPCNT (from 2009 on), and this one has none.")
    return problems


def advice(lacking: Mapping[str, str], installers: list[str]) -> str:
    """What is missing from the system, and the command that installs it."""
    if "apt-get" in installers:
        command = "apt-get install --no-install-recommends " + " ".join(sorted(set(lacking.values())))
    elif "dnf" in installers:
        capabilities = [f"'{name}()(64bit)'" for name in sorted(lacking) if ".so." in name]
        command = " ".join(["dnf install python3", *capabilities])
    else:
        return f"Install the packages of your system that hold {', '.join(sorted(lacking))}."
    return f"This system lacks something that Amparo needs. Run: sudo {command}"


def apt_install(packages: list[str]) -> None:
    """Install Debian packages; its lists are fetched only where the present ones do not do."""
    say(f"Installing system packages: {' '.join(packages)}.")
    search = os.environ.get("PATH", os.defpath) + ":/usr/local/sbin:/usr/sbin:/sbin"
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "PATH": search}
    apt = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    for command in (install, [*apt, "update"], install):
        done = subprocess.run(
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if command is install and done.returncode == 0:
            import importlib

            importlib.invalidate_caches()  # ensurepip may be among them
            return
    say(done.stdout.strip())
