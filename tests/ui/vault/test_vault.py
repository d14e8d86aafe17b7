"""The vault in the window: made, unlocked, locked, looked after, destroyed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from amparo.core.model import PageId
from amparo.core.places import Places
from amparo.ui.vault import gate as gates
from amparo.ui.vault.state import Phase
from amparo.vault.errors import NoRoom, WrongPassphrase
from amparo.vault.table import Table
from amparo.vault.vault import Vault
from tests.ui.conftest import PASSPHRASE, OpenKit, lock, open_case, open_vault, settle, window_of

BOOTH = PageId("checklist/booth")
OTHER = "rio puerta silla verde mapa"


# Making and unlocking


def test_a_vault_is_made_only_with_a_good_passphrase_typed_twice(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    window = window_of(kit)
    window.show_page("cases")
    making = window.cases.gate.making
    passphrase = making.passphrase
    for first, second, is_good in (
        ("", "", False),
        ("amparo", "amparo", False),
        (PASSPHRASE, "", False),
        (PASSPHRASE, OTHER, False),
        (PASSPHRASE, PASSPHRASE, True),
    ):
        passphrase.first.line.setText(first)
        passphrase.second.line.setText(second)
        assert making.make_button.isEnabled() is is_good
        assert passphrase.verdict.text()
    making.office.wanted.setChecked(True)
    assert not making.make_button.isEnabled(), "an office that is wanted needs its key"
    making.office.line.setText("age1nonsense")
    assert "not a public key" in making.office.trouble.text()
    making.office.wanted.setChecked(False)
    making.make_button.click()
    assert kit.vault.state.phase is Phase.BUSY
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    assert passphrase.first.text() == passphrase.second.text() == ""
    assert window.cases.currentWidget() is window.cases.overview
    assert window.status.vault.text() == "Vault open"


def test_wrong_passphrases_are_told_and_then_wait(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    open_vault(kit, qtbot)
    lock(kit, qtbot)
    unlocking = window_of(kit).cases.gate.unlocking
    for _time in range(3):
        unlocking.passphrase.line.setText(OTHER)
        unlocking.unlock_button.click()
        assert unlocking.passphrase.text() == ""
        qtbot.waitUntil(lambda: kit.vault.state.phase is Phase.LOCKED, timeout=15_000)
        assert isinstance(kit.vault.state.error, WrongPassphrase)
        assert "not the passphrase" in unlocking.trouble.text()
    unlocking.passphrase.line.setText(PASSPHRASE)
    unlocking.unlock_button.click()
    qtbot.waitUntil(lambda: kit.vault.state.phase is Phase.LOCKED, timeout=15_000)
    assert "Wait" in unlocking.trouble.text()
    assert not unlocking.unlock_button.isEnabled()


def test_two_officers_choose_by_number(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    code = page.case.case.code if page.case.case else ""
    lock(kit, qtbot)
    kit.vault.create(OTHER)
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    lock(kit, qtbot)
    unlocking = page.gate.unlocking
    assert unlocking.choice.count() == 2
    assert all(
        "Vault" in unlocking.choice.itemText(n) and code not in unlocking.choice.itemText(n) for n in (0, 1)
    )
    unlocking.choice.setCurrentIndex(unlocking.choice.findData(1))
    unlocking.passphrase.line.setText(PASSPHRASE)
    QTest.keyClick(unlocking.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    assert [row.key for row in page.overview.model.rows] == [code]


def test_the_office_opens_it_by_a_key_file_that_the_kit_made(
    open_kit: OpenKit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit, file = open_kit(), tmp_path / "stick" / "key.txt"
    window = window_of(kit)
    window.show_page("cases")
    office = window.cases.gate.making.office
    office.wanted.setChecked(True)
    monkeypatch.setattr("amparo.ui.vault.office.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    office.make_button.click()
    kit.vault.create(PASSPHRASE, office.key())
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    lock(kit, qtbot)
    gate = window.cases.gate
    gate.unlocking.office_button.click()
    gate.forgotten.choose(file)
    gate.forgotten.passphrase.first.line.setText(OTHER)
    gate.forgotten.passphrase.second.line.setText(OTHER)
    gate.forgotten.open_button.click()
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    lock(kit, qtbot)
    kit.vault.unlock(1, OTHER)
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    (tmp_path / "other.txt").write_text("nothing")
    lock(kit, qtbot)
    kit.vault.unlock_by_office(1, tmp_path / "other.txt", PASSPHRASE)
    qtbot.waitUntil(lambda: kit.vault.state.phase is Phase.LOCKED, timeout=15_000)
    assert "no secret key" in gate.unlocking.trouble.text()


def test_a_damaged_vault_says_so_and_a_backup_brings_it_back(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.editor.inputs["called-name"].edited.emit("Ñandú")
    page.overview.care_asked.emit()
    page.care.back_up()
    settle(kit, qtbot)
    lock(kit, qtbot)
    database = kit.vault.folder(1).database
    data = bytearray(database.read_bytes())
    data[5000] ^= 1
    database.write_bytes(data)
    kit.vault.unlock(1, PASSPHRASE)
    qtbot.waitUntil(lambda: kit.vault.state.phase is Phase.LOCKED, timeout=15_000)
    assert "damaged" in page.gate.unlocking.trouble.text()
    page.gate.unlocking.restore_button.click()
    restoring = page.gate.restoring
    assert page.gate.pages.currentWidget() is restoring
    restoring.passphrase.line.setText(PASSPHRASE)
    restoring.restore_button.click()
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    assert [row.note for row in page.overview.model.rows] == ["Ñandú"]


def test_a_copy_on_a_stick_is_restored_and_brought_to_another_computer(
    open_kit: OpenKit, qtbot: QtBot, tmp_path: Path, places: Places
) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.overview.care_asked.emit()
    page.care.back_up_to(tmp_path)
    settle(kit, qtbot)
    [copy] = tmp_path.glob("vault-*")
    lock(kit, qtbot)
    page.gate.unlocking.restore_button.click()
    restoring = page.gate.restoring
    restoring.take(tmp_path)
    assert "holds no copy" in restoring.trouble.text()
    restoring.take(copy)
    restoring.passphrase.line.setText(PASSPHRASE)
    restoring.restore_button.click()
    qtbot.waitUntil(lambda: kit.vault.state.is_open, timeout=15_000)
    settle(kit, qtbot)
    other = open_kit(Places(data=tmp_path / "other", content=places.content, chosen_by="test"))
    window = window_of(other)
    window.show_page("cases")
    gate = window.cases.gate
    gate.making.bring_button.click()
    assert gate.pages.currentWidget() is gate.restoring
    assert not gate.restoring.restore_button.isEnabled()
    gate.restoring.left.emit()
    assert gate.pages.currentWidget() is gate.making
    gate.making.bring_button.click()
    gate.restoring.take(copy)
    for typed in (OTHER, PASSPHRASE):
        gate.restoring.passphrase.line.setText(typed)
        gate.restoring.restore_button.click()
        qtbot.waitUntil(lambda: other.vault.state.phase in (Phase.OPEN, Phase.NONE), timeout=15_000)
        if typed == OTHER:
            assert "not the passphrase" in gate.making.trouble.text()
            gate.making.bring_button.click()
            gate.restoring.take(copy)
    settle(other, qtbot)
    assert len(window.cases.overview.model.rows) == 1


def test_a_vault_that_cannot_be_made_says_why(open_kit: OpenKit, qtbot: QtBot, places: Places) -> None:
    kit = open_kit()
    window = window_of(kit)
    window.show_page("cases")
    places.vaults.write_bytes(b"")  # a file where the folder would be
    kit.vault.create(PASSPHRASE)
    qtbot.waitUntil(lambda: kit.vault.state.phase is Phase.NONE, timeout=15_000)
    told = window.cases.gate.making.trouble.text()
    assert f"Nothing can be written in {places.vaults}, so that no vault was made" in told


def test_a_clock_that_is_behind_is_told(
    open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    open_vault(kit, qtbot)
    lock(kit, qtbot)
    monkeypatch.setattr(Vault, "is_clock_behind", True)
    open_vault(kit, qtbot)
    assert "clock of this computer is behind" in window_of(kit).notice.words.text()


# Locking


def test_ctrl_l_locks_and_leads_to_unlocking(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    window = window_of(kit)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "cases"
    open_vault(kit, qtbot)
    window.show_page("home")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.status.vault.text() == "Vault locked"
    settle(kit, qtbot)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "cases"
    assert QApplication.focusWidget() is window.cases.gate.unlocking.passphrase.line


def test_idle_time_locks_and_every_edit_was_kept(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.editor.inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]
    watch = kit._watch
    assert watch.is_on
    watch.expired.emit()
    assert kit.vault.state.phase is Phase.LOCKED
    assert page.case.title.text() == ""
    assert page.currentWidget() is page.gate
    settle(kit, qtbot)
    assert not kit._watch.is_on, "nothing to watch over"
    open_vault(kit, qtbot)
    assert [row.note for row in page.overview.model.rows] == ["Ñandú"]


def test_the_time_until_it_locks_is_a_choice_that_is_kept(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_vault(kit, qtbot)
    page.overview.care_asked.emit()
    page.care.idle.setCurrentIndex(page.care.idle.findData(10))
    page.care.idle.activated.emit(page.care.idle.currentIndex())
    assert json.loads(kit.places.settings.read_bytes())["idle_min"] == 10
    assert kit._watch._idle_min == 10


def test_locking_closes_what_is_open_and_takes_back_what_was_copied(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    line = page.case.editor.inputs["called-name"].line  # type: ignore[attr-defined]
    line.setText("Ñandú")
    line.selectAll()
    line.copy()
    page.print()
    qtbot.waitUntil(lambda: bool(window_of(kit).findChildren(QDialog)))
    window_of(kit).search_box.setText("Ñandú")
    lock(kit, qtbot)
    qtbot.waitUntil(lambda: not window_of(kit).findChildren(QDialog))
    assert QGuiApplication.clipboard().text() == ""
    assert window_of(kit).search_box.text() == ""


def test_what_another_program_copied_stays(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    open_vault(kit, qtbot)
    copied = window_of(kit).vault._copied
    QGuiApplication.clipboard().setText("theirs")
    copied._is_ours = False
    lock(kit, qtbot)
    assert QGuiApplication.clipboard().text() == "theirs"


def test_nothing_is_delivered_after_a_lock(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    open_vault(kit, qtbot)
    told: list[object] = []
    kit.vault.ask(lambda vault: vault.cases.all(), told.append)
    lock(kit, qtbot)
    assert told == []


def test_closing_the_kit_locks(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.editor.inputs["called-name"].line.setText("Ñandú")  # type: ignore[attr-defined]
    folder = kit.vault.folder(1)
    kit.close()
    assert kit.vault.state.phase is Phase.LOCKED
    assert not folder.database.with_name("vault.db-wal").exists()


# A full disk


def test_what_could_not_be_kept_is_told_stays_and_is_kept_later(
    open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    real = Table.put

    def full(*_: object) -> None:
        raise NoRoom

    monkeypatch.setattr(Table, "put", full)
    line = page.case.editor.inputs["called-name"].line  # type: ignore[attr-defined]
    line.setText("Ñandú")
    qtbot.waitUntil(lambda: kit.vault.state.is_unsaved, timeout=15_000)
    assert "The disk is full" in window_of(kit).notice.words.text()
    assert window_of(kit).status.vault.text() == "Vault: not all kept"
    assert line.text() == "Ñandú"
    monkeypatch.setattr(Table, "put", real)
    line.setText("Ñandú 2")
    qtbot.waitUntil(lambda: not kit.vault.state.is_unsaved, timeout=15_000)
    monkeypatch.setattr(Table, "put", full)
    line.setText("Ñandú 3")
    qtbot.waitUntil(lambda: kit.vault.state.is_unsaved, timeout=15_000)
    monkeypatch.setattr(Table, "put", real)
    lock(kit, qtbot)
    open_vault(kit, qtbot)
    assert [row.note for row in page.overview.model.rows] == ["Ñandú 3"]


def test_a_vault_that_is_open_elsewhere_says_so(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_vault(kit, qtbot)
    lock(kit, qtbot)
    holder: Callable[..., subprocess.Popen[bytes]] = subprocess.Popen
    command = ["flock", str(kit.vault.folder(1).lock), "sleep", "60"]
    try:
        held = holder(command)
    except FileNotFoundError:
        pytest.skip("flock is not installed")
    try:

        def tried() -> bool:
            kit.vault.unlock(1, PASSPHRASE)
            settle(kit, qtbot)
            if kit.vault.state.is_open:
                lock(kit, qtbot)
            return "open in another window" in page.gate.unlocking.trouble.text()

        qtbot.waitUntil(tried, timeout=10_000)
    finally:
        held.kill()
        held.wait()


def test_the_gate_is_named_for_a_reader(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    open_vault(kit, qtbot)
    lock(kit, qtbot)
    assert gates.Gate is type(window_of(kit).cases.gate)
    assert window_of(kit).status.vault.accessibleName() == "Vault locked. Unlock the vault"
