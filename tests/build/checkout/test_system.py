"""What is asked of a machine, and how its owner is told."""

import pytest

from checkout.libraries import QT, WAYLAND, X11, missing, window_libraries
from checkout.system import advice, machine_problems


@pytest.mark.parametrize(
    ("machine", "libc", "flags", "words"),
    [
        ("x86_64", "glibc 2.34", {"sse4_2", "popcnt"}, []),
        ("x86_64", "glibc 2.36", set(), []),
        ("x86_64", "glibc 2.31", set(), ["glibc 2.34"]),
        ("aarch64", "glibc 2.36", set(), ["glibc 2.39"]),
        ("x86_64", "", set(), ["another C library"]),
        ("x86_64", "glibc 2.31", {"sse4_1"}, ["glibc 2.34", "SSE4.2"]),
        ("i686", "glibc 2.36", set(), ["processor"]),
    ],
)
def test_machines_that_qt_is_not_made_for(machine: str, libc: str, flags: set[str], words: list[str]) -> None:
    problems = machine_problems(machine, libc, flags)
    assert len(problems) == len(words)
    assert all(word in problem for word, problem in zip(words, problems, strict=True))


def test_all_that_is_missing_is_named_at_once() -> None:
    gone = {"libnot-there.so.1": "not-there1", "libnor-this.so.2": "nor-this2"}
    assert missing(gone) == gone


def test_the_advice_is_a_command_of_this_system() -> None:
    lacking = {
        "libGL.so.1": "libgl1",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libglib-2.0.so.0": "libglib2.0-0",
    }
    debian = advice(lacking, ["apt-get"])
    assert debian.endswith("Run: sudo apt-get install --no-install-recommends libgl1 libglib2.0-0")
    assert "'libGL.so.1()(64bit)'" in advice(lacking, ["dnf"])
    assert "libGL.so.1" in advice(lacking, [])


def test_libraries_follow_the_display_server() -> None:
    assert set(window_libraries({"DISPLAY": ":0"})) == set(QT) | set(X11)
    both = window_libraries({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert set(both) == set(QT) | set(WAYLAND)
    assert window_libraries({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == QT
