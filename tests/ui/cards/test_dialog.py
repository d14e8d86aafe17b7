"""The rights card across a desk: one message at a time, only what may be shown, nothing recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amparo.core.cards import RightsCard
from amparo.ui.cards.dialog import CardDialog
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit


@pytest.fixture
def window(open_kit: OpenKit) -> Window:
    window = open_kit(state="CRI").window
    assert isinstance(window, Window)
    window.show_page("cards")
    return window


@pytest.fixture
def card(window: Window) -> RightsCard:
    page = window.reading.state.page
    assert page is not None
    (found,) = (block for block in page.blocks if isinstance(block, RightsCard))
    return found


@pytest.fixture
def shown(window: Window, qtbot: QtBot) -> Iterator[CardDialog]:
    window.library.reading.show_button.click()
    dialog = window.findChild(CardDialog)
    assert isinstance(dialog, CardDialog)
    with qtbot.waitExposed(dialog):
        pass
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.close()
    qtbot.wait(0)


def all_messages(dialog: CardDialog) -> list[str]:
    """Turn to the first, then through all of them by key."""
    dialog.turn(-99)
    found = [dialog.message.text()]
    while dialog.on.isEnabled():
        QTest.keyClick(dialog, Qt.Key.Key_Right)
        found.append(dialog.message.text())
    return found


def test_only_what_may_be_shown_everywhere(shown: CardDialog, card: RightsCard) -> None:
    found = all_messages(shown)
    assert found == [message.text for message in card.messages if message.everywhere]
    assert len(found) == 13
    assert not any("lawyer" in words for words in found)


def test_the_card_for_a_child(shown: CardDialog, card: RightsCard) -> None:
    shown.to_child.click()
    assert all_messages(shown) == list(card.shown_in((), to_child=True))
    assert "You did nothing wrong" in shown.message.text()


def test_what_a_state_has_confirmed_is_shown_there(window: Window, card: RightsCard, qtbot: QtBot) -> None:
    lawyer = next(message for message in card.messages if "lawyer" in message.text)
    dialog = CardDialog(card, (lawyer.id,), window.services.theme, window)
    qtbot.addWidget(dialog)
    assert lawyer.text in all_messages(dialog)
    assert len(all_messages(dialog)) == 14


def test_a_message_is_as_large_as_its_room(shown: CardDialog, qtbot: QtBot) -> None:
    for words in all_messages(shown):
        assert words
        label = shown.message
        assert label.fontMetrics().height() > 20
        assert label.heightForWidth(label.width()) <= label.height() + 8


def test_answers_can_be_pointed_at_and_are_forgotten(shown: CardDialog, card: RightsCard) -> None:
    assert [tile.text() for tile in shown.tiles] == [tile.text for tile in card.answers]
    assert len(shown.tiles) == 21
    shown.tiles[0].click()
    assert shown.tiles[0].isChecked()
    shown.turn(+1)
    assert not any(tile.isChecked() for tile in shown.tiles)


def test_nothing_is_written_and_the_title_tells_nothing(shown: CardDialog, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    shown.tiles[4].click()
    all_messages(shown)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert shown.windowTitle() == "Amparo"


def test_escape_ends_it(shown: CardDialog) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
