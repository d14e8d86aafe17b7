import pytest
from pytestqt.qtbot import QtBot

from amparo.core.places import Places
from amparo.library.bookmarks import Bookmarks
from amparo.library.store import Store
from amparo.ui.reader.model import ReadingModel


@pytest.fixture
def model(store: Store, bookmarks: Bookmarks, qtbot: QtBot) -> ReadingModel:
    return ReadingModel(store, bookmarks, "en")


def page_id(model: ReadingModel) -> str:
    assert model.state.page is not None
    return model.state.page.id


def test_the_way_back_and_forward(model: ReadingModel) -> None:
    for page in ("plan", "plan/prevention", "plan/activity/13"):
        model.open(page)
    assert (model.state.can_go_back, model.state.can_go_forward) == (True, False)
    model.go_back()
    model.go_back()
    assert page_id(model) == "plan"
    assert (model.state.can_go_back, model.state.can_go_forward) == (False, True)
    model.go_forward()
    assert page_id(model) == "plan/prevention"
    model.open("plan/mandate/9")  # the way forward ends here
    model.go_forward()
    assert page_id(model) == "plan/mandate/9"


def test_opening_what_is_open_is_no_step(model: ReadingModel) -> None:
    model.open("plan")
    model.open("plan")
    assert not model.state.can_go_back


def test_a_page_that_is_not_there_is_told_and_the_old_one_stays(model: ReadingModel, qtbot: QtBot) -> None:
    model.open("plan")
    with qtbot.waitSignal(model.failed) as failed:
        model.open("plan/activity/99")
    assert "plan/activity/99" in str(failed.args[0])
    assert page_id(model) == "plan"


def test_marking_is_kept(model: ReadingModel, bookmarks: Bookmarks, qtbot: QtBot) -> None:
    model.open("plan/activity/13")
    with qtbot.waitSignal(model.marked):
        model.toggle_mark()
    assert model.state.is_marked
    assert bookmarks.pages() == ("plan/activity/13",)
    model.toggle_mark()
    assert bookmarks.pages() == ()


def test_a_mark_that_cannot_be_kept_is_told(store: Store, places: Places, qtbot: QtBot) -> None:
    places.data.parent.mkdir(exist_ok=True)
    places.data.write_text("a file where the folder should be")
    model = ReadingModel(store, Bookmarks(places.bookmarks), "en")
    model.open("plan")
    with qtbot.waitSignal(model.failed) as failed:
        model.toggle_mark()
    assert "could not be kept" in str(failed.args[0])
    assert not model.state.is_marked


def test_a_quotation_says_where_it_is_from(model: ReadingModel) -> None:
    model.open("plan/activity/2")
    quoted = model.quotation()
    assert quoted.startswith("Ensure that public policies")
    assert "Brazil reaffirms" in quoted
    assert quoted.endswith("Amparo 2026.11.1.")
    assert "CP/CSH-1155/09 rev. 10" in quoted
