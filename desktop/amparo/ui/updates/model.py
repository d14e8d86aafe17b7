"""Receiving and handing on, in the background; it outlives the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.progress import Tick
from amparo.library.versions import Versions
from amparo.sync.floor import Floor
from amparo.sync.source import KeptSource, Source
from amparo.sync.state import StateFile
from amparo.ui.jobs import Job, Jobs
from amparo.ui.updates.state import UpdatesState

if TYPE_CHECKING:  # tuf and urllib3, 0.3 s: in the background, with the first update
    from amparo.sync.carrier import Carrier
    from amparo.sync.serving import Serving
    from amparo.sync.update import Outcome


class UpdatesModel(QObject):
    """One thing at a time; what was installed is told by `installed`, whoever asked for it."""

    changed = Signal(object)  # UpdatesState
    installed = Signal()
    ended = Signal(bool)  # whether the source answered; for whoever tries again by itself
    _asked = Signal()  # from a thread of the server's

    def __init__(self, received: Path, bundled: Path, versions: Versions, jobs: Jobs) -> None:
        """Args: received: the folder of received content. bundled: the content built with the program."""
        super().__init__()
        self._received, self._jobs, self.versions = received, jobs, versions
        self._kept_source, self._kept_state = KeptSource(received, bundled), StateFile(received)
        self._job: Job | None = None
        self._then: Callable[[Any], None] = lambda _done: None
        self._serving: Serving | None = None
        self._asked.connect(self._count_given)
        self.floor = Floor()
        self.state = UpdatesState()

    @property
    def is_set_up(self) -> bool:
        """Whether a publisher is believed."""
        return self._kept_source.is_there()

    def refresh(self) -> None:
        """Read anew how it stands; reading the source takes a moment, so in the background."""
        self._set(kept=self._kept_state.read())
        if not self.state.source and self.is_set_up:
            self._start("", lambda _tick: self._kept_source.read(), self._show_source)

    def check(self) -> bool:
        """Ask the source's own address; whether it begins, since one thing is done at a time."""
        return self._receive(lambda source: _web(source.url, source), _("Asking the source"))

    def receive_from(self, place: Path) -> None:
        """Receive from a folder, a zip, or the stick that such a thing lies on."""

        def carried(_source: Source) -> Carrier:
            from amparo.sync.carried import carried_at

            return carried_at(place)

        self._receive(carried, _("Reading"))

    def receive_near(self, address: str, code: str) -> None:
        """Receive from a colleague's kit on the same network."""

        def near(source: Source) -> Carrier:
            from amparo.sync.serving import address_of

            return _web(address_of(address, code), source)

        self._receive(near, _("Asking the colleague's kit"))

    def read_source(self, file: Path, then: Callable[[Source], None]) -> None:
        """Read a source file; what it names is believed with `believe` only."""

        def work(_tick: Tick) -> Source:
            from amparo.sync.source import read_source_file

            return read_source_file(file)

        self._start(_("Reading"), work, then)

    def believe(self, source: Source) -> None:
        """Believe this publisher from now on, and no other: the officer has compared the letters."""
        try:
            self._kept_source.keep(source)
        except AppError as error:
            self._set(told=str(error))
            return
        self._show_source(source)
        self._set(told=_("This publisher is trusted from now on. Nothing was asked yet."))

    def export(self, place: Path) -> None:
        """Write what is here into a folder or one zip, for other kits."""

        def work(tick: Tick) -> Path:
            from amparo.sync import relay

            files = relay.files_of(self._received, self._source(), self.versions.current())
            return relay.export(files, place, tick)

        said = _("Written: {place}. Any kit that trusts the same publisher takes it.")
        self._start(_("Writing"), work, lambda path: self._set(told=said.format(place=path.name)))

    def serve(self) -> None:
        """Give what is here to colleagues on the same network, until `stop_serving`."""

        def work(_tick: Tick) -> Serving:
            from amparo.sync import relay
            from amparo.sync.serving import Serving

            files = relay.files_of(self._received, self._source(), self.versions.current())
            try:
                return Serving(files, self._asked.emit)
            except OSError as error:
                raise AppError(
                    _("This computer lets no colleague in."), _("Hand it on by a stick.")
                ) from error

        self._start(_("One moment"), work, self._show_serving)

    def stop_serving(self) -> None:
        """Give nothing any more."""
        if self._serving is not None:
            self._serving.close()
            self._serving = None
            self._set(address="", code="", given=0)

    def cancel(self) -> None:
        """Stop what is being done; nothing is changed then."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Stop everything."""
        self.cancel()
        self.stop_serving()

    def _receive(self, carrier: Callable[[Source], Carrier], busy: str) -> bool:
        def work(tick: Tick) -> Outcome:
            from amparo.sync.update import Order, update

            source = self._source()
            order = Order(
                folder=self._received,
                source=source,
                current=self.versions.current,
                install=self.versions.install,
                floor=self.floor,
            )
            made = carrier(source)
            try:
                return update(order, made, tick)
            finally:
                made.close()

        return self._start(busy, work, self._show_outcome)

    def _source(self) -> Source:
        source = self._kept_source.read()
        if source is None:
            raise AppError(
                _("Updates are not set up: this kit trusts no publisher yet."),
                _("Add the source file that the publisher gives out."),
            )
        return source

    def _start(self, busy: str, work: Callable[[Tick], Any], then: Callable[[Any], None]) -> bool:
        if self._job is not None:
            return False
        self._job, self._then = Job(work), then
        self._job.progressed.connect(self._show_progress)
        self._job.succeeded.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._end)
        self._set(busy=busy, done=0, total=0, told="")
        self._jobs.start(self._job)
        return True

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._set(done=done, total=total)

    @Slot(object)
    def _succeed(self, answer: object) -> None:
        self._then(answer)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._set(told=str(error) if isinstance(error, AppError) else _("The kit made a mistake."))
        self.ended.emit(False)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._set(busy="", kept=self._kept_state.read())

    def _show_source(self, source: Source | None) -> None:
        if source is not None:
            self._set(source=source.name, url=source.url, letters=source.letters)

    def _show_outcome(self, outcome: Outcome) -> None:
        release = outcome.release
        here = (
            _("Edition {version} is here.")
            if outcome.is_new
            else _("Nothing new: edition {version} is here.")
        )
        self._set(told=here.format(version=release.version))
        if outcome.is_new:
            self.installed.emit()
        self.ended.emit(True)

    def _show_serving(self, serving: Serving) -> None:
        self._serving = serving
        self._set(address=serving.address, code=serving.code, given=0)

    @Slot()
    def _count_given(self) -> None:
        if self._serving is not None:
            self._set(given=self._serving.given)

    def _set(self, **news: Any) -> None:
        self.state = replace(self.state, **news)
        self.changed.emit(self.state)


def _web(url: str, source: Source) -> Carrier:
    from amparo.sync.web import WebCarrier

    if not url:
        raise AppError(
            _("The publisher gives no address of its own."), _("Take the update from a stick or a colleague.")
        )
    return WebCarrier(url, authority=source.authority)
