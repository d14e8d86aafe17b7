import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from amparo.core.blocks import Fields
from amparo.core.errors import AppError, Cancelled
from amparo.core.progress import no_tick
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Form, Printout
from amparo.ui.jobs import Jobs
from amparo.ui.preview.ask import new_printer
from amparo.ui.preview.layout import Layout
from amparo.ui.preview.lp import lp_command
from amparo.ui.preview.model import PreviewModel
from amparo.ui.preview.printing import deliver
from amparo.ui.preview.ticket import Ticket, ticket_of
from tests.core.examples import field

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not there")

TICKET = Ticket(printer="Office", lp="/usr/bin/lp", media="A4", paper=Paper.A4)


class Office(QPrinter):
    """A printer as CUPS' are, which takes nothing itself."""

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's own name
        return QPrinter.OutputFormat.NativeFormat

    def printerName(self) -> str:  # noqa: N802 - Qt's own name
        return "Office"


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An `lp` on the path that keeps what it is given here; and an empty folder for temporary files."""
    tray, programs, memory, disk = (tmp_path / name for name in ("tray", "bin", "memory", "disk"))
    for folder in (tray, programs, memory, disk):
        folder.mkdir()
    script = f'#!/bin/sh\ncd "{tray}"\nprintf "%s\\n" "$@" > words\necho "$TMPDIR" > place\ncat > taken\n'
    (programs / "lp").write_text(script)
    (programs / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    monkeypatch.setenv("TMPDIR", str(disk))
    return tray


def say(tray: Path, script: str) -> None:
    (tray.parent / "bin" / "lp").write_text(f"#!/bin/sh\n{script}\n")


def test_a_form_for_a_screen_is_printed_as_the_blank_and_stays_on_the_screen(
    qtbot: QtBot, printout: Printout, settings: SettingsFile, jobs: Jobs, tray: Path
) -> None:
    blank = replace(printout, blocks=(Fields((field("long-text"),)),))
    model = PreviewModel(replace(blank, form=Form.FILLABLE), settings, jobs)
    model.lay_out()
    qtbot.waitUntil(lambda: model.state.layout is not None)
    shown = model.state.layout
    model.print_on(Office(), ticket_of(Office(), 1))
    qtbot.waitUntil(lambda: model.state.work is None, timeout=20_000)
    assert (tray / "taken").read_bytes() == to_pdf(blank, Paper.A4)
    assert model.state.layout is shown
    assert shown
    assert b"/AcroForm" in shown.pdf


def test_lp_is_given_the_bytes_of_the_pdf_and_nothing_is_written(
    qtbot: QtBot,
    layout: Layout,
    tray: Path,
) -> None:
    ticket = ticket_of(Office(), 1)
    deliver(layout.pdf, layout.count, Office(), ticket, no_tick)
    assert (tray / "taken").read_bytes() == layout.pdf
    words = (tray / "words").read_text().splitlines()
    assert words[:6] == ["-d", "Office", "-t", "Amparo", "-n", "1"]
    assert words[-1] == "-"
    assert "activity" not in " ".join(words)
    if sys.platform == "linux":
        assert (tray / "place").read_text().strip() == str(tray.parent / "memory")
    assert list((tray.parent / "memory").iterdir()) == list((tray.parent / "disk").iterdir()) == []


def test_the_words_of_the_command() -> None:
    head = ["/usr/bin/lp", "-d", "Office", "-t", "Amparo", "-n"]
    assert lp_command(TICKET) == [*head, "1", "-o", "media=A4", "-"]
    ticket = Ticket(
        printer="Office",
        lp="/usr/bin/lp",
        media="Legal",
        paper=None,
        ranges="2-3,5",
        copies=3,
        is_collated=False,
        is_reversed=True,
        sides="two-sided-long-edge",
        options=(("page-ranges", "2-3"), ("job-sheets", "none,none")),
    )
    assert lp_command(ticket) == [
        *(*head, "3", "-P", "2-3,5", "-o", "media=Legal", "-o", "fit-to-page"),
        *("-o", "sides=two-sided-long-edge", "-o", "Collate=False", "-o", "outputorder=reverse"),
        *("-o", "page-ranges=2-3", "-o", "job-sheets=none,none", "-"),
    ]


def test_a_printer_that_paints_is_not_sent_to_lp(qtbot: QtBot, tray: Path) -> None:
    printer = new_printer(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert ticket_of(printer, 1).lp == ""
    assert ticket_of(Office(), 1).lp == str(tray.parent / "bin" / "lp")


def test_without_lp_pages_are_painted(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    assert ticket_of(Office(), 1).lp == ""


def test_what_lp_complains_of_is_told(layout: Layout, tray: Path) -> None:
    say(tray, 'cat > /dev/null; echo "lp: The printer or class does not exist." >&2; exit 1')
    ticket = Ticket(printer="Gone", lp=str(tray.parent / "bin" / "lp"), media="A4", paper=Paper.A4)
    with pytest.raises(AppError, match="pages: The printer or class does not exist"):
        deliver(layout.pdf, layout.count, Office(), ticket, no_tick)


def test_an_lp_that_takes_nothing_is_told(layout: Layout, tray: Path) -> None:
    say(tray, "exit 1")
    ticket = Ticket(printer="Office", lp=str(tray.parent / "bin" / "lp"), media="A4", paper=Paper.A4)
    with pytest.raises(AppError, match="did not take the pages"):
        deliver(layout.pdf * 20, layout.count, Office(), ticket, no_tick)


def test_an_lp_that_does_not_run_is_told(layout: Layout, tray: Path) -> None:
    ticket = Ticket(printer="Office", lp=str(tray / "missing"), media="A4", paper=Paper.A4)
    with pytest.raises(AppError, match="did not take the pages"):
        deliver(layout.pdf, layout.count, Office(), ticket, no_tick)


def test_cancelling_ends_lp(layout: Layout, tray: Path) -> None:
    say(tray, f'echo $$ > "{tray}/pid"; exec sleep 600')
    ticket = Ticket(printer="Office", lp=str(tray.parent / "bin" / "lp"), media="A4", paper=Paper.A4)

    def tick(_done: int, _total: int) -> None:
        if (tray / "pid").exists():
            raise Cancelled

    with pytest.raises(Cancelled):
        deliver(layout.pdf, layout.count, Office(), ticket, tick)
    assert not Path(f"/proc/{(tray / 'pid').read_text().strip()}").exists()
