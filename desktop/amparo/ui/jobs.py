"""Work in the background: the one place that starts threads for short work."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any, cast

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from amparo.core.errors import AppError, Cancelled
from amparo.core.progress import Tick

log = logging.getLogger(__name__)


class Job(QObject):
    """One call in the background. Connect first, start after: an early signal is a lost one."""

    progressed = Signal(int, int)  # done, total
    succeeded = Signal(object)
    failed = Signal(object)  # Exception
    ended = Signal()  # always, and last

    def __init__(self, work: Callable[[Tick], Any]) -> None:
        super().__init__()
        self._work, self._stop = work, Event()

    def cancel(self) -> None:
        """Ask the work to end at its next tick; nothing of it is then delivered."""
        self._stop.set()

    def tick(self, done: int, total: int) -> None:
        """Handed to the work, in its own thread."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the work; called in a thread of the pool, where no widget may be touched."""
        try:
            self.succeeded.emit(self._work(self.tick))
        except Cancelled:
            log.info("job cancelled")
        except AppError as error:
            self.failed.emit(error)
        except Exception as error:
            log.exception("job failed")
            self.failed.emit(error)
        finally:
            self.ended.emit()


class Jobs(QObject):
    """Runs jobs, keeps each alive until it ends, and ends all of them on close."""

    def __init__(self, threads: int = 0) -> None:
        """Args: threads: one for jobs that must follow one another; 0 for as many as the machine has."""
        super().__init__()
        self._pool, self._running = QThreadPool(), set[Job]()
        if threads:
            self._pool.setMaxThreadCount(threads)

    def start(self, job: Job) -> None:
        """Run a job as soon as a thread is free."""
        self._running.add(job)
        job.ended.connect(self._forget)
        self._pool.start(job.run)

    def close(self) -> None:
        """Cancel what runs, and wait for it."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()

    @Slot()
    def _forget(self) -> None:
        job = cast(Job, self.sender())
        self._running.discard(job)
        job.deleteLater()
