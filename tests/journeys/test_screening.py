"""From the first window to a screening, to paper, and from paper back, by the keyboard alone."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from amparo.paper.pages import Pages
from amparo.screening.answers import Age, Answer
from amparo.ui.preview import dialog as preview
from amparo.ui.window import Window
from tests.journeys.test_journeys import CTRL, press, window_of
from tests.ui.conftest import OpenKit, jobs, open_kit, places

__all__ = ["jobs", "open_kit", "places"]
ALT = Qt.KeyboardModifier.AltModifier
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-.")


def tab_to(qtbot: QtBot, wanted: QWidget) -> None:
    for _step in range(60):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted} is not reached by Tab")


def preview_of(window: Window, qtbot: QtBot) -> preview.PreviewDialog:
    qtbot.waitUntil(lambda: window.findChild(preview.PreviewDialog) is not None)
    dialog = window.findChild(preview.PreviewDialog)
    assert isinstance(dialog, preview.PreviewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=15_000)
    return dialog


def saved(dialog: preview.PreviewDialog, qtbot: QtBot, target: Path) -> list[str]:
    """What the pages say that Ctrl+S writes."""
    press(qtbot, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.model.state.told), timeout=15_000)
    with Pages(target.read_bytes()) as pages:
        said = [" ".join(pages.text(number).split()) for number in range(pages.count)]
    with qtbot.waitSignal(dialog.destroyed):
        press(qtbot, Qt.Key.Key_Escape)
    return said


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "saved.pdf"
    monkeypatch.setattr(preview, "ask_file", lambda _parent, _name: file)  # the system's own dialog
    return file


def test_home_to_a_screening_to_paper(open_kit: OpenKit, qtbot: QtBot, target: Path) -> None:
    window = window_of(open_kit())
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_2)  # one action: the screening is begun
    qtbot.waitUntil(lambda: window.current == "identify")
    view = window.library.reading.middle.screening
    assert QApplication.focusWidget() is view.ages[Age.ADULT]
    press(qtbot, Qt.Key.Key_Space)
    rows = list(view.rows)
    assert QApplication.focusWidget() is view.rows[rows[0]]
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_C)
    press(qtbot, Qt.Key.Key_T)
    note = QApplication.focusWidget()
    assert note is view.rows[rows[1]].note
    QTest.keyClicks(note, "the companion answered")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_S)
    assert view.screening.answers[rows[1]] is Answer.CONFIRMED
    assert "Suspected: to be established" in view.told.toPlainText()

    press(qtbot, Qt.Key.Key_Home, ALT)
    press(qtbot, Qt.Key.Key_2)  # leaving and returning loses nothing
    qtbot.waitUntil(lambda: window.current == "identify")
    assert view.screening.answers[rows[2]] is Answer.SUSPECTED
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = preview_of(window, qtbot)
    assert dialog.model.state.layout is not None
    with Pages(dialog.model.state.layout.pdf) as pages:
        said = " ".join(" ".join(pages.text(number).split()) for number in range(pages.count))
    assert "the companion answered" in said
    assert "What the answers add up to" in said
    assert "keep a copy" in dialog.warning.text()
    press(qtbot, Qt.Key.Key_S, CTRL)  # nothing of a person goes into a file
    assert dialog.save_button.isHidden()
    assert not target.exists()
    press(qtbot, Qt.Key.Key_Escape)


def test_home_to_blanks_for_a_day_and_back_from_the_foot_of_one(
    open_kit: OpenKit, qtbot: QtBot, target: Path
) -> None:
    window = window_of(open_kit(role="labour"))
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_3)  # one action: the blank is in the preview, Enter prints it
    dialog = preview_of(window, qtbot)
    assert dialog.print_button.isDefault()
    tab_to(qtbot, dialog.options.copies.count)
    dialog.options.copies.count.selectAll()
    QTest.keyClicks(dialog.options.copies.count, "25")
    press(qtbot, Qt.Key.Key_Tab)
    layout = dialog.model.state.layout
    qtbot.waitUntil(lambda: dialog.model.state.layout is not layout, timeout=30_000)
    said = saved(dialog, qtbot, target)
    (found,) = CODE.findall(said[-1])
    assert "copy 25 of 25" in said[-1]

    window.activateWindow()  # as a window manager does
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(window.search_box, found)
    qtbot.waitUntil(lambda: "copy 25 of" in window.results_model.state.message, timeout=15_000)
    press(qtbot, Qt.Key.Key_Return)
    page = window.reading.state.page
    assert page is not None
    assert page.id == "checklist/walk-through"
