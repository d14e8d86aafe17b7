"""Journeys through the real window, by keys and clicks alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.paper.pages import Pages
from amparo.ui.firststart import FirstStart
from amparo.ui.preview import dialog as preview
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit, jobs, open_kit, places

__all__ = ["jobs", "open_kit", "places"]
CTRL = Qt.KeyboardModifier.ControlModifier


def window_of(kit: Kit) -> Window:
    assert isinstance(kit.window, Window)
    return kit.window


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is, as a person does."""
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_search_to_print(
    open_kit: OpenKit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(open_kit())
    press(qtbot, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(window.search_box, "peacekeeping instructions")
    press(qtbot, Qt.Key.Key_Return)  # before the answer is there: it opens when it comes
    qtbot.waitUntil(lambda: window.current == "plan", timeout=15_000)
    assert "peacekeeping operations are provided instructions" in window.library.reading.text.toPlainText()
    assert QApplication.focusWidget() is window.library.reading.text

    target = tmp_path / "activity.pdf"
    monkeypatch.setattr(preview, "ask_file", lambda _parent, _name: target)  # the system's own dialog
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = window.findChild(preview.PreviewDialog)
    assert isinstance(dialog, preview.PreviewDialog)
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled(), timeout=15_000)
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(target.exists, timeout=15_000)
    with Pages(target.read_bytes()) as pages:
        words = " ".join(pages.text(0).split())
    page = window.reading.state.page
    assert page is not None
    assert " ".join(page.text.split()) in words
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(preview.PreviewDialog) is None)


def test_browse_to_bookmark(open_kit: OpenKit, qtbot: QtBot) -> None:
    window = window_of(open_kit())
    press(qtbot, Qt.Key.Key_2, CTRL)
    window.library.tree.setFocus()
    down_to(qtbot, lambda: title(window) == "Prevention")
    press(qtbot, Qt.Key.Key_Right)  # opens the section
    down_to(qtbot, lambda: title(window).startswith("Activity 13"))
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert window.library.reading.mark_button.text() == "Bookmarked"
    press(qtbot, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.current == "home"
    (link,) = (
        button
        for button in window.home.findChildren(QAbstractButton)
        if button.accessibleName().startswith("Activity 13")
    )
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.current == "plan"
    assert title(window).startswith("Activity 13")


def test_the_tab_key_passes_by_the_search_and_control_k_goes_back_to_what_it_found(
    open_kit: OpenKit, qtbot: QtBot
) -> None:
    window = window_of(open_kit())
    press(qtbot, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(window.search_box, "consent")
    qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
    window.navigation.buttons["settings"].click()
    window.navigation.buttons["settings"].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.search_box
    for _step in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    assert window.current == "settings"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.settings.isAncestorOf(focus)
    press(qtbot, Qt.Key.Key_K, CTRL)
    assert window.current == "results"


def test_first_start_to_home(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit(chosen=False)
    first = kit.window
    assert isinstance(first, FirstStart)
    assert not first.page.done.isEnabled()
    click(qtbot, first, "Your work: Peacekeeping contingent")
    line = first.page.state.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Uruguay")
    press(qtbot, Qt.Key.Key_Return)
    assert first.page.done.isEnabled()
    QTest.mouseClick(first.page.done, Qt.MouseButton.LeftButton)
    window = window_of(kit)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.current == "home"
    assert window.status.state.text() == "Uruguay"
    press(qtbot, Qt.Key.Key_2)  # the second task: screen a person
    qtbot.waitUntil(lambda: title(window).startswith("Checkpoint"))


def title(window: Window) -> str:
    return window.library.reading.title.text()


def down_to(qtbot: QtBot, there: Callable[[], bool]) -> None:
    for _step in range(80):
        if there():
            return
        press(qtbot, Qt.Key.Key_Down)
    raise AssertionError("never came there")


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    (button,) = (b for b in window.findChildren(QAbstractButton) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_three_actions_to_a_printed_checklist(
    open_kit: OpenKit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(open_kit(role="labour"))
    target = tmp_path / "checklist.pdf"
    monkeypatch.setattr(preview, "ask_file", lambda _parent, _name: target)
    press(qtbot, Qt.Key.Key_3)  # the third task of Home
    qtbot.waitUntil(lambda: window.findChild(preview.PreviewDialog) is not None, timeout=15_000)
    dialog = window.findChild(preview.PreviewDialog)
    assert isinstance(dialog, preview.PreviewDialog)
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled(), timeout=15_000)
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)  # the second action; the third is the system's own dialog
    qtbot.waitUntil(target.exists, timeout=15_000)
    with Pages(target.read_bytes()) as pages:
        assert pages.count <= 2
        assert "Walk-through of a workplace" in pages.text(0)
        assert "Confirmed" in pages.text(0)
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(preview.PreviewDialog) is None)
