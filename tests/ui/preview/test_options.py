"""What a printout leaves open: cards in place of pages, and how many lines there are to sign."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amparo.core.blocks import Card, Fields, Lines, prose
from amparo.core.fingerprint import COPIES
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Copy, Form, Printout, numbered
from amparo.ui.jobs import Jobs
from amparo.ui.preview.copies import SitesDialog
from amparo.ui.preview.dialog import PreviewDialog
from amparo.ui.preview.options import Options
from amparo.ui.theme.theme import Theme
from tests.core.examples import field
from tests.ui.preview.conftest import printout_of

CARD = replace(printout_of(1), blocks=(Card((prose("Report."),)),))
SHEET = replace(
    printout_of(1),
    blocks=(Fields((field(), field(id="sign", label="Signature")), repeats=True, id="signed"),),
)


@pytest.fixture
def options(qtbot: QtBot, request: pytest.FixtureRequest) -> Options:
    made = Options(request.param)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("options", [printout_of(1)], indirect=True)
def test_most_printouts_leave_nothing_open(options: Options) -> None:
    assert not Options(printout_of(1)).isVisibleTo(options)
    assert not any(button.isVisible() for button in options.forms.values())
    assert not options.rows.isVisible()


@pytest.mark.parametrize("options", [CARD], indirect=True)
def test_cards_by_key(options: Options, qtbot: QtBot) -> None:
    assert all(button.isVisible() for button in options.forms.values())
    assert not options.rows.isVisible()
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(options.forms[Form.CARDS], Qt.Key.Key_Space)
    assert told.args is not None
    assert told.args[0].form is Form.CARDS


@pytest.mark.parametrize("options", [SHEET], indirect=True)
def test_a_form_to_fill_on_a_screen_says_what_becomes_of_it(options: Options, qtbot: QtBot) -> None:
    assert list(options.forms) == [Form.PAGES, Form.FILLABLE]
    assert not options.warning.isVisible()
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(options.forms[Form.FILLABLE], Qt.Key.Key_Space)
    assert told.args is not None
    assert told.args[0].form is Form.FILLABLE
    assert options.warning.isVisible()
    QTest.keyClick(options.forms[Form.PAGES], Qt.Key.Key_Space)
    assert not options.warning.isVisible()


@pytest.mark.parametrize("options", [SHEET], indirect=True)
def test_rows_are_told_when_the_number_is_whole(options: Options, qtbot: QtBot) -> None:
    options.rows.selectAll()
    with qtbot.assertNotEmitted(options.changed):
        QTest.keyClicks(options.rows, "120")
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(options.rows, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].rows == 120


@pytest.fixture
def sheet(qtbot: QtBot, settings: SettingsFile, jobs: Jobs, theme: Theme) -> Iterator[PreviewDialog]:
    dialog = PreviewDialog(SHEET, settings, jobs, theme)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    yield dialog
    dialog.close()
    qtbot.wait(0)


def test_the_preview_lays_out_as_many_lines_as_are_wanted(sheet: PreviewDialog, qtbot: QtBot) -> None:
    def pages() -> int:
        return sheet.model.state.layout.count if sheet.model.state.layout else 0

    before = pages()
    sheet.options.rows.setValue(300)
    qtbot.waitUntil(lambda: sheet.model.state.work is None and pages() > before, timeout=20_000)
    assert pages() >= 8


def test_a_form_is_saved_with_its_fields_and_shown_as_it_prints(
    sheet: PreviewDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    blank = sheet.model.state.layout
    with qtbot.waitSignal(sheet.options.changed):
        QTest.keyClick(sheet.options.forms[Form.FILLABLE], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.model.state.work is None and sheet.model.state.layout is not blank)
    sheet.model.save(tmp_path / "form.pdf")
    qtbot.waitUntil(lambda: sheet.model.state.work is None)
    saved = (tmp_path / "form.pdf").read_bytes()
    assert saved == to_pdf(replace(SHEET, form=Form.FILLABLE), Paper.A4)
    assert b"/AcroForm" in saved
    assert blank
    with Pages(saved) as shown, Pages(blank.pdf) as printed:
        assert shown.render(0, dpi=60) == printed.render(0, dpi=60)


def test_the_file_has_the_same_neutral_name(sheet: PreviewDialog) -> None:
    sheet.options.rows.setValue(2)
    assert sheet.model.file_name == "plan-activity-13.pdf"


def test_a_printout_says_itself_what_it_leaves_open() -> None:
    def open_of(said: Printout) -> tuple[bool, bool]:
        return len(said.forms) > 1, said.has_rows

    assert [open_of(said) for said in (printout_of(1), CARD, SHEET)] == [
        (False, False),
        (True, False),
        (True, True),
    ]


BLANK = replace(printout_of(1), blocks=(Lines(("Date",)),))


@pytest.mark.parametrize("options", [BLANK], indirect=True)
def test_copies_by_key(options: Options, qtbot: QtBot) -> None:
    assert options.copies.isVisible()
    assert not options.copies.apart.isVisible()
    options.copies.count.selectAll()
    QTest.keyClicks(options.copies.count, "25")
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(options.copies.count, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].copies == numbered(25)
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(options.copies.apart, Qt.Key.Key_Space)
    assert told.args is not None
    assert told.args[0].apart


@pytest.mark.parametrize("options", [BLANK], indirect=True)
def test_a_copy_for_each_place(options: Options, qtbot: QtBot) -> None:
    options.copies.sites.click()
    dialog = options.copies.findChild(SitesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.names, "Taller Sur")
    QTest.keyClick(dialog.names, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.names, "Finca Norte")
    QTest.keyClick(dialog.names, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.take
    with qtbot.waitSignal(options.changed) as told:
        QTest.keyClick(dialog.take, Qt.Key.Key_Space)
    assert told.args is not None
    assert told.args[0].copies == (Copy("1", "Taller Sur"), Copy("2", "Finca Norte"))
    assert options.copies.count.value() == 2


def test_too_many_places_are_said_to_be_too_many(qtbot: QtBot) -> None:
    parent = Options(BLANK)
    qtbot.addWidget(parent)
    dialog = SitesDialog((), parent)
    dialog.names.setPlainText("\n".join(f"Site {number}" for number in range(COPIES)))
    assert dialog.take.isEnabled()
    dialog.names.appendPlainText("One more")
    assert not dialog.take.isEnabled()


@pytest.mark.parametrize("options", [printout_of(1)], indirect=True)
def test_what_nobody_writes_on_has_no_copies_here(options: Options) -> None:
    assert not options.copies.isVisible()
