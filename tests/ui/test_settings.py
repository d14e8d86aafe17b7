from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from amparo.core.settings import Settings, SettingsFile
from amparo.ui.settings.page import SettingsPage
from amparo.ui.theme.theme import Theme
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit


def test_a_state_is_found_by_typing(qtbot: QtBot, qapp: QApplication) -> None:
    page = SettingsPage(Settings(), Theme(qapp, Settings()), is_first_start=True)
    qtbot.addWidget(page)
    line = page.state.lineEdit()
    assert line is not None
    with qtbot.waitSignal(page.chosen) as chosen:
        line.setText("peru")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["state", "PER"]


def test_what_is_no_state_falls_back(qtbot: QtBot, qapp: QApplication) -> None:
    page = SettingsPage(Settings(state="CRI"), Theme(qapp, Settings()), is_first_start=True)
    qtbot.addWidget(page)
    line = page.state.lineEdit()
    assert line is not None
    line.setText("Atlantis")
    with qtbot.assertNotEmitted(page.chosen):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.state.currentText() == "Costa Rica"


def test_the_kit_opens_once_all_three_are_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    page = SettingsPage(Settings(language="en"), Theme(qapp, Settings()), is_first_start=True)
    qtbot.addWidget(page)
    assert not page.done.isEnabled()
    page.show_settings(Settings(language="en", role=None, state="CRI"))
    assert not page.done.isEnabled()


def test_text_size_and_colours_change_at_once_and_are_kept(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    window = kit.window
    assert isinstance(window, Window)
    before = window.font().pointSizeF()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.text_size == 125
    assert QApplication.font().pointSizeF() > before
    window.setting_chosen.emit("theme", "dark")
    assert kit.theme.tokens.is_dark


def test_a_change_of_work_shows_other_tasks(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    first = kit.window
    assert isinstance(first, Window)
    first.show_page("settings")
    first.setting_chosen.emit("role", "peacekeeping")
    qtbot.waitUntil(lambda: kit.window is not first)
    window = kit.window
    assert isinstance(window, Window)
    assert window.current == "settings"
    assert window.home.tasks[1].page == "checklist/checkpoint"
    assert window.home.tasks[2].page == "checklist/checkpoint"


def test_choices_are_read_again(open_kit: OpenKit, tmp_path: object) -> None:
    kit = open_kit()
    window = kit.window
    assert isinstance(window, Window)
    window.setting_chosen.emit("paper", "letter")
    window.show_page("settings")
    (letter,) = (b for b in window.settings.findChildren(QRadioButton) if b.text() == "Letter")
    assert letter.isChecked()
    assert SettingsFile(kit.places.settings).current.paper == "letter"
