"""The receiving desk and the outbox by the keyboard alone, and a file that is dropped."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.ui.cases.page import CasesPage
from amparo.ui.refer.dialog import SealDialog
from amparo.ui.window import Window
from tests.journeys.test_journeys import press, window_of
from tests.journeys.test_screening import tab_to
from tests.journeys.test_vault import type_in
from tests.ui.conftest import OpenKit, agree, cheap_vaults, jobs, open_kit, open_vault, places, settle

__all__ = ["cheap_vaults", "jobs", "open_kit", "places"]
JUNK = b"age-encryption.org/v1\n" + b"\0" * 4000


@pytest.fixture
def junk(tmp_path: Path) -> Path:
    path = tmp_path / "came.age"
    path.write_bytes(JUNK)
    return path


@pytest.fixture
def kit(open_kit: OpenKit) -> Kit:
    return open_kit(role="social")


def button_of(page: QWidget, words: str) -> QAbstractButton:
    [made] = [
        one for one in page.findChildren(QAbstractButton) if one.text() == words and one.isVisibleTo(page)
    ]
    return made


def press_button(qtbot: QtBot, kit: Kit, page: QWidget, words: str) -> None:
    tab_to(qtbot, button_of(page, words))
    press(qtbot, Qt.Key.Key_Space)
    settle(kit, qtbot)


def at_the_desk(kit: Kit, qtbot: QtBot) -> CasesPage:
    page = open_vault(kit, qtbot)
    press_button(qtbot, kit, page.overview, "Receiving desk")
    assert page.currentWidget() is page.desk
    return page


def test_the_desk(kit: Kit, qtbot: QtBot, junk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at_the_desk(kit, qtbot)
    tab_to(qtbot, page.desk.name)
    type_in("Child protection")
    settle(kit, qtbot)
    assert page.desk.card.text().startswith("AMPARO-KEY:1:")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_said: (str(junk), ""))  # the system's own
    press_button(qtbot, kit, page.desk, "Open a sealed referral…")
    assert "another key, or it is damaged" in page.desk.said.text()
    press_button(qtbot, kit, page.desk, "Back to the list")
    assert page.currentWidget() is page.overview


def drop(window: Window, file: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    coming = QDragEnterEvent(QPoint(9, 9), copy, carried, left, none)
    QApplication.sendEvent(window, coming)
    assert coming.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, carried, left, none))


def test_a_file_is_dropped_on_the_window(kit: Kit, qtbot: QtBot, junk: Path, tmp_path: Path) -> None:
    window = window_of(kit)
    drop(window, junk)
    assert window.current == "cases"
    assert "Open the vault first" in window.notice.words.text()
    page = open_vault(kit, qtbot)
    window.show_page("home")
    drop(window, junk)
    settle(kit, qtbot)
    assert "another key, or it is damaged" in page.desk.said.text()
    for name, told in (("x.amparo-source", "no source file"), ("x.zip", "not set up")):
        file = tmp_path / name
        file.write_bytes(b"x")
        drop(window, file)
        qtbot.waitUntil(lambda words=told: words in window.updates.told.text())  # type: ignore[misc]
        qtbot.waitUntil(lambda: kit.updates._job is None)


def test_the_outbox(kit: Kit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = agree(monkeypatch, "amparo.ui.refer.outbox")
    page = open_vault(kit, qtbot)
    item = page.outbox._outbox.put(b"sealed")
    press_button(qtbot, kit, page.overview, "Outbox")
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_said: str(stick))  # the system's own
    press_button(qtbot, kit, page.outbox, "Carry to a stick…")
    assert [path.read_bytes() for path in stick.iterdir()] == [b"sealed"]
    assert set(page.outbox.rows) == {item.digest}, "it goes on waiting here"
    press_button(qtbot, kit, page.outbox, "Take back…")
    assert len(asked) == 1
    assert page.outbox.rows == {}
    tab_to(qtbot, page.outbox.url)
    type_in("https://inbox.example.org")
    assert not page.outbox.send_button.isEnabled(), "nothing waits"


def test_a_key_that_is_no_longer_trusted_is_removed(
    kit: Kit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = agree(monkeypatch, "amparo.ui.refer.dialog")
    page, window = open_vault(kit, qtbot), window_of(kit)
    until = (datetime.now(UTC) + timedelta(days=30)).date()
    kit.vault.ask(
        lambda vault: vault.post.add_card(public="age1x", name="Desk", signer="", valid_until=until)
    )
    settle(kit, qtbot)
    dialog = SealDialog((), window.services, page)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(kit, qtbot)
    [box] = dialog.cards.boxes
    box.setChecked(True)
    dialog.cards.removers["age1x"].click()
    settle(kit, qtbot)
    assert "Desk" in asked[0]
    assert dialog.cards.boxes == {}
    assert not dialog.seal_button.isEnabled()
