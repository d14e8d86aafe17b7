"""Looking after an open vault, and its end."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amparo.ui.vault.state import Phase
from tests.ui.conftest import PASSPHRASE, OpenKit, agree, lock, open_case, open_vault, settle

OTHER = "rio puerta silla verde mapa"


def test_backup_log_passphrase_and_office(
    open_kit: OpenKit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = open_kit()
    page = open_vault(kit, qtbot)
    page.overview.care_asked.emit()
    care = page.care

    def said(words: str) -> None:
        settle(kit, qtbot)
        assert words in care.said.text()

    care.back_up()
    said("beside the vault")
    care.back_up_to(tmp_path)
    said(str(tmp_path))
    assert len(list(tmp_path.glob("vault-*/vault.db"))) == 1
    care.export_log(tmp_path / "log.jsonl")
    said("log.jsonl")
    lines = (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["deed"] for line in lines][-1] == "log-exported"
    care.old.line.setText("not it")
    care.new.first.line.setText(OTHER)
    care.new.second.line.setText(OTHER)
    care.change_button.click()
    said("not the passphrase")
    care.old.line.setText(PASSPHRASE)
    care.new.first.line.setText(OTHER)
    care.new.second.line.setText(OTHER)
    care.change_button.click()
    said("passphrase was changed")
    care.office_passphrase.line.setText(OTHER)
    care.office_button.click()
    said("No office")


def test_a_folder_that_takes_no_copy_is_told(open_kit: OpenKit, qtbot: QtBot, tmp_path: Path) -> None:
    kit = open_kit()
    page = open_vault(kit, qtbot)
    page.overview.care_asked.emit()
    (tmp_path / "file").write_bytes(b"")
    page.care.back_up_to(tmp_path / "file")
    settle(kit, qtbot)
    assert "could not be read or written" in page.care.said.text()
    page.care.export_log(tmp_path / "file" / "log.jsonl")
    settle(kit, qtbot)
    assert "Choose another place" in page.care.said.text()


@pytest.mark.parametrize("is_open", [True, False])
def test_quick_erase(open_kit: OpenKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_open: bool) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    asked = agree(monkeypatch, "amparo.ui.vault.care" if is_open else "amparo.ui.vault.gate")
    if is_open:
        page.care.erase_button.click()
    else:
        lock(kit, qtbot)
        page.gate.unlocking.erase_button.click()
    settle(kit, qtbot)
    assert len(asked) == 1
    assert kit.vault.state.phase is Phase.NONE
    assert list((kit.places.vaults).glob("[0-9]*")) == []
    assert page.gate.pages.currentWidget() is page.gate.making
