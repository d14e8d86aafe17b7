"""Steps: the reason why one failed, and the lock that it holds on to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkout.locking import lock, locked
from checkout.programs import reason, step


@pytest.mark.parametrize(
    ("output", "word"),
    [
        (
            "broken by 'NewConnectionError(...)'\nERROR: No matching distribution found for click",
            "connection",
        ),
        ("broken by 'SSLError(...)'\nERROR: No matching distribution found for click", "certificates"),
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was locked"),
        ("ERROR: [Errno 13] Permission denied: 'x'", "AMPARO_VENV"),
        ("ERROR: anything else", "stands above"),
    ],
)
def test_a_failure_gets_its_reason_in_a_sentence(output: str, word: str) -> None:
    assert word in reason(output)
    assert "\n" not in reason(output)


@pytest.mark.skipif(os.name == "nt", reason="as POSIX does it")
def test_whoever_inherits_the_lock_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path) as held:
        step([sys.executable, "-c", "import os, sys; os.fstat(int(sys.argv[1]))", str(held)], held)
        pip = subprocess.Popen(["sleep", "60"], pass_fds=(held,))
    with path.open("a") as opened:
        assert not lock(opened.fileno()), "the lock went with us, though pip still writes"
        pip.kill()
        pip.wait()
        assert lock(opened.fileno())
