"""The directory in the real window: my state first, by role, by typing, and its call sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.core.contact_words import ROLE_NAMES
from amparo.ui.directory.panel import DirectoryPanel
from amparo.ui.preview.dialog import PreviewDialog
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit


@pytest.fixture
def window(open_kit: OpenKit) -> Window:
    window = open_kit(state="BOL").window
    assert isinstance(window, Window)
    window.show_page("directory")
    return window


def panel(window: Window) -> DirectoryPanel:
    made = window.library.tree
    assert isinstance(made, DirectoryPanel)
    return made


def lines(window: Window) -> list[str]:
    tree = panel(window).list
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    rows = (top.child(n) for top in tops if top for n in range(top.childCount()))
    return [row.text(0) for row in rows if row]


def said(window: Window) -> str:
    return window.library.reading.text.toPlainText()


def test_ones_own_state_is_open_with_emergency_first_and_what_is_not_known(window: Window) -> None:
    page = window.reading.state.page
    assert page is not None
    assert page.id == "directory/bol"
    assert lines(window)[0] == "Bolivia\n122 · one source only"
    assert said(window).index("Emergency numbers") < said(window).index("Reporting line")
    assert "No emergency number of Bolivia is confirmed" in said(window)
    assert not window.library.only_mine.isVisible()


def test_a_role_narrows_list_and_page_and_leaves_the_emergency_number(window: Window) -> None:
    made = panel(window)
    made.role.setCurrentIndex(made.role.findData("labour-inspectorate"))
    assert "Emergency numbers" in said(window)
    assert ROLE_NAMES["labour-inspectorate"] in said(window)
    assert "Treaties" not in said(window)
    made.role.setCurrentIndex(made.role.findData("consular"))
    assert len(lines(window)) < 10
    assert "Consular protection: no entry is known to this kit here" in said(window)
    made.role.setCurrentIndex(0)
    assert "Treaties" in said(window)


def test_another_page_is_not_narrowed(window: Window) -> None:
    made = panel(window)
    made.role.setCurrentIndex(made.role.findData("consular"))
    window.read("guidance/first-contact")
    assert "What to do now" in said(window)


def test_typing_and_enter_opens_the_first_that_answers(window: Window, qtbot: QtBot) -> None:
    made = panel(window)
    made.filter.setFocus()
    QTest.keyClicks(made.filter, "costa ri")
    assert lines(window) == ["Costa Rica\n911 · confirmed"]
    QTest.keyClick(made.filter, Qt.Key.Key_Return)
    page = window.reading.state.page
    assert page is not None
    assert page.id == "directory/cri"
    assert QApplication.focusWidget() is made.list


def test_nothing_found_says_so_and_how_to_go_on(window: Window) -> None:
    made = panel(window)
    QTest.keyClicks(made.filter, "atlantis")
    assert made.none.isVisible()
    assert "atlantis" in made.none.text()
    assert not made.list.isVisible()
    made.filter.clear()
    assert made.list.isVisible()
    assert not made.none.isVisible()


def test_the_call_sheet_is_of_the_state_on_view(window: Window, qtbot: QtBot) -> None:
    window.read("directory/cri")
    panel(window).sheet_button.click()
    dialog = window.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    assert dialog.windowTitle() == "Preview: Call sheet: Costa Rica"
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=15_000)
    assert dialog.model.state.layout is not None
    assert dialog.model.state.layout.count == 1
    dialog.close()


def test_two_actions_from_home_to_a_number(open_kit: OpenKit, qtbot: QtBot) -> None:
    window = open_kit(state="PER").window
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: "911" in window.status.emergency.text())
    assert "unconfirmed" in window.status.emergency.text()
    QTest.keyClick(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: window.current == "directory")
    assert "1818" in said(window)
