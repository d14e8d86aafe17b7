"""The outbox, killed at any moment: what was acknowledged is delivered once in effect, and nothing is half.

Ten kills in an ordinary run; `AMPARO_KILLS=200` for more.
"""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from amparo.core.progress import no_tick
from amparo.exchange.outbox import Outbox
from amparo.exchange.upload import Inbox, Uploader, send
from tests.exchange.servers import answering
from tests.programs import environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
KILLS = int(os.environ.get("AMPARO_KILLS", "10"))

FILL_AND_SEND = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from amparo.exchange.outbox import Outbox
from amparo.exchange.upload import Inbox, Uploader, send

outbox = Outbox(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    print(outbox.put(os.urandom(9000)).digest, flush=True)
    uploader = Uploader(Inbox(url=sys.argv[2]))
    outbox.try_again()
    send(outbox, uploader, datetime.now(UTC), lambda done, total: None)
    uploader.close()
"""


def test_what_was_put_before_a_kill_arrives_whole(tmp_path: Path) -> None:
    lot = random.Random(11)  # noqa: S311 - no secret
    arrived: dict[str, bytes] = {}
    put: list[str] = []

    def respond(path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if lot.random() < 0.3:
            return 500, {}, b""
        arrived[path.rpartition("/")[2]] = body
        return 201, {}, b""

    with answering(respond) as url:
        for _kill in range(KILLS):
            put += acknowledged(tmp_path / "outbox", url, lot.uniform(0.005, 0.3))
        outbox = Outbox(tmp_path / "outbox", lambda: datetime.now(UTC) + timedelta(hours=2))
        uploader = Uploader(Inbox(url=url))
        for _round in range(60):
            outbox.try_again()
            for item in outbox.waiting():
                assert sha256(outbox.sealed(item)).hexdigest() == item.digest, "whole, after any kill"
            if not send(outbox, uploader, outbox._now(), no_tick).waiting:
                break
        uploader.close()
    outbox.sweep()
    assert outbox.waiting() == ()
    assert set(put) <= set(arrived)
    assert len(put) >= KILLS, "the kills fell while files were put and sent"
    assert all(sha256(body).hexdigest() == name for name, body in arrived.items())
    names = {path.name for path in (tmp_path / "outbox").iterdir()}
    assert not {name for name in names if not name.startswith("outbox.json")}, "nothing is left behind"


def acknowledged(folder: Path, url: str, after_s: float) -> list[str]:
    """What one program had put when it was killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", FILL_AND_SEND, str(folder), url],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    program.stdout.readline()
    first = program.stdout.readline().strip()
    time.sleep(after_s)
    program.send_signal(signal.SIGKILL)
    rest = program.stdout.read().split()
    program.wait()
    program.stdout.close()
    return [digest for digest in (first, *rest) if len(digest) == 64]
