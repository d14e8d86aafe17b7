"""The kit opens where it can, says what happened and what to do, and loses nothing."""

import shutil
from datetime import date
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from amparo.core.places import Places
from amparo.ui.firststart import FirstStart
from amparo.ui.trouble import Trouble
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit


@pytest.fixture
def own_content(places: Places, tmp_path: Path) -> Places:
    """Places with a copy of the content that may be spoilt."""
    shutil.copytree(places.content, tmp_path / "content")
    return Places(data=places.data, content=tmp_path / "content", chosen_by="test")


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("part", ["library.sqlite", "manifest.json"])
def test_damaged_content_is_told(open_kit: OpenKit, own_content: Places, part: str) -> None:
    spoil(own_content.content / part)
    window = open_kit(own_content).window
    assert isinstance(window, Trouble)
    assert any("damaged" in label.text() for label in window.findChildren(QLabel))


def test_missing_content_is_told(open_kit: OpenKit, own_content: Places) -> None:
    shutil.rmtree(own_content.content)
    assert isinstance(open_kit(own_content).window, Trouble)


def test_with_a_damaged_index_reading_and_jumps_still_work(
    open_kit: OpenKit, own_content: Places, qtbot: QtBot
) -> None:
    spoil(max((own_content.content / "index").glob("*"), key=lambda file: file.stat().st_size))
    window = open_kit(own_content).window
    assert isinstance(window, Window)
    window.search_box.setText("activity 13")
    qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
    assert "index of this kit is damaged" in window.results_model.state.message
    window.results.open_when_found()
    assert window.reading.state.page is not None
    assert window.reading.state.page.id == "plan/activity/13"


def test_unreadable_settings_are_set_aside_and_asked_again(open_kit: OpenKit, places: Places) -> None:
    places.data.mkdir(parents=True)
    places.settings.write_bytes(b"\xff\xfenot json")
    window = open_kit(chosen=False).window
    assert isinstance(window, FirstStart)
    assert window.notice.isVisible()
    assert (places.data / "settings.json.unreadable").read_bytes() == b"\xff\xfenot json"


def test_where_nothing_can_be_kept_choices_hold_until_the_end(open_kit: OpenKit, places: Places) -> None:
    places.data.parent.mkdir(parents=True, exist_ok=True)
    places.data.write_text("a file where the folder should be")
    kit = open_kit(chosen=False)
    first = kit.window
    assert isinstance(first, FirstStart)
    first.chosen.emit("role", "border")
    first.chosen.emit("state", "PER")
    assert "could not be kept" in first.notice.words.text()
    first.finished.emit()
    window = kit.window
    assert isinstance(window, Window)
    assert "could not be kept" in window.notice.words.text()


def test_a_clock_before_the_content_is_told_and_no_age_is_shown(
    open_kit: OpenKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    class LongAgo(date):
        @classmethod
        def today(cls) -> Self:
            return cls(1999, 1, 1)

    monkeypatch.setattr("amparo.app.date", LongAgo)
    window = open_kit().window
    assert isinstance(window, Window)
    assert "1 January 1999" in window.notice.words.text()
    assert window.status.content.text() == "Content of 23 November 2026"


def test_two_instances_share_the_bookmarks(open_kit: OpenKit) -> None:
    one, other = open_kit().window, open_kit().window
    assert isinstance(one, Window)
    assert isinstance(other, Window)
    one.read("plan/activity/13")
    one.reading.toggle_mark()
    other.read("plan/mandate/9")
    other.reading.toggle_mark()
    assert [head.id for head in other.marks.heads()] == ["plan/mandate/9", "plan/activity/13"]


def test_a_bookmark_of_another_edition_is_kept(open_kit: OpenKit, places: Places) -> None:
    places.data.mkdir(parents=True)
    places.bookmarks.write_text('{"pages": ["guidance/not-here", "plan/activity/13"]}')
    window = open_kit().window
    assert isinstance(window, Window)
    assert [head.id for head in window.marks.heads()] == ["plan/activity/13"]
    window.read("plan")
    window.reading.toggle_mark()
    assert "guidance/not-here" in places.bookmarks.read_text()
