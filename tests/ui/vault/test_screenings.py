"""Screenings with a vault and without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from amparo.core.model import PageId
from amparo.screening.answers import Age, Answer
from tests.ui.conftest import OpenKit, agree, lock, open_vault, settle, window_of

BOOTH = PageId("checklist/booth")


def test_a_screening_works_the_same_without_a_vault_and_is_taken_in_when_one_opens(
    open_kit: OpenKit, qtbot: QtBot
) -> None:
    kit = open_kit()
    window = window_of(kit)
    window.begin_screening(BOOTH)
    view, screenings = window.library.reading.middle.screening, window.services.screenings
    view.ages[Age.ADULT].click()
    sign = next(iter(view.rows))
    view.rows[sign].buttons[Answer.CONFIRMED].click()
    assert "In memory only" in view.where.text()
    assert view.keep_button.isHidden()
    page = open_vault(kit, qtbot)
    page.refresh()
    settle(kit, qtbot)
    assert [row.kind for row in page.overview.model.rows] == ["draft"]
    window.begin_screening(BOOTH)
    assert "draft in your vault" in view.where.text()
    assert not view.keep_button.isHidden()
    lock(kit, qtbot)
    assert screenings.of(BOOTH).is_empty, "the vault has it; nothing stays in memory"
    assert view.rows == {}
    open_vault(kit, qtbot)
    page.overview.opened.emit(page.overview.model.rows[0])
    qtbot.waitUntil(lambda: window.current == "identify")
    assert screenings.of(BOOTH).answers == {sign: Answer.CONFIRMED}


def test_a_screening_is_kept_with_a_new_case_and_then_another_person_is_screened(
    open_kit: OpenKit, qtbot: QtBot
) -> None:
    kit = open_kit()
    page, window = open_vault(kit, qtbot), window_of(kit)
    window.begin_screening(BOOTH)
    view = window.library.reading.middle.screening
    view.ages[Age.CHILD].click()
    view.keep_button.click()
    settle(kit, qtbot)
    [dialog] = window.findChildren(QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(kit, qtbot)
    qtbot.waitUntil(lambda: "Kept in your vault with" in view.where.text())
    view.forget_button.click()
    assert view.screening.is_empty
    window.show_page("cases")
    settle(kit, qtbot)
    [row] = page.overview.model.rows
    assert (row.kind, row.group) == ("case", "child")


def test_starting_again_takes_the_draft_out_of_the_vault(
    open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    page, window = open_vault(kit, qtbot), window_of(kit)
    window.begin_screening(BOOTH)
    view = window.library.reading.middle.screening
    view.ages[Age.CHILD].click()
    asked = agree(monkeypatch, "amparo.ui.messages")
    view.forget_button.click()
    settle(kit, qtbot)
    assert len(asked) == 1
    window.show_page("cases")
    settle(kit, qtbot)
    assert page.overview.model.rows == ()
