from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amparo.library.search import Answer
from amparo.ui.results.delegate import spoken
from amparo.ui.results.model import GuessRow, MoreRow, rows_of
from amparo.ui.results.page import RowList
from tests.ui.results.test_model import hit


def test_the_rows_are_a_proper_list_model(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    rows = RowList()
    rows.show(rows_of(Answer(hits=(hit("plan/activity/1"), hit("guidance/x")), suggestions=("police",))))
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


def test_a_row_says_everything_to_a_screen_reader() -> None:
    (row,) = rows_of(Answer(hits=(hit("plan/activity/1"),)))
    assert all(word in spoken(row) for word in ("plan/activity/1", "Work Plan", "OAS", "27 May 2010"))
    assert spoken(GuessRow("police")) == "A guess: police"
    assert spoken(MoreRow("directory", 38)) == "Directory · 38 more passages in this document"
    assert spoken(MoreRow("guidance/x", 1)) == "1 more passage in this document"
