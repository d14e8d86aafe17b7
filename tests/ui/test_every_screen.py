"""What holds on every screen: names for screen readers, room for every word, the keys that F1 tells."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.core.blocks import Table
from amparo.ui.keys import KEYS, OF_A_PAGE, KeysDialog, key_blocks
from amparo.ui.window import Window
from tests.ui.conftest import OpenKit, open_case, settle

SCREENS = (
    *("home", "plan", "identify", "scenario", "directory", "cards", "refer", "screening"),
    *("bookmarks", "updates", "settings", "results", "first start"),
    *("vault to make", "vault locked", "cases", "case", "referral", "visit", "care", "desk", "outbox"),
)


def screen(open_kit: OpenKit, qtbot: QtBot, name: str, text_size: int = 100, language: str = "en") -> QWidget:
    """A window at a small laptop's size that shows this screen."""
    missing = {"role": ""} if name == "first start" else {}
    kit = open_kit(text_size=text_size, language=language, **missing)
    window = kit.window
    assert window is not None
    if isinstance(window, Window):
        if name in VAULT_SCREENS:
            show_vault(kit, window, qtbot, name)
            return window
        if name == "results":
            window.search_box.setText("police trainning")
            qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
        elif name == "plan":
            window.read("plan/activity/2")
            window.reading.toggle_mark()
            window.library.reading.find_bar.open()
        elif name == "scenario":
            window.read("training/border/the-aunt-who-answers")
            window.library.reading.middle.scene.choices[0].click()
            QApplication.processEvents()
            return window
        elif name == "screening":
            window.read("checklist/booth")
            window.library.reading.act()
            screening = window.library.reading.middle.screening
            next(iter(screening.ages.values())).click()
            QApplication.processEvents()
            return window
        window.show_page(name)
    QApplication.processEvents()
    return window


VAULT_SCREENS = SCREENS[SCREENS.index("vault to make") :]
LOOKS = ((100, "en"), (200, "en"), (200, "es"), (200, "pt"), (200, "fr"))


def show_vault(kit: Kit, window: Window, qtbot: QtBot, name: str) -> None:
    """Show a screen of the vault."""
    if name == "vault to make":
        window.show_page("cases")
        window.cases.gate.making.office.wanted.setChecked(True)
        QApplication.processEvents()
        return
    page = open_case(kit, qtbot)
    if name == "referral":
        page.case.refer_button.click()
        qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    elif name == "visit":
        page.overview.visit_asked.emit()
        qtbot.waitUntil(lambda: page.currentWidget() is page.visit and page.visit.editor.is_built)
    elif name == "care":
        page.overview.care_asked.emit()
    elif name == "outbox":
        kit.window.services.outbox.put(b"sealed")  # type: ignore[union-attr]
        page.overview.outbox_asked.emit()
    elif name == "desk":
        page.overview.desk_asked.emit()
        page.desk.name.setText("Child protection")
    elif name != "case":
        page.show_list()
        settle(kit, qtbot)
    if name == "vault locked":
        kit.vault.lock()
    settle(kit, qtbot)
    for _pass in range(20):  # a long form is laid out bit by bit
        QApplication.processEvents()


def visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


@pytest.mark.parametrize("name", SCREENS)
def test_everything_that_takes_the_keys_has_a_name(open_kit: OpenKit, qtbot: QtBot, name: str) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in visible(screen(open_kit, qtbot, name))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not isinstance(widget.parent(), QComboBox)
        and not (isinstance(widget.parent(), QLineEdit) and isinstance(widget, QToolButton))
    ]
    assert nameless == []


@pytest.mark.parametrize(
    ("name", "text_size", "language"),
    [
        (name, text_size, language)
        for name in SCREENS
        for text_size, language in LOOKS
        if name not in VAULT_SCREENS or language in ("en", "fr")  # a vault each: the longest words will do
    ],
)
def test_nothing_is_cut_off(
    open_kit: OpenKit, qtbot: QtBot, name: str, text_size: int, language: str
) -> None:
    window = screen(open_kit, qtbot, name, text_size, language)
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1366
    assert smallest.height() <= 768
    assert [words for widget in visible(window) if (words := cut_off(widget))] == []


def cut_off(widget: QWidget) -> str:
    """The words of a widget that has no room for them; empty where all is well."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.text() if widget.height() < widget.heightForWidth(widget.width()) else ""
        return widget.text() if widget.width() < widget.sizeHint().width() else ""
    if isinstance(widget, QAbstractButton) and widget.text() and not widget.text().endswith("…"):
        icon_only = isinstance(widget, QToolButton) and (
            widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if not icon_only:
            bold = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
            return widget.text() if widget.width() < bold or widget.height() < 30 else ""
    return ""


@pytest.mark.parametrize("name", SCREENS)
def test_every_part_is_within_the_window_or_can_be_scrolled_to(
    open_kit: OpenKit, qtbot: QtBot, name: str
) -> None:
    window = screen(open_kit, qtbot, name, 200)
    for widget in visible(window):
        if widget.isWindow() or isinstance(widget.parent(), QAbstractScrollArea) or scrolls(widget):
            continue
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert corner.x() <= window.width(), widget
        assert corner.y() <= window.height(), widget


def scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or scrolls(parent))


def test_the_keys_that_are_told_are_the_keys_that_work(open_kit: OpenKit) -> None:
    window = open_kit().window
    assert isinstance(window, Window)
    works = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    works |= {button.shortcut().toString() for button in window.findChildren(QAbstractButton)}
    told = {key for keys, _words in KEYS for key in keys.split(", ")} - {"Esc"}
    told = told - {"Ctrl+2 …"} | {f"Ctrl+{n}" for n in range(1, 5)}
    assert told <= works


def test_the_keys_dialog_fits_and_closes_by_escape(open_kit: OpenKit, qtbot: QtBot) -> None:
    window = open_kit(text_size=200).window
    assert isinstance(window, Window)
    window.show_keys()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    assert dialog.height() <= 768
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    (table,) = key_blocks()
    assert isinstance(table, Table)
    assert len(table.rows) == len(KEYS) + len(OF_A_PAGE)


def test_the_whole_window_can_be_walked_by_tab(open_kit: OpenKit, qtbot: QtBot) -> None:
    window = open_kit().window
    assert isinstance(window, Window)
    window.read("plan/activity/13")
    window.activateWindow()
    seen = set[QWidget]()
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.add(focus)
        window.focusNextChild()
    pane = window.library.reading
    wanted = {
        window.search_box,
        window.library.tree,
        pane.mark_button,
        pane.copy_button,
        pane.print_button,
        pane.text,
    }
    assert wanted <= seen
    assert seen & set(window.navigation.buttons.values())
