"""Wrong passphrases cost time, and a restart of the kit does not give it back.

This slows a person at the keyboard down. Whoever copies the files is held up by Argon2id alone.
"""

import contextlib
import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from amparo.core.files import Record, RecordFile, Unreadable
from amparo.vault.errors import TooSoon

FREE = 3
"""Wrong ones before the first wait."""
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 15 * 60


class Tries:
    """Counts the tries of one vault, in a file that says how many there were, and when."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._file, self._now, self._is_counted = RecordFile(path), now, False

    def wait_s(self) -> int:
        """Whole seconds until the next try; a clock set back does not shorten it, nor make it endless."""
        failed, last = self._read()
        if failed < FREE:
            return 0
        whole = min(FIRST_WAIT_S << min(failed - FREE, 16), LONGEST_WAIT_S)
        left = (last - self._now()).total_seconds() + whole
        if left > whole:
            self._restart(failed)
        return min(whole, max(0, -int(-left // 1)))

    def begin(self) -> None:
        """Count a try before it is made: one that is killed half-way counts too.

        Raises: TooSoon, OSError.
        """
        if wait_s := self.wait_s():
            raise TooSoon(wait_s)
        failed = self._read()[0] + 1
        try:
            self._put(failed)
            self._is_counted = True
        except OSError as error:
            if error.errno != errno.ENOSPC:  # on a full disk one must still get in, to make room
                raise

    def succeed(self) -> int:
        """Forget the wrong ones, and return how many there were before the right one."""
        failed = self._read()[0]
        self._file.path.unlink(missing_ok=True)
        return max(failed - self._is_counted, 0)

    def _read(self) -> tuple[int, datetime]:
        """How many, and when the last was; what cannot be understood counts as so many that one must wait."""
        with contextlib.suppress(Unreadable, KeyError, ValueError, TypeError, OverflowError):
            record: Record = self._file.read()
            if not record:
                return 0, self._now()
            last = datetime.fromisoformat(record["last"])
            if last.tzinfo is not None:
                return int(record["failed"]), last
        self._restart(FREE)
        return FREE, self._now()

    def _restart(self, failed: int) -> None:
        """Wait from now on: the clock was set back, or the file was damaged."""
        with contextlib.suppress(OSError):
            self._put(failed)

    def _put(self, failed: int) -> None:
        self._file.update(lambda _old: {"failed": failed, "last": self._now().isoformat()})
