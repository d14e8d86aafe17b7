"""Our own bytes to CUPS through `lp`: a PDF stays one, and no file of ours is written."""

import subprocess

from amparo.core.progress import Tick
from amparo.ui.preview.ticket import Ticket, refused

JOB_TITLE = "Amparo"
"""All that a print queue is told of what is printed."""
_LOOK_UP_S = 0.1
"""How often the wish to cancel is looked at while `lp` works."""


def hand_to_lp(pdf: bytes, ticket: Ticket, count: int, tick: Tick) -> None:
    """Give the whole PDF to `lp` on standard input, and wait until it is taken.

    Raises: AppError, where it is not.
    """
    tick(0, count)
    try:
        running = subprocess.Popen(  # noqa: S603 - no shell, and the program is the system's own
            lp_command(ticket), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
    except OSError as error:
        raise refused(error.strerror or "") from error
    with running:
        try:
            said = _feed(running, pdf, count, tick)
        except BaseException:
            running.kill()
            raise
    if running.returncode:
        raise refused(said.decode(errors="replace").strip().removeprefix("lp: "))
    tick(count, count)


def lp_command(ticket: Ticket) -> list[str]:
    """The command line: a neutral title, and nothing of the document."""
    options = [f"media={ticket.media}"]
    if ticket.paper is None:
        options.append("fit-to-page")
    if ticket.sides:
        options.append(f"sides={ticket.sides}")
    if ticket.copies > 1:
        options.append(f"Collate={ticket.is_collated}")
    if ticket.is_reversed:
        options.append("outputorder=reverse")
    command = [ticket.lp, "-d", ticket.printer, "-t", JOB_TITLE, "-n", str(ticket.copies)]
    if ticket.ranges:
        command += ["-P", ticket.ranges]
    options += [f"{name}={value}" for name, value in ticket.options]
    for option in options:
        command += ["-o", option]
    return [*command, "-"]


def _feed(running: subprocess.Popen[bytes], pdf: bytes, count: int, tick: Tick) -> bytes:
    """Feed the program until it is done, and return what it complained of."""
    feed: bytes | None = pdf
    while True:
        try:
            return running.communicate(feed, timeout=_LOOK_UP_S)[1]
        except subprocess.TimeoutExpired:
            feed = None  # what the first call was given goes on flowing
            tick(0, count)
