"""A process that has a vault open leaves no dump."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import environment, python


@pytest.mark.skipif(sys.platform != "linux", reason="it is read from Linux's own prctl")
def test_the_system_makes_no_dump_of_it() -> None:
    ran = python(
        "import ctypes, resource; from amparo.vault.memory import keep_out_of_crash_reports\n"
        "keep_out_of_crash_reports(); libc = ctypes.CDLL(None)\n"
        "print(libc.prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert ran.stdout == "0 (0, 0)\n", ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a core is looked for as Linux leaves it")
def test_a_crash_of_a_process_with_a_vault_open_leaves_no_core(tmp_path: Path) -> None:
    """Also where the limit allows one, and also of the vault's own process: `create` asks for it."""
    code = (
        "import ctypes, os, resource, sys; from pathlib import Path\n"
        "from amparo.vault.header import Cost; from amparo.vault.opening import create\n"
        "vault = create(Path('vaults'), 'mesa nube', cost=Cost(memory_kib=64, passes=1, lanes=1))\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)\n"
        "os.kill(os.getpid(), 11)"
    )
    command = ["sh", "-c", 'ulimit -c unlimited; exec "$0" -c "$1"', sys.executable, code]
    ran = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert ran.stdout == b"0\n", ran.stderr
    assert ran.returncode == -signal.SIGSEGV
    assert {path.name for path in tmp_path.iterdir()} == {"vaults"}
