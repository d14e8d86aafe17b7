from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amparo.ui.shell import Shell


def page(words: str) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for text in (words, "more"):
        layout.addWidget(QLineEdit(text))
    return made


def test_the_keys_go_to_the_first_control_of_whatever_is_shown(qtbot: QtBot) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    for words in ("one", "two"):
        shell.hold(page(words))
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        assert focus.text() == words


def test_until_then_it_has_the_ground_of_the_look_that_was_chosen(qtbot: QtBot) -> None:
    shell = Shell("#14181B")
    qtbot.addWidget(shell)
    assert shell.palette().color(QPalette.ColorRole.Window) == QColor("#14181B")
    shell.hold(page("one"))
    assert shell.palette() == QApplication.palette()
    assert shell.windowTitle() == "Amparo"
