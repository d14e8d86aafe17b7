"""What the preview knows: the pages, the paper they are for, what is being done, and what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import N_, _
from amparo.core.progress import Tick
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.printout import Printout
from amparo.ui.jobs import Job, Jobs
from amparo.ui.preview.layout import Layout, lay_out
from amparo.ui.preview.printing import deliver
from amparo.ui.preview.ticket import Ticket

PAPER_NAMES = {Paper.A4: N_("A4"), Paper.LETTER: N_("Letter")}


class Work(Enum):
    """What the preview does in the background."""

    LAYING_OUT = auto()
    SAVING = auto()
    PRINTING = auto()
    DRAWING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """One moment of the preview.

    Attributes:
        paper: that the pages are laid out for, or are about to be.
        layout: the pages; None until they are laid out for the first time.
        work: what is being done, with `done` of `total` pages; `total` is 0 where nobody can say.
        told: what went well last, in words.
        error: what went wrong last, and `failed` the work to begin again.
    """

    paper: Paper
    layout: Layout | None = None
    work: Work | None = None
    done: int = 0
    total: int = 0
    told: str = ""
    error: AppError | None = None
    failed: Work | None = None


class PreviewModel(QObject):
    """Lays out, saves and prints, each in the background; the newest wish wins."""

    changed = Signal(object)  # PreviewState
    printed = Signal()
    progressed = Signal(int, int)  # done, total: also in the state, but no reason to draw everything anew

    def __init__(
        self, printout: Printout, settings: SettingsFile, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printout, self._settings, self._jobs = printout, settings, jobs
        self._job: Job | None = None
        self._asked = settings.current.paper
        self.state = PreviewState(paper=self._asked)

    @property
    def file_name(self) -> str:
        """A name for the file: the page's id, so that it never tells about a person."""
        return f"{self._printout.document.replace('/', '-')}.pdf"

    @Slot()
    def lay_out(self, paper: Paper | None = None) -> None:
        """Lay the pages out for this paper; for the one last asked for where none is named."""
        self._asked = paper or self._asked
        work = partial(lay_out, self._printout, self._asked)
        self._begin(Work.LAYING_OUT, work, self._show_layout, self._asked)

    @Slot(object)
    def change(self, printout: Printout) -> None:
        """Lay out the same document in another form."""
        self._printout = printout
        self.lay_out()

    def save(self, path: Path) -> None:
        """Write the pages to a file, whole or not at all."""
        if layout := self.state.layout:
            self._begin(Work.SAVING, partial(_save, path, layout.pdf), self._show_saved)

    def print_on(self, printer: QPrinter, ticket: Ticket) -> None:
        """Print as the dialog of the printer was filled in; its paper wins over ours."""
        if layout := self.state.layout:
            work = partial(_print, self._printout, layout, printer, ticket)
            self._begin(Work.PRINTING, work, self._show_printed)

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done, and go back to what was."""
        work, layout = self.state.work, self.state.layout
        self._leave_job()
        if layout is None:
            error = AppError(
                _("The pages were not laid out."), _("Lay them out again, or close the preview.")
            )
            self._set(error=error, failed=Work.LAYING_OUT)
        elif work is Work.PRINTING:
            told = _("Printing was stopped. What the printer already has may still come out.")
            self._set(paper=layout.paper, told=told)
        else:
            self._set(paper=layout.paper)

    def stop(self) -> None:
        """End everything, because the preview closes."""
        self._leave_job()

    @Slot()
    def dismiss(self) -> None:
        """The error was read."""
        self._set()

    def report(self, error: Exception, failed: Work | None) -> None:
        """Say what went wrong, in words; what is no AppError was logged where it happened."""
        self.state = replace(self.state, error=_in_words(error, failed), failed=failed)
        self.changed.emit(self.state)

    def _begin(
        self,
        work: Work,
        does: Callable[[Tick], Any],
        show: Callable[[Any], None],
        paper: Paper | None = None,
    ) -> None:
        self._leave_job()
        self._job = job = Job(does)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(show)
        job.failed.connect(self._show_failure)
        self._set(work=work, paper=paper or self.state.paper)
        self._jobs.start(job)

    def _leave_job(self) -> None:
        """Cancel the job; what it may still say is not listened to."""
        if self._job:
            self._job.cancel()
            self._job = None

    def _is_stale(self) -> bool:
        return self._job is None or self.sender() is not self._job

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if not self._is_stale():
            self.state = replace(self.state, done=done, total=total)
            self.progressed.emit(done, total)

    @Slot(object)
    def _show_layout(self, layout: Layout) -> None:
        if not self._is_stale():
            self._job = None
            self._adopt(layout, "")

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        if not self._is_stale():
            self._job = None
            self._set(told=_("Saved as {name}.").format(name=path.name))

    @Slot(object)
    def _show_printed(self, printed: tuple[Layout, str]) -> None:
        if not self._is_stale():
            self._job = None
            layout, printer = printed
            if layout.paper is self.state.paper:
                told = _("Sent to {printer}.").format(printer=printer)
            else:
                told = _("Sent to {printer}, laid out again for {paper}, the paper chosen there.").format(
                    printer=printer, paper=_(PAPER_NAMES[layout.paper])
                )
            self._adopt(layout, told)
            self.printed.emit()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        if not self._is_stale():
            self._job, failed = None, self.state.work
            self._set(error=_in_words(error, failed), failed=failed, paper=self._paper_shown())

    def _adopt(self, layout: Layout, told: str) -> None:
        """Show these pages, and remember their paper where it is another."""
        trouble = ""
        if layout.paper is not self._settings.current.paper:
            self._settings.change(paper=layout.paper)
            trouble = self._settings.trouble
        self._set(layout=layout, paper=layout.paper, told=trouble or told)

    def _paper_shown(self) -> Paper:
        return self.state.layout.paper if self.state.layout else self.state.paper

    def _set(self, **news: Any) -> None:
        """The next moment: pages and paper stay, all else is as the news have it."""
        stays = {"paper": self.state.paper, "layout": self.state.layout}
        self.state = PreviewState(**(stays | news))
        self.changed.emit(self.state)


def _save(path: Path, pdf: bytes, tick: Tick) -> Path:
    tick(0, 1)
    try:
        replace_file(path, pdf)
    except OSError as error:
        raise AppError(
            _("The file could not be saved in {folder}: {reason}.").format(
                folder=path.parent, reason=error.strerror or type(error).__name__
            ),
            _("Choose another place, or free some space there, and save again."),
        ) from error
    return path


def _print(
    printout: Printout, layout: Layout, printer: QPrinter, ticket: Ticket, tick: Tick
) -> tuple[Layout, str]:
    """Print, laid out again where the printer has another paper of ours; return these pages, and its name."""
    if ticket.paper and ticket.paper is not layout.paper:
        layout = lay_out(printout, ticket.paper, tick)
    blank = printout.for_printer
    printed = layout if blank is printout else lay_out(blank, layout.paper, tick)
    deliver(printed.pdf, printed.count, printer, ticket, tick)
    return layout, ticket.printer


def _in_words(error: Exception, failed: Work | None) -> AppError:
    """What a person reads; an error that is no AppError was logged where it happened."""
    if isinstance(error, AppError):
        return error
    if failed is Work.SAVING:
        what = _("The pages could not be saved.")
    elif failed is Work.PRINTING:
        what = _("The pages could not be printed.")
    elif failed is Work.DRAWING:
        what = _("The pages could not be drawn.")
    else:
        what = _("The pages could not be laid out.")
    return AppError(what, _("Try again. If it happens again, close the preview and restart the kit."))
