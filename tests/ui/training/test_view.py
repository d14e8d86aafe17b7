"""Scenarios in the real window: choose, see why, go on; by keys alone, and nothing of it is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.core.model import PageId
from amparo.ui.shelf.tree import PageTree
from amparo.ui.training.view import SceneView
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit

AGE = "training/peacekeeping/age-mistake"
RIGHT, WRONG = 1, 2


@pytest.fixture
def window(open_kit: OpenKit) -> Window:
    window = open_kit(role="peacekeeping").window
    assert isinstance(window, Window)
    window.read(AGE)
    return window


def scene(window: Window) -> SceneView:
    return window.library.reading.middle.scene


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def choose(window: Window, qtbot: QtBot, number: int) -> None:
    """Press the key of a choice, counted from 1; a button takes a tenth of a second to be pressed by one."""
    with qtbot.waitSignal(window.services.sitting.changed):
        press(window, Qt.Key(Qt.Key.Key_0 + number))


def why(window: Window) -> list[str]:
    """What the choices say of themselves beside their words."""
    return [made.accessibleName() for made in scene(window).choices]


def test_nothing_is_told_before_a_choice(window: Window) -> None:
    assert window.library.reading.title.text() == window.reading.state.page.full_title  # type: ignore[union-attr]
    assert "19" in scene(window)._situation.text()
    assert len(scene(window).choices) == 4
    assert not any("Right." in words or "No." in words for words in why(window))
    assert QApplication.focusWidget() is scene(window).choices[0]
    assert not window.library.reading.text.isVisible()


@pytest.mark.parametrize("choice", [RIGHT, WRONG])
def test_a_choice_by_its_number_tells_why_of_each(window: Window, qtbot: QtBot, choice: int) -> None:
    choose(window, qtbot, choice + 1)
    told = why(window)
    assert "Right. " in told[RIGHT]
    assert ["You chose this. " in words for words in told] == [n == choice != RIGHT for n in range(4)]
    right = 1 if choice == RIGHT else 0
    assert scene(window).progress.text().startswith(f"1 of 18 answered, {right} right.")


def test_a_second_choice_changes_nothing(window: Window, qtbot: QtBot) -> None:
    choose(window, qtbot, 3)
    told = why(window)
    scene(window).choices[RIGHT].click()
    assert why(window) == told


def test_on_by_enter_and_back_with_the_answer_still_there(window: Window, qtbot: QtBot) -> None:
    choose(window, qtbot, 2)
    press(window, Qt.Key.Key_Space)  # the way on has the keys now
    page = window.reading.state.page
    assert page is not None
    assert page.id == "training/peacekeeping/food-for-favour"
    assert QApplication.focusWidget() is scene(window).choices[0]
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Right. " in why(window)[RIGHT]


def test_try_again_forgets_this_one(window: Window, qtbot: QtBot) -> None:
    choose(window, qtbot, 3)
    scene(window).again_button.click()
    assert not any("Right." in words for words in why(window))
    assert scene(window).progress.text().startswith("0 of 18 answered")
    choose(window, qtbot, 2)
    assert scene(window).progress.text().startswith("1 of 18 answered, 1 right")


def test_after_the_last_comes_the_page_of_all(window: Window) -> None:
    last = window.reading.siblings()[-1]
    window.read(last)
    scene(window).next_button.click()
    page = window.reading.state.page
    assert page is not None
    assert page.id == "training/peacekeeping"
    assert window.library.reading.text.isVisible()
    assert "Answers" in window.library.reading.text.toPlainText()


def test_the_tree_shows_ones_own_work_first_and_every_scenario(window: Window) -> None:
    tree = window.library.tree
    assert isinstance(tree, PageTree)
    top = tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "Scenarios for peacekeepers"
    assert top.childCount() == len(window.reading.siblings()) == 18
    assert tree.topLevelItemCount() == 3


def test_answers_outlive_the_window_and_not_the_kit(open_kit: OpenKit, qtbot: QtBot) -> None:
    def read_again(kit: Kit) -> Window:
        assert isinstance(kit.window, Window)
        kit.window.read(AGE)
        return kit.window

    kit = open_kit(role="peacekeeping")
    first = read_again(kit)
    choose(first, qtbot, 2)
    first.setting_chosen.emit("role", "police")  # makes the window anew
    qtbot.waitUntil(lambda: kit.window is not first)
    assert scene(read_again(kit)).progress.text().startswith("1 of 18 answered")
    assert scene(read_again(open_kit())).progress.text().startswith("0 of 18 answered")


def test_no_answer_is_written_anywhere(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    choose(window, qtbot, 3)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"age-mistake" not in written


def test_a_search_leads_to_the_scenario_itself(window: Window, qtbot: QtBot) -> None:
    window.search_box.setText("hurricane charity seats aircraft children")
    window.search_box.entered.emit()
    qtbot.waitUntil(lambda: window.current == "training", timeout=15_000)
    page = window.reading.state.page
    assert page is not None
    assert page.id == PageId("training/peacekeeping/orphan-flight")
