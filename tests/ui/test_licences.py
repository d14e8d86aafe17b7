import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from amparo.ui import licences as module
from amparo.ui.licences import LicencesDialog
from amparo.ui.preview.dialog import PreviewDialog
from amparo_build.freeze.contents import Part
from amparo_build.freeze.notices import licences_text
from tests.ui.conftest import OpenKit, window_of
from tests.ui.test_every_screen import faults_of

PARTS = [
    Part(name="one", version="1", licence="MIT", notices=("First.\n",)),
    Part(name="two", version="2", licence="Zlib", notices=("Second.\n",)),
]


def opened(open_kit: OpenKit) -> LicencesDialog:
    """As an officer gets there: from the settings."""
    window = window_of(open_kit(text_size=200))
    window.show_page("settings")
    (link,) = (b for b in window.settings.findChildren(QPushButton) if b.text() == "Licences of its parts")
    link.click()
    dialog = window.findChild(LicencesDialog)
    assert isinstance(dialog, LicencesDialog)
    return dialog


def test_keys_lead_from_part_to_part_and_to_its_terms(
    open_kit: OpenKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "licences", lambda: licences_text("Ours.", "1.2", PARTS))
    dialog = opened(open_kit)
    QTest.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert dialog.parts.currentItem().text() == "one 1: MIT"
    assert dialog.text.toPlainText().strip() == "First."
    QTest.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert dialog.text.toPlainText().strip() == "Second."
    assert faults_of(dialog) == {}
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 728


def test_the_list_is_printed(open_kit: OpenKit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "licences", lambda: licences_text("Ours.", "1.2", PARTS))
    dialog = opened(open_kit)
    dialog.print_asked.emit(module.part_blocks(dialog._parts))
    (preview,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog))
    assert preview.windowTitle() == "Preview: Licences"


def test_a_checkout_says_where_they_are(open_kit: OpenKit) -> None:
    dialog = opened(open_kit)
    assert "this is a checkout" in dialog.text.toPlainText()
    assert dialog.parts.count() == 1
