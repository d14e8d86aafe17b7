"""A printout of as many pages as asked for, and what the preview needs around it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.core.blocks import Heading, Paragraph, prose
from amparo.core.model import Edition
from amparo.core.progress import Tick, no_tick
from amparo.core.settings import Paper, Settings, SettingsFile
from amparo.paper import pdf as pdf_module
from amparo.paper.printout import Printout
from amparo.ui.preview.layout import Layout, lay_out
from amparo.ui.theme.theme import Theme

PARTS_A_PAGE = 4
"""At least as many; the text below fills about a quarter of a page."""


def printout_of(parts: int) -> Printout:
    words = "The member states will consider the adoption of measures to prevent trafficking in persons. " * 8
    return Printout(
        document="plan/activity/13",
        title="Activity 13",
        blocks=tuple(
            block for n in range(parts) for block in (Heading(f"Part {n + 1}"), Paragraph(prose(words)))
        ),
        sources=(),
        edition=Edition(version="2026.11.1", issued=date(2026, 11, 3), sha256="0" * 64),
        as_of=date(2010, 6, 8),
    )


@pytest.fixture(scope="session")
def printout() -> Printout:
    return printout_of(5 * PARTS_A_PAGE)


@pytest.fixture(scope="session")
def layout(printout: Printout) -> Layout:
    return lay_out(printout, Paper.A4, no_tick)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "home" / "settings.json")


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(cast(QApplication, QApplication.instance()), Settings())


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Laying out waits for this event, looking up often."""
    go_on, real = Event(), pdf_module.to_pdf

    def wait(printout: Printout, paper: Paper, tick: Tick = no_tick) -> bytes:
        while not go_on.wait(0.005):
            tick(1, 3)
        return real(printout, paper, tick)

    monkeypatch.setattr(pdf_module, "to_pdf", wait)
    yield go_on
    go_on.set()


@pytest.fixture
def fail_to_lay_out(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and laying out breaks until the test ends."""

    def broken(*_asked: object) -> bytes:
        raise RuntimeError("a bug")

    return lambda: monkeypatch.setattr(pdf_module, "to_pdf", broken)
