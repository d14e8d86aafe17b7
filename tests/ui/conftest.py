"""A running kit over the real content, and what a person does with it."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.core import i18n
from amparo.core.places import Places
from amparo.core.settings import SettingsFile
from amparo.library.bookmarks import Bookmarks
from amparo.library.store import Store
from amparo.ui.cases.page import CasesPage
from amparo.ui.jobs import Jobs
from amparo.ui.shell import Shell
from amparo.ui.vault.state import Phase
from amparo.ui.window import Window
from amparo.vault import ballast, opening
from amparo.vault.header import Cost

CHOSEN = {"role": "border", "state": "CRI", "language": "en", "theme": "light"}
OpenKit = Callable[..., Kit]


@pytest.fixture
def places(tmp_path: Path, content: Path) -> Places:
    return Places(data=tmp_path / "data", content=content, chosen_by="test")


@pytest.fixture
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


@pytest.fixture
def bookmarks(places: Places) -> Bookmarks:
    return Bookmarks(places.bookmarks)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    running = Jobs()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def cheap_vaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new vault costs a millisecond to open, and not a second, and a MiB of random bytes to make."""
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1 << 20)
    monkeypatch.setattr(
        opening, "create", partial(opening.create, cost=Cost(memory_kib=64, passes=1, lanes=1))
    )


@pytest.fixture
def open_kit(qtbot: QtBot, qapp: QApplication, places: Places) -> Iterator[OpenKit]:
    """Open the kit with these settings, at the size of a small laptop; it is closed afterwards."""
    opened: list[Kit] = []

    def open_it(at: Places = places, **settings: Any) -> Kit:
        if settings.pop("chosen", True):
            at.data.mkdir(parents=True, exist_ok=True)
            at.settings.write_text(json.dumps(CHOSEN | settings), encoding="utf-8")
        shell = Shell()
        kit = Kit(qapp, at, SettingsFile(at.settings), shell)
        opened.append(kit)
        shell.resize(1366, 768)
        shell.show()
        kit.open()
        with qtbot.waitActive(shell):
            shell.activateWindow()
        return kit

    yield open_it
    for kit in opened:
        kit.shell.close()
        kit.shell.deleteLater()
        kit.close()
    # A window that lives on is styled anew with every other: each test would take longer than the last.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use(i18n.ENGLISH)
    qapp.setStyleSheet("")


PASSPHRASE = "mesa nube trece lobo faro"  # noqa: S105


def open_vault(kit: Kit, qtbot: QtBot) -> CasesPage:
    """Make a vault where there is none, else unlock the first; the page of cases is on view."""
    assert isinstance(kit.window, Window)
    kit.window.show_page("cases")
    if kit.vault.state.phase is Phase.NONE:
        kit.vault.create(PASSPHRASE)
    else:
        kit.vault.unlock(1, PASSPHRASE)
    page = kit.window.cases
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    return page


def settle(kit: Kit, qtbot: QtBot) -> None:
    """Wait until the vault's thread has nothing to do."""
    qtbot.waitUntil(lambda: not kit.vault._jobs._running, timeout=15_000)
    QApplication.processEvents()


def open_case(kit: Kit, qtbot: QtBot) -> CasesPage:
    """A new case on view."""
    page = open_vault(kit, qtbot)
    page.overview.case_asked.emit()
    qtbot.waitUntil(lambda: page.case.case is not None and page.case.editor.is_built)
    settle(kit, qtbot)
    return page


def window_of(kit: Kit) -> Window:
    assert isinstance(kit.window, Window)
    return kit.window


def lock(kit: Kit, qtbot: QtBot) -> None:
    kit.vault.lock()
    settle(kit, qtbot)


def agree(monkeypatch: pytest.MonkeyPatch, module: str) -> list[str]:
    """Say yes to whatever is asked; the questions are returned."""
    asked: list[str] = []

    def say_yes(_parent: object, question: str, _yes: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(f"{module}.ask", say_yes)
    return asked
