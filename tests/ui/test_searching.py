from collections.abc import Callable, Iterator
from threading import Event
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from amparo.library.search import Answer, Search
from amparo.ui.searching import SearchThread
from tests.conftest import Logged


class SlowSearch:
    """Answers "slow" only when told to, and ticks meanwhile."""

    index_is_damaged = False

    def __init__(self) -> None:
        self.begun, self.go_on, self.asked = Event(), Event(), list[str]()

    def ask(self, query: str, *, guess: bool, tick: Callable[[], None], **_more: Any) -> Answer:
        self.asked.append(query + "?" * guess)
        if query == "slow":
            self.begun.set()
            self.go_on.wait(5)
            tick()
        return Answer(query=query)

    def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def slow() -> SlowSearch:
    return SlowSearch()


@pytest.fixture
def thread(qtbot: QtBot, slow: SlowSearch) -> Iterator[SearchThread]:
    running = SearchThread(lambda: cast("Search", slow))
    with qtbot.waitSignal(running.opened):
        running.open()
    yield running
    running.close()


def test_the_newest_query_wins(qtbot: QtBot, thread: SearchThread, slow: SlowSearch) -> None:
    answers: list[str] = []
    thread.answered.connect(lambda answer: answers.append(answer.query))
    thread.ask("slow", "en", typing=True)
    assert slow.begun.wait(5)
    for query in ("p", "po", "pol"):
        thread.ask(query, "en", typing=True)
    slow.go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.waitUntil(lambda: slow.asked[-1] == "pol?")
    assert slow.asked == ["slow", "pol", "pol?"]  # those in between were never begun
    assert set(answers) == {"pol"}


def test_closing_stops_a_query_and_lets_go_of_the_files(thread: SearchThread, slow: SlowSearch) -> None:
    thread.ask("slow", "en", typing=False)
    assert slow.begun.wait(5)
    slow.go_on.set()
    thread.close()
    assert slow.asked[-1] == "closed"


def test_a_search_that_cannot_be_opened_says_so(qtbot: QtBot, logged: Logged) -> None:
    def fail() -> Search:
        raise OSError("the stick was pulled")

    thread = SearchThread(fail)
    with qtbot.waitSignal(thread.failed):
        thread.open()
    thread.close()
    logged.expect("search could not be opened")


def test_a_guess_waits_until_nobody_types_any_more(
    qtbot: QtBot, thread: SearchThread, slow: SlowSearch
) -> None:
    thread._worker._pause.setInterval(1000)  # so that a slow machine types quickly enough
    for query in ("v", "vi", "vit"):
        with qtbot.waitSignal(thread.answered):
            thread.ask(query, "en", typing=True)
    qtbot.waitUntil(lambda: slow.asked[-1] == "vit?")
    assert slow.asked == ["v", "vi", "vit", "vit?"]
