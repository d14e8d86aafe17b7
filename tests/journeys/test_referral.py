"""From a screening to a sealed file on a stick, through the desk, and the answer back: no network."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.core.model import PageId
from amparo.core.places import Places
from amparo.screening.answers import Age, Answer
from amparo.ui.cases.page import CasesPage
from amparo.ui.refer.dialog import SealDialog
from amparo.vault.audit import first_fault
from tests.exchange.servers import answering
from tests.journeys.test_journeys import window_of
from tests.ui.conftest import (
    OpenKit,
    cheap_vaults,
    jobs,
    open_case,
    open_kit,
    open_vault,
    places,
    settle,
)

__all__ = ["cheap_vaults", "jobs", "open_kit", "places"]
BOOTH = PageId("checklist/booth")
LEAST = {
    "referring-body": "Border police",
    "receiving-body": "Child protection",
    "language": "es",
}


@pytest.fixture
def officer(open_kit: OpenKit) -> Kit:
    return open_kit(role="border")


@pytest.fixture
def desk(open_kit: OpenKit, places: Places, tmp_path: Path) -> Kit:
    at = Places(data=tmp_path / "desk", content=places.content, chosen_by="test")
    return open_kit(at, role="social")


def referral_of_a_screened_person(kit: Kit, qtbot: QtBot) -> CasesPage:
    page, window = open_case(kit, qtbot), window_of(kit)
    page.case.checklist.setCurrentIndex(page.case.checklist.findData(BOOTH))
    page.case.screen_button.click()
    view = window.library.reading.middle.screening
    view.ages[Age.ADULT].click()
    view.rows[next(iter(view.rows))].buttons[Answer.CONFIRMED].click()
    window.show_page("cases")
    settle(kit, qtbot)
    page.case.refer_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    settle(kit, qtbot)
    return page


def seal_dialog(page: CasesPage, kit: Kit, qtbot: QtBot) -> SealDialog:
    page.referral.seal_button.click()
    settle(kit, qtbot)
    [dialog] = [one for one in page.findChildren(QDialog) if isinstance(one, SealDialog) and one.isVisible()]
    return dialog


def fill_in(page: CasesPage) -> None:
    inputs = page.referral.editor.inputs
    for key, value in LEAST.items():
        inputs[key].line.setText(value)  # type: ignore[attr-defined]
    for key, choice in (("urgency", "urgent"), ("consent", "yes"), ("medical-need", "no")):
        inputs[key].radios[choice].setChecked(True)  # type: ignore[attr-defined]
    for key in ("threats", "needs"):
        next(iter(inputs[key].boxes.values())).setChecked(True)  # type: ignore[attr-defined]
    inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]


def test_refer_seal_receive_answer(officer: Kit, desk: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    receiving = open_vault(desk, qtbot)
    receiving.overview.desk_asked.emit()
    receiving.desk.name.setText("Child protection, San José")
    settle(desk, qtbot)
    line, letters = receiving.desk.card.text(), receiving.desk.letters.text()

    page = referral_of_a_screened_person(officer, qtbot)
    dialog = seal_dialog(page, officer, qtbot)
    assert dialog.gaps, "the least that is needed is asked for first"
    assert not dialog.seal_button.isEnabled()
    dialog.gaps[0].click()
    fill_in(page)
    settle(officer, qtbot)
    dialog = seal_dialog(page, officer, qtbot)
    assert dialog.gaps == []
    dialog.cards.line.setText(line[:-1] + "x")
    assert "no key card" in dialog.cards.told.text()
    dialog.cards.line.setText(line)
    assert letters in dialog.cards.told.text()
    dialog.cards.add_button.click()
    settle(officer, qtbot)
    [box] = dialog.cards.boxes
    box.setChecked(True)
    assert dialog.seal_button.isEnabled()
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog.seal_in(stick)
    settle(officer, qtbot)
    assert "Sealed as" in page.referral.said.text(), page.referral.said.text()
    [sealed] = stick.iterdir()
    assert sealed.suffix == ".age"
    assert "Ñandú".encode() not in sealed.read_bytes()
    assert "sealed" in page.referral.facts.text()

    receiving.desk.open_file(sealed)
    settle(desk, qtbot)
    assert "Unknown sender" in receiving.desk.said.text()
    assert "Ñandú" in receiving.desk.text.toPlainText()
    assert "Border police" in receiving.desk.text.toPlainText()
    receiving.desk.answers["refused"].click()
    settle(desk, qtbot)
    assert "Say why" in receiving.desk.said.text()
    receiving.desk.answers["accepted"].click()
    settle(desk, qtbot)
    code = receiving.desk.code.text()
    receiving.desk.open_file(sealed)
    settle(desk, qtbot)
    assert "came in before" in receiving.desk.said.text()
    receiving.show_list()
    settle(desk, qtbot)
    [row] = receiving.overview.model.rows
    assert row.cells[0] == "Received"
    receiving.overview.opened.emit(row)
    settle(desk, qtbot)
    assert receiving.desk.code.text() == code
    reply = tmp_path / "answer.age"
    receiving.desk.save_reply(reply)
    settle(desk, qtbot)

    for typed, said in (("7K3-MQ0-TZ4", "no receipt code"), (code, "accepted")):
        page.referral.code.setText(typed)
        page.referral.code_button.click()
        settle(officer, qtbot)
        assert said in page.referral.said.text()
    assert "accepted" in page.referral.facts.text()
    page.referral.open_reply(reply)
    settle(officer, qtbot)
    assert "Signed by Child protection" in page.referral.said.text(), "the key came with the card"
    for kit in (officer, desk):
        faults: list[int | None] = []
        kit.vault.ask(lambda vault: first_fault(vault.audit.entries()), faults.append)
        settle(kit, qtbot)
        assert faults == [None]
        kit.vault.lock()
        settle(kit, qtbot)
    assert receiving.desk.text.toPlainText() == ""


def test_over_a_server_that_both_reach(officer: Kit, desk: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    receiving = open_vault(desk, qtbot)
    receiving.overview.desk_asked.emit()
    receiving.desk.name.setText("Desk")
    settle(desk, qtbot)
    page, window = referral_of_a_screened_person(officer, qtbot), window_of(officer)
    fill_in(page)
    settle(officer, qtbot)
    dialog = seal_dialog(page, officer, qtbot)
    dialog.cards.line.setText(receiving.desk.card.text())
    dialog.cards.add_button.click()
    settle(officer, qtbot)
    next(iter(dialog.cards.boxes)).setChecked(True)
    dialog.outbox_button.click()
    settle(officer, qtbot)
    assert "waits in the outbox" in page.referral.said.text()
    window.show_outbox()
    assert window.status.waiting.text() == "1 sealed waits (today)"
    officer.vault.lock()
    settle(officer, qtbot)
    assert not window.status.waiting.isHidden(), "it waits whether the vault is open or not"
    open_vault(officer, qtbot)
    page.overview.outbox_asked.emit()
    settle(officer, qtbot)
    outbox = page.outbox
    assert not outbox.send_button.isEnabled(), "no address yet"
    came: dict[str, bytes] = {}
    status = [403]

    def respond(path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if status[0] == 201:
            came[path] = body
        return status[0], {}, b""

    with answering(respond) as url:
        outbox.url.setText(url)
        outbox.send_button.click()
        qtbot.waitUntil(lambda: "does not let this sender in" in outbox.said.text(), timeout=15_000)
        settle(officer, qtbot)
        assert len(outbox.rows) == 1, "refused is told, and nothing is given up"
        status[0] = 201
        qtbot.waitUntil(outbox.send_button.isEnabled)
        outbox.send_button.click()
        qtbot.waitUntil(lambda: "1 delivered" in outbox.said.text(), timeout=15_000)
    settle(officer, qtbot)
    qtbot.waitUntil(window.status.waiting.isHidden)
    [(path, body)] = came.items()
    arrived = tmp_path / "arrived.age"
    arrived.write_bytes(body)
    assert path == f"/drop/{sha256(body).hexdigest()}"
    receiving.desk.open_file(arrived)
    settle(desk, qtbot)
    assert "Ñandú" in receiving.desk.text.toPlainText()
    kept: list[tuple[object, ...]] = []
    code = page.overview.model.rows[0].key if page.overview.model.rows else ""
    officer.vault.ask(lambda vault: vault.referrals.of_case(vault.cases.all()[0].code), kept.append)
    settle(officer, qtbot)
    assert kept[0][0].state == "delivered", code  # type: ignore[attr-defined]
    officer.vault.lock()
    settle(officer, qtbot)
    assert outbox.url.text() == ""
    open_vault(officer, qtbot)
    page.overview.outbox_asked.emit()
    settle(officer, qtbot)
    assert outbox.url.text() == url, "it is remembered in the vault"


def test_what_cannot_be_opened_is_told(desk: Kit, officer: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    receiving = open_vault(desk, qtbot)
    receiving.overview.desk_asked.emit()
    junk = tmp_path / "junk.age"
    junk.write_bytes(b"junk")
    for path, said in ((junk, "another key, or it is damaged"), (tmp_path / "none", "could not be read")):
        receiving.desk.open_file(path)
        settle(desk, qtbot)
        assert said in receiving.desk.said.text()
    assert receiving.desk.shown is None


def test_a_stick_that_takes_nothing_leaves_nothing_sealed(
    officer: Kit, desk: Kit, qtbot: QtBot, tmp_path: Path
) -> None:
    receiving = open_vault(desk, qtbot)
    receiving.overview.desk_asked.emit()
    receiving.desk.name.setText("Desk")
    settle(desk, qtbot)
    page = referral_of_a_screened_person(officer, qtbot)
    fill_in(page)
    settle(officer, qtbot)
    dialog = seal_dialog(page, officer, qtbot)
    dialog.cards.line.setText(receiving.desk.card.text())
    dialog.cards.add_button.click()
    settle(officer, qtbot)
    next(iter(dialog.cards.boxes)).setChecked(True)
    (tmp_path / "file").write_bytes(b"")
    dialog.seal_in(tmp_path / "file")
    settle(officer, qtbot)
    assert "could not be written" in page.referral.said.text()
    assert "draft" in page.referral.facts.text()
