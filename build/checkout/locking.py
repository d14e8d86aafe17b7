"""A lock on a file, so that two calls do not write to one folder."""

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkout.messages import say


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """Hold a lock; whoever inherits its descriptor goes on holding it when we are killed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as opened:
        if not lock(opened.fileno()):
            say("Another dev.py is at work on this; waiting for it.")
            while not lock(opened.fileno()):
                time.sleep(0.1)
        yield opened.fileno()


def lock(descriptor: int) -> bool:
    """Try to lock a file; one that cannot be locked, as on some network drives, counts as ours."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True
