import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from amparo.core.errors import AppError
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Printout
from amparo.ui.jobs import Jobs
from amparo.ui.preview.layout import Layout
from amparo.ui.preview.model import PreviewModel, Work
from tests.conftest import Logged


@pytest.fixture
def model(printout: Printout, settings: SettingsFile, jobs: Jobs) -> PreviewModel:
    return PreviewModel(printout, settings, jobs)


@pytest.fixture
def laid_out(qtbot: QtBot, model: PreviewModel) -> PreviewModel:
    model.lay_out()
    until_idle(qtbot, model)
    return model


def until_idle(qtbot: QtBot, model: PreviewModel) -> None:
    qtbot.waitUntil(lambda: model.state.work is None)


def shown(model: PreviewModel) -> Layout:
    assert model.state.layout is not None
    return model.state.layout


def test_the_layout_is_the_pdf_of_the_printout(laid_out: PreviewModel, printout: Printout) -> None:
    layout = shown(laid_out)
    assert layout.pdf == to_pdf(printout, Paper.A4)
    with Pages(layout.pdf) as pages:
        assert (layout.count, layout.size_pt) == (pages.count, pages.size_pt(0))


def test_it_begins_with_the_paper_of_the_settings(
    qtbot: QtBot, printout: Printout, settings: SettingsFile, jobs: Jobs
) -> None:
    settings.change(paper=Paper.LETTER)
    model = PreviewModel(printout, settings, jobs)
    model.lay_out()
    until_idle(qtbot, model)
    assert shown(model).size_pt == (612.0, 792.0)


def test_another_paper_is_laid_out_and_remembered(
    qtbot: QtBot, laid_out: PreviewModel, settings: SettingsFile, tmp_path: Path
) -> None:
    laid_out.lay_out(Paper.LETTER)
    assert laid_out.state.work is Work.LAYING_OUT
    assert shown(laid_out).paper is Paper.A4  # until the other is there
    until_idle(qtbot, laid_out)
    assert shown(laid_out).paper is Paper.LETTER
    assert settings.current.paper is Paper.LETTER
    assert json.loads((tmp_path / "home" / "settings.json").read_text())["paper"] == "letter"


def test_the_newest_paper_wins(
    qtbot: QtBot, laid_out: PreviewModel, held: Event, settings: SettingsFile
) -> None:
    laid_out.lay_out(Paper.LETTER)
    laid_out.lay_out(Paper.A4)
    held.set()
    until_idle(qtbot, laid_out)
    assert shown(laid_out).paper is Paper.A4
    assert settings.current.paper is Paper.A4


def test_progress_is_told(qtbot: QtBot, model: PreviewModel) -> None:
    with qtbot.waitSignal(model.progressed, check_params_cb=lambda done, total: done == total > 1):
        model.lay_out()
    until_idle(qtbot, model)


def test_cancelling_the_first_layout_says_so_and_can_be_taken_back(
    qtbot: QtBot, model: PreviewModel, held: Event
) -> None:
    model.lay_out()
    model.cancel()
    assert (model.state.work, model.state.failed) == (None, Work.LAYING_OUT)
    assert model.state.error is not None
    held.set()
    model.lay_out()
    until_idle(qtbot, model)
    assert shown(model).count > 1
    assert model.state.error is None


def test_cancelling_another_paper_goes_back_to_the_one_before(
    laid_out: PreviewModel, held: Event, settings: SettingsFile
) -> None:
    laid_out.lay_out(Paper.LETTER)
    laid_out.cancel()
    assert not held.is_set()
    assert (laid_out.state.work, laid_out.state.paper) == (None, Paper.A4)
    assert laid_out.state.error is None
    assert settings.current.paper is Paper.A4


def test_a_bug_is_told_in_words_and_the_paper_goes_back(
    qtbot: QtBot, laid_out: PreviewModel, fail_to_lay_out: Callable[[], None], logged: Logged
) -> None:
    fail_to_lay_out()
    laid_out.lay_out(Paper.LETTER)
    until_idle(qtbot, laid_out)
    assert laid_out.state.error is not None
    assert laid_out.state.error.what == "The pages could not be laid out."
    assert (laid_out.state.paper, laid_out.state.failed) == (Paper.A4, Work.LAYING_OUT)
    logged.expect("job failed")


def test_what_was_asked_for_is_tried_again(
    qtbot: QtBot,
    laid_out: PreviewModel,
    fail_to_lay_out: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    logged: Logged,
) -> None:
    fail_to_lay_out()
    laid_out.lay_out(Paper.LETTER)
    until_idle(qtbot, laid_out)
    monkeypatch.undo()
    laid_out.lay_out()
    until_idle(qtbot, laid_out)
    assert shown(laid_out).paper is Paper.LETTER
    logged.expect("job failed")


def test_saving_writes_the_bytes_of_the_pdf(
    qtbot: QtBot, laid_out: PreviewModel, printout: Printout, tmp_path: Path
) -> None:
    path = tmp_path / "out" / laid_out.file_name
    laid_out.save(path)
    until_idle(qtbot, laid_out)
    assert path.name == "plan-activity-13.pdf"
    assert path.read_bytes() == to_pdf(printout, Paper.A4)
    assert laid_out.state.told == "Saved as plan-activity-13.pdf."


@pytest.mark.parametrize("blocked", ["by a folder", "by a file"])
def test_an_unwritable_place_is_told_and_left_as_it_was(
    qtbot: QtBot, laid_out: PreviewModel, tmp_path: Path, blocked: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    target = place / "taken.pdf"
    if blocked == "by a folder":
        target.mkdir()
    else:
        (place / "file").write_text("whole")
        target = place / "file" / "taken.pdf"
    before = sorted(place.rglob("*"))
    laid_out.save(target)
    until_idle(qtbot, laid_out)
    assert laid_out.state.error is not None
    assert str(target.parent) in laid_out.state.error.what
    assert laid_out.state.failed is Work.SAVING
    assert sorted(place.rglob("*")) == before


def test_a_file_that_cannot_be_replaced_stays(
    qtbot: QtBot, laid_out: PreviewModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "kept.pdf"
    path.write_bytes(b"earlier")
    monkeypatch.setattr("os.fsync", full)
    laid_out.save(path)
    until_idle(qtbot, laid_out)
    assert laid_out.state.error is not None
    assert "No space left on device" in laid_out.state.error.what
    assert [(file.name, file.read_bytes()) for file in tmp_path.glob("kept*")] == [("kept.pdf", b"earlier")]


def test_settings_that_cannot_be_kept_are_told(
    qtbot: QtBot, laid_out: PreviewModel, settings: SettingsFile, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    laid_out.lay_out(Paper.LETTER)
    until_idle(qtbot, laid_out)
    assert shown(laid_out).paper is Paper.LETTER
    assert laid_out.state.told == settings.trouble != ""


def test_a_report_leaves_what_is_being_done(qtbot: QtBot, laid_out: PreviewModel, held: Event) -> None:
    laid_out.lay_out(Paper.LETTER)
    laid_out.report(AppError("It broke.", "Mend it."), Work.DRAWING)
    assert laid_out.state.work is Work.LAYING_OUT
    held.set()
    until_idle(qtbot, laid_out)
    assert laid_out.state.error is None
