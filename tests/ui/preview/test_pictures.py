import pytest
from pytestqt.qtbot import QtBot

from amparo.paper.pages import Pages
from amparo.ui.jobs import Jobs
from amparo.ui.preview.layout import Layout
from amparo.ui.preview.pictures import Pictures
from tests.conftest import Logged


def test_a_picture_is_the_page_of_the_pdf(qtbot: QtBot, jobs: Jobs, layout: Layout) -> None:
    pictures = Pictures(jobs)
    pictures.want(layout, (2,), 50)
    qtbot.waitUntil(lambda: pictures.get(2) is not None)
    picture = pictures.get(2)
    with Pages(layout.pdf) as pages:
        assert picture is not None
        assert picture.bitmap == pages.render(2, dpi=50)


def test_what_is_no_longer_wanted_is_let_go(qtbot: QtBot, jobs: Jobs, layout: Layout) -> None:
    pictures = Pictures(jobs)
    pictures.want(layout, (0, 1), 50)
    qtbot.waitUntil(lambda: len(pictures) == 2)
    pictures.want(layout, (1, 2), 50)
    assert pictures.get(0) is None
    assert pictures.get(1) is not None
    qtbot.waitUntil(lambda: pictures.get(2) is not None)
    assert len(pictures) == 2


def test_the_earlier_zoom_is_kept_until_the_new_one_is_there(
    qtbot: QtBot, jobs: Jobs, layout: Layout
) -> None:
    pictures = Pictures(jobs)
    pictures.want(layout, (0,), 50)
    qtbot.waitUntil(lambda: pictures.get(0) is not None)
    pictures.want(layout, (0,), 70)
    earlier = pictures.get(0)
    assert earlier is not None
    assert earlier.dpi == 50
    qtbot.waitUntil(lambda: (picture := pictures.get(0)) is not None and picture.dpi == 70)


def test_a_late_picture_of_another_page_is_not_kept(qtbot: QtBot, jobs: Jobs, layout: Layout) -> None:
    pictures = Pictures(jobs)
    pictures.want(layout, (0,), 50)
    pictures.want(layout, (3,), 50)
    qtbot.waitUntil(lambda: pictures.get(3) is not None)
    assert pictures.get(0) is None


def test_a_failure_is_told_once_and_ends_the_drawing(
    qtbot: QtBot, jobs: Jobs, layout: Layout, monkeypatch: pytest.MonkeyPatch, logged: Logged
) -> None:
    def broken(*_asked: object, **_named: object) -> None:
        raise RuntimeError("a bug")

    pictures = Pictures(jobs)
    with monkeypatch.context() as patch:
        patch.setattr(Pages, "render", broken)
        with qtbot.waitSignal(pictures.failed):
            pictures.want(layout, (0, 1), 50)
    pictures.want(layout, (0,), 50)
    qtbot.waitUntil(lambda: pictures.get(0) is not None)
    logged.expect("job failed")


def test_after_stop_nothing_is_kept(qtbot: QtBot, jobs: Jobs, layout: Layout) -> None:
    pictures = Pictures(jobs)
    pictures.want(layout, (0, 1, 2), 50)
    qtbot.waitUntil(lambda: len(pictures) > 0)
    pictures.stop()
    jobs.close()
    assert len(pictures) == 0
