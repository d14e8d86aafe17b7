"""The locks in build/locks: whole, pinned, checkable, and nobody's address in them."""

import re

import pytest

from checkout.places import LOCKS
from checkout.stamp import DEVELOP

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<marker>.+?))? \\$")


def pins(lock: str) -> dict[str, tuple[str, str]]:
    """The version and marker of every package in a lock."""
    found = {}
    for line in (LOCKS / lock).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", " ")):
            match = PIN.match(line)
            assert match, f"{lock}: {line}"
            found[match["name"]] = (match["version"], match["marker"] or "")
    return found


def named(source: str) -> set[str]:
    """The packages that a list asks for."""
    lines = (LOCKS / source).read_text(encoding="utf-8").splitlines()
    wanted = (re.match(r"[A-Za-z0-9_.-]+", line) for line in lines if not line.startswith("-"))
    return {re.sub(r"[-_.]+", "-", match.group().lower()) for match in wanted if match}


@pytest.mark.parametrize("lock", DEVELOP)
def test_every_pin_has_hashes(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(pins(lock)) > 10
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)


@pytest.mark.parametrize("name", ["run.in", "run.txt", "dev.in", "dev.txt"])
def test_no_address_in_them(name: str) -> None:
    text = (LOCKS / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(index|extra-index|find-links|trusted-host)|^-f|file:|/opt/|/home/", text)


def test_what_is_asked_for_is_pinned() -> None:
    assert named("run.in") <= set(pins("run.txt"))
    assert named("dev.in") <= set(pins("dev.txt"))


def test_running_is_a_part_of_developing() -> None:
    assert pins("run.txt").items() <= pins("dev.txt").items()


def test_windows_is_served_as_well() -> None:
    assert pins("dev.txt")["colorama"][1] == "sys_platform == 'win32'"
    for name, (_, marker) in pins("dev.txt").items():
        if name == "macholib":  # of PyInstaller, to read the programs of a Mac
            continue
        assert "linux" not in marker and "darwin" not in marker, f"{name} is kept from a system"  # noqa: PT018


def test_pip_does_not_replace_itself_in_the_middle_of_an_install() -> None:
    assert "pip" not in pins("dev.txt")


def test_qt_stays_below_the_release_that_aborts() -> None:
    assert pins("run.txt")["pyside6-essentials"][0].startswith("6.11.")
