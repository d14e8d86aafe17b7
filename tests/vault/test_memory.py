"""A process that has a vault open leaves no dump."""

import sys

import pytest

from tests.programs import python


@pytest.mark.skipif(sys.platform != "linux", reason="it is read from Linux's own prctl")
def test_the_system_makes_no_dump_of_it() -> None:
    ran = python(
        "import ctypes, resource; from amparo.vault.memory import keep_out_of_crash_reports\n"
        "keep_out_of_crash_reports(); libc = ctypes.CDLL(None)\n"
        "print(libc.prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert ran.stdout == "0 (0, 0)\n", ran.stderr
