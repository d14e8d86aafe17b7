"""From the first window to a vault, a case, a lock, and back, by the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.ui.preview.dialog import PreviewDialog
from amparo.ui.vault.state import Phase
from tests.journeys.test_journeys import CTRL, press, window_of
from tests.journeys.test_screening import preview_of, tab_to
from tests.ui.conftest import PASSPHRASE, OpenKit, cheap_vaults, jobs, open_kit, places, settle

__all__ = ["cheap_vaults", "jobs", "open_kit", "places"]


def type_in(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_a_case_from_nothing_to_locked_and_back(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    window = window_of(kit)
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_L, CTRL)  # no vault yet: the key leads to making one
    page = window.cases
    making = page.gate.making
    assert QApplication.focusWidget() is making.passphrase.first.line
    type_in(PASSPHRASE)
    tab_to(qtbot, making.passphrase.second.line)
    type_in(PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)

    press(qtbot, Qt.Key.Key_Backtab)
    while page.currentWidget() is page.overview:  # to the button "New case"
        focus = QApplication.focusWidget()
        press(qtbot, Qt.Key.Key_Space if getattr(focus, "text", str)() == "New case" else Qt.Key.Key_Backtab)
        settle(kit, qtbot)
    assert page.case.case is not None
    called = page.case.editor.inputs["called-name"].line  # type: ignore[attr-defined]
    tab_to(qtbot, called)
    type_in("Nandu")
    tab_to(qtbot, page.case.refer_button)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    settle(kit, qtbot)
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = preview_of(window, qtbot)
    assert "keep a copy" in dialog.warning.text()

    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is None)
    window.activateWindow()  # as a window manager does
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert kit.vault.state.phase is Phase.LOCKED
    settle(kit, qtbot)
    press(qtbot, Qt.Key.Key_L, CTRL)
    type_in(PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.overview.list)
    press(qtbot, Qt.Key.Key_Return)
    settle(kit, qtbot)
    assert called.text() == "Nandu"
