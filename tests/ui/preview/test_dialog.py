from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amparo.core.errors import AppError
from amparo.core.settings import Paper, Settings, SettingsFile
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Printout
from amparo.ui.jobs import Jobs
from amparo.ui.preview import dialog as dialog_module
from amparo.ui.preview.ask import new_printer, print_dialog
from amparo.ui.preview.dialog import PreviewDialog
from amparo.ui.preview.model import Work
from amparo.ui.theme.theme import Theme
from tests.conftest import Logged
from tests.programs import python

SCREEN = QSize(1366, 768) - QSize(16, 48)
"""Without the frame of a window."""
Opened = Callable[[], PreviewDialog]


@pytest.fixture
def opened(
    qtbot: QtBot, printout: Printout, settings: SettingsFile, jobs: Jobs, theme: Theme
) -> Iterator[Opened]:
    dialogs: list[PreviewDialog] = []

    def make() -> PreviewDialog:
        dialog = PreviewDialog(printout, settings, jobs, theme)
        dialogs.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    yield make
    for dialog in dialogs:
        if shiboken6.isValid(dialog):
            dialog.close()
    qtbot.wait(0)  # closing deletes


@pytest.fixture
def preview(qtbot: QtBot, opened: Opened) -> PreviewDialog:
    dialog = opened()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def press(qtbot: QtBot, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def until_idle(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.waitUntil(lambda: dialog.model.state.work is None, timeout=20_000)


def answer(monkeypatch: pytest.MonkeyPatch, question: str, said: object) -> None:
    monkeypatch.setattr(dialog_module, question, lambda *_asked: said)


def test_the_pages_are_those_of_the_pdf(preview: PreviewDialog, printout: Printout) -> None:
    with Pages(to_pdf(printout, Paper.A4)) as pages:
        assert preview.controls.page.text() == f"Page 1 of {pages.count}"


def test_another_paper_is_one_press_and_is_remembered(
    qtbot: QtBot, preview: PreviewDialog, settings: SettingsFile
) -> None:
    press(qtbot, preview.controls.papers[Paper.LETTER])
    until_idle(qtbot, preview)
    assert preview.model.state.layout is not None
    assert preview.model.state.layout.size_pt == (612.0, 792.0)
    assert settings.current.paper is Paper.LETTER
    assert preview.controls.papers[Paper.LETTER].isChecked()


def test_zooming_and_turning_by_keys(qtbot: QtBot, preview: PreviewDialog) -> None:
    key = Qt.Key
    for pressed, zoom in ((key.Key_Plus, 1.25), (key.Key_Equal, 1.5625), (key.Key_Minus, 1.25)):
        QTest.keyClick(preview, pressed, Qt.KeyboardModifier.ControlModifier)
        assert preview.pages.zoom == pytest.approx(zoom)
    QTest.keyClick(preview, key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.zoom == 1
    QTest.keyClick(preview, key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert preview.controls.page.text().startswith("Page 2 of")
    QTest.keyClick(preview, key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert preview.controls.page.text().startswith("Page 1 of")


def test_saving_writes_the_pdf_and_says_so(
    qtbot: QtBot,
    preview: PreviewDialog,
    printout: Printout,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(dialog_module, "ask_file", ask)
    preview.save_button.setFocus()
    press(qtbot, preview.save_button)
    until_idle(qtbot, preview)
    assert asked == ["plan-activity-13.pdf"]
    assert (tmp_path / asked[0]).read_bytes() == to_pdf(printout, Paper.A4)
    assert preview.status.words.text() == "Saved as plan-activity-13.pdf."
    assert preview.focusWidget() is preview.save_button


def test_a_place_that_cannot_be_written_gives_words_and_another_try(
    qtbot: QtBot, preview: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    answer(monkeypatch, "ask_file", tmp_path / "file" / "plan.pdf")
    press(qtbot, preview.save_button)
    until_idle(qtbot, preview)
    assert str(tmp_path / "file") in preview.notice.what.text()
    assert preview.notice.again.isVisible()
    answer(monkeypatch, "ask_file", tmp_path / "plan.pdf")
    press(qtbot, preview.notice.again)
    until_idle(qtbot, preview)
    assert (tmp_path / "plan.pdf").exists()
    assert not preview.notice.isVisible()


def test_nothing_happens_where_the_question_is_not_answered(
    qtbot: QtBot, preview: PreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "ask_file", None)
    answer(monkeypatch, "ask_printer", None)
    before = preview.model.state
    press(qtbot, preview.save_button)
    press(qtbot, preview.print_button)
    assert preview.model.state is before


def test_printing_prints_every_page(
    qtbot: QtBot, preview: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = new_printer(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    answer(monkeypatch, "ask_printer", printer)
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.model.state.work is Work.PRINTING
    assert not preview.print_button.isEnabled()
    qtbot.waitUntil(preview.status.stop.isVisible)
    until_idle(qtbot, preview)
    with Pages((tmp_path / "printed.pdf").read_bytes()) as sheets:
        assert preview.model.state.layout is not None
        assert sheets.count == preview.model.state.layout.count
    assert preview.print_button.isEnabled()


def test_a_computer_without_a_printer_is_told(
    qtbot: QtBot, preview: PreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    press(qtbot, preview.print_button)
    assert preview.notice.what.text() == "No printer is set up on this computer."
    assert preview.notice.to_do.text().startswith("Set one up")


def test_laying_out_is_told_when_it_takes_long_and_can_be_cancelled(
    qtbot: QtBot, opened: Opened, held: Event
) -> None:
    dialog = opened()
    assert not dialog.status.bar.isVisible()  # not at once
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(dialog.status.bar.isVisible)
    qtbot.waitUntil(lambda: dialog.status.words.text() == "Laying out: page 1 of 3")
    press(qtbot, dialog.status.stop)
    assert dialog.notice.what.text() == "The pages were not laid out."
    held.set()
    press(qtbot, dialog.notice.again)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert not dialog.notice.isVisible()


def test_a_bug_in_laying_out_is_told_in_words(
    qtbot: QtBot,
    opened: Opened,
    fail_to_lay_out: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    logged: Logged,
) -> None:
    fail_to_lay_out()
    dialog = opened()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.what.text() == "The pages could not be laid out."
    monkeypatch.undo()
    press(qtbot, dialog.notice.again)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    logged.expect("job failed")


def test_a_bug_in_drawing_is_told_in_words(
    qtbot: QtBot, preview: PreviewDialog, monkeypatch: pytest.MonkeyPatch, logged: Logged
) -> None:
    def broken(*_asked: object, **_named: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(Pages, "render", broken)
        press(qtbot, preview.controls.larger)
        qtbot.waitUntil(preview.notice.isVisible)
    assert preview.notice.what.text() == "The pages could not be drawn."
    dpi = preview.pages.zoom * 50
    press(qtbot, preview.notice.again)
    qtbot.waitUntil(lambda: (picture := preview.pictures.get(0)) is not None and picture.dpi > dpi)
    assert not preview.notice.isVisible()
    logged.expect("job failed")
    logged.records.clear()  # the notice moved the pages, and they were tried once more


@pytest.mark.parametrize("way", ["escape", "button", "window"])
def test_closing_while_working_cancels(qtbot: QtBot, opened: Opened, held: Event, way: str) -> None:
    dialog = opened()
    job = dialog.model._job
    assert job is not None
    with qtbot.waitSignals([job.ended, dialog.destroyed]):
        if way == "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        elif way == "button":
            press(qtbot, dialog.close_button)
        else:
            dialog.close()
    assert not held.is_set()


def test_every_control_has_a_name_and_can_be_reached_by_tab(qtbot: QtBot, preview: PreviewDialog) -> None:
    takers = [
        widget
        for widget in preview.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for widget in takers:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
    reached = set()
    for _step in takers:
        QTest.keyClick(preview.focusWidget(), Qt.Key.Key_Tab)
        reached.add(preview.focusWidget())
    # Of the papers, Tab reaches the chosen one; arrows lead from there to the other.
    assert set(takers) - reached == {preview.controls.papers[Paper.LETTER]}


def test_the_paper_is_chosen_by_keys(qtbot: QtBot, preview: PreviewDialog) -> None:
    preview.controls.papers[Paper.A4].setFocus()
    QTest.keyClick(preview.focusWidget(), Qt.Key.Key_Right)
    assert preview.focusWidget() is preview.controls.papers[Paper.LETTER]
    QTest.keyClick(preview.focusWidget(), Qt.Key.Key_Space)
    until_idle(qtbot, preview)
    assert preview.model.state.paper is Paper.LETTER


@pytest.mark.parametrize("text_size", [100, 200])
def test_all_of_it_fits_a_small_screen(
    qtbot: QtBot, preview: PreviewDialog, theme: Theme, text_size: int
) -> None:
    theme.choose(Settings(text_size=text_size))
    preview.model.report(AppError("It broke in a place that has a long name.", "Mend it."), Work.SAVING)
    try:
        preview.resize(SCREEN)
        qtbot.waitUntil(preview.notice.isVisible)
        assert preview.size() == SCREEN  # it asks for no more
        for button in (found for found in preview.findChildren(QPushButton) if found.isVisible()):
            place = QRect(button.mapTo(preview, QPoint(0, 0)), button.size())
            assert preview.rect().contains(place)
            assert button.width() >= button.sizeHint().width()
    finally:
        theme.choose(Settings())


def test_the_dialog_of_the_printer_offers_no_file(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    options = print_dialog(new_printer(Paper.A4), 3, parent).options()
    assert not options & QAbstractPrintDialog.PrintDialogOption.PrintToFile
    assert options & QAbstractPrintDialog.PrintDialogOption.PrintPageRange


def test_a_printer_is_told_nothing_of_the_document(qtbot: QtBot) -> None:
    printer = new_printer(Paper.LETTER)
    assert (printer.docName(), printer.creator()) == ("Amparo", "Amparo")
    assert printer.pageLayout().pageSize().name().startswith("Letter")


def test_importing_the_preview_does_not_import_what_draws() -> None:
    script = "import sys, amparo.ui.preview.dialog; print(*({'reportlab', 'pypdfium2'} & set(sys.modules)))"
    assert python(script).stdout == "\n"
