"""Killed at any moment of an update: the old edition or the new, whole, and the next update goes on.

Ten kills in an ordinary run; `AMPARO_KILLS=100` for more.
"""

import os
import random
import signal
import time
from pathlib import Path

import pytest

import amparo_index
from amparo.library.manifest import INDEX
from amparo.library.store import Store
from amparo.sync.carried import FolderCarrier
from tests.sync.authority import Home

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and forks are POSIX")
KILLS = int(os.environ.get("AMPARO_KILLS", "10"))


def killed(kit: Home, at: dict[int, Path], after_s: float) -> int:
    """Update to the second edition and then the third, in a program that is killed; what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        for number in (2, 3):
            kit.update(FolderCarrier(at[number]))
            os.write(writing, str(number).encode())
        time.sleep(9)
        os._exit(0)
    os.close(writing)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    return int(said[-1:] or b"1")


def test_the_old_or_the_new_whole(kit: Home, at: dict[int, Path]) -> None:
    lot = random.Random(5)  # noqa: S311 - no secret
    kit.update(FolderCarrier(at[1]))
    seen = set()
    for kill in range(KILLS):
        kit.folder = kit.folder.with_name(f"content-{kill}")
        acknowledged = killed(kit, at, lot.uniform(0, 0.9))
        current = kit.current
        number = int(current.edition.version.rpartition(".")[2])
        seen.add((acknowledged, number))
        assert number in (acknowledged, acknowledged + 1)
        assert current.trouble == ""
        assert current.pack() is not None
        with Store(current.folder) as store:
            assert store.edition == current.edition
            assert store.is_sound()
        amparo_index.Searcher(current.folder / INDEX, expected_digest=current.manifest.index_digest).close()
        kit.update(FolderCarrier(at[3]))
        assert kit.current.edition.version == "2026.12.3"
        left = {path.name for path in kit.folder.iterdir() if not path.name.startswith("v4-")}
        assert left <= {"trusted.json", "state.json", "state.json.lock", "update.lock"}, (
            "nothing half is left"
        )
    assert len(seen) > 1, "the kills fell at different moments"
