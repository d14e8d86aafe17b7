"""The referral form on the screen, and where its receivers come from."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.core.contacts import Authority, Entry
from amparo.core.model import PageId
from amparo.exchange.keycard import KeyCard
from amparo.exchange.sealing import new_identity
from amparo.exchange.signing import new_signing_key
from amparo.ui.form.editor import FormEditor
from amparo.ui.refer.picking import PickDialog
from amparo.ui.refer.receivers import directory_cards
from tests.ui.conftest import OpenKit, open_case, settle

# The form on the screen


def test_a_long_form_is_built_in_slices_and_forgets_everything(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.refer_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    editor: FormEditor = page.referral.editor
    assert len(editor.inputs) > 43
    told: list[tuple[str, object]] = []
    editor.changed.connect(lambda key, value: told.append((key, value)))
    editor.show_values({"wishes": "x", "threats": ("family",)})
    assert told == [], "what is shown is not told as an edit"
    editor.clear()
    assert editor._values == {}
    QApplication.processEvents()
    assert told == []


def test_only_what_is_needed_first_is_shown_and_the_rest_is_behind(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit()
    page = open_case(kit, qtbot)
    page.case.refer_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    settle(kit, qtbot)
    inputs = page.referral.editor.inputs

    def seen() -> set[str]:
        return {key for key, made in inputs.items() if made.isVisibleTo(page.referral) and "." not in key}

    assert seen() == {
        "case-code", "referred-at", "urgency", "referring-body", "receiving-body", "consent", "language",
        "age-group", "medical-need", "threats", "needs", "signs",
    }  # fmt: skip
    page.referral.all_button.click()
    assert len(seen()) == 42, "all but the one that is a fixed text"
    page.referral.all_button.click()
    page.referral.editor.focus_field("guardian-informed")
    assert "guardian-informed" in seen()


def test_the_receiver_is_chosen_from_the_directory_by_state_and_role(open_kit: OpenKit, qtbot: QtBot) -> None:
    kit = open_kit(state="CRI")
    page = open_case(kit, qtbot)
    page.case.refer_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    settle(kit, qtbot)
    page.referral.receiver_button.click()
    [dialog] = [one for one in page.referral.findChildren(PickDialog) if one.isVisible()]
    assert dialog.place.currentText() == "Costa Rica"
    for place in range(dialog.role.count()):
        dialog.role.setCurrentIndex(place)
        assert bool(dialog.list.count()) == dialog.take_button.isEnabled()
        assert dialog.text.toPlainText().strip(), "how to reach it, or that nobody is known"
    dialog.role.setCurrentIndex(0)
    dialog.place.setCurrentIndex(dialog.place.findText("Mexico"))
    name = dialog.list.item(0).text().split(" · ")[0]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(kit, qtbot)
    assert page.referral.referral is not None
    assert page.referral.referral.filled["receiving-body"] == f"{name} (Mexico)"


def test_keys_of_the_directory_are_offered_beside_those_that_were_compared() -> None:
    keys = {"public": new_identity().public, "signer": new_signing_key().public}
    card = KeyCard(name="Desk", valid_until=date(2027, 1, 1), **keys)
    plain = Authority(id="b", name="B", name_en="B", role="police", confidence="confirmed", provenance=())
    bodies = tuple(replace(plain, key_card=line) for line in ("", card.line, card.line + "x"))
    found = directory_cards((Entry(page=PageId("directory/x"), name="X", names=(), authorities=bodies),))
    assert [(one.public, one.name, one.signer) for one in found] == [(card.public, "Desk", card.signer)]
