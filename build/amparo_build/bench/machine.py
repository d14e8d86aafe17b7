"""The machine in general terms: what a figure cannot be read without, and nothing that tells whose it is."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

PACKAGES = {"PySide6": "PySide6-Essentials", "Whoosh": "Whoosh-Reloaded", "reportlab": "reportlab"}


def describe() -> str:
    """Processor, memory, versions, and how busy it is, in two lines."""
    hardware = (f"{platform.system()} {platform.machine()}", f"{_cores()} cores", _memory(), _load())
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    versions += [f"{name} {_version(package)}" for name, package in PACKAGES.items()]
    return "\n".join(", ".join(filter(None, line)) for line in (hardware, versions))


def _cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> str:
    try:
        size_bytes = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return ""
    return f"{size_bytes / 2**30:.0f} GB of memory"


def _load() -> str:
    """Who else is at work; figures of a busy machine are too large."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"load {os.getloadavg()[0]:.1f} before the first measurement"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(version not known)"
