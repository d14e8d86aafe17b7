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
    QListView,
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
)
VAULT_SCREENS = (
    *("vault to make", "case", "referral", "visit", "care", "desk", "outbox", "cases", "vault locked"),
)
"""In an order in which an officer may come by them."""
LOOKS = ((100, "en"), (200, "en"), (200, "es"), (200, "pt"), (200, "fr"))


def screen(open_kit: OpenKit, qtbot: QtBot, name: str, text_size: int = 100, language: str = "en") -> QWidget:
    """A window at a small laptop's size that shows this screen."""
    missing = {"role": ""} if name == "first start" else {}
    kit = open_kit(text_size=text_size, language=language, **missing)
    window = kit.window
    assert window is not None
    if isinstance(window, Window):
        if name == "results":
            window.search_box.setText("police trainning")
            qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
        elif name == "bookmarks":
            for page in ("plan/activity/2", "plan/activity/13"):
                window.read(page)
                window.reading.toggle_mark()
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


def show_vault(kit: Kit, window: Window, qtbot: QtBot, name: str) -> None:
    """Go from one of the `VAULT_SCREENS` to the next."""
    page = window.cases
    if name == "vault to make":
        window.show_page("cases")
        page.gate.making.office.wanted.setChecked(True)
    elif name == "case":
        open_case(kit, qtbot)
    elif name == "referral":
        page.case.refer_button.click()
        qtbot.waitUntil(lambda: page.currentWidget() is page.referral and page.referral.editor.is_built)
    elif name == "visit":
        page.overview.visit_asked.emit()
        qtbot.waitUntil(lambda: page.currentWidget() is page.visit and page.visit.editor.is_built)
    elif name == "care":
        page.overview.care_asked.emit()
    elif name == "desk":
        page.overview.desk_asked.emit()
        page.desk.name.setText("Child protection")
    elif name == "outbox":
        window.services.outbox.put(b"sealed")
        page.overview.outbox_asked.emit()
    elif name == "cases":
        page.show_list()
    elif name == "vault locked":
        kit.vault.lock()
    settle(kit, qtbot)
    for _pass in range(20):  # a long form is laid out bit by bit
        QApplication.processEvents()


def visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


@pytest.mark.parametrize(("text_size", "language"), LOOKS)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_names_for_all_and_room_for_all(
    open_kit: OpenKit, qtbot: QtBot, name: str, text_size: int, language: str
) -> None:
    """One window for all that is asked of a screen: to open it takes longer than to look at it."""
    assert faults_of(screen(open_kit, qtbot, name, text_size, language)) == {}


@pytest.mark.parametrize(("text_size", "language"), LOOKS)
def test_the_screens_of_the_vault_have_names_for_all_and_room_for_all(
    open_kit: OpenKit, qtbot: QtBot, text_size: int, language: str
) -> None:
    kit = open_kit(text_size=text_size, language=language)
    window = kit.window
    assert isinstance(window, Window)
    told, before = {}, None
    for name in VAULT_SCREENS:
        show_vault(kit, window, qtbot, name)
        on_view = window.cases.currentWidget()
        assert on_view is not before, f"{name} was not gone to"
        told[name], before = faults_of(window), on_view
    assert {name: faults for name, faults in told.items() if faults} == {}


def faults_of(window: QWidget) -> dict[str, object]:
    """What is wrong with the screen on view, with the parts that are to blame."""
    smallest, shown = window.minimumSizeHint(), list(visible(window))
    told: dict[str, object] = {
        "is larger than a small laptop": smallest.width() > 1366 or smallest.height() > 768,
        "takes the keys and has no name": [said(widget) for widget in shown if is_nameless(widget)],
        "is cut off": [words for widget in shown if (words := cut_off(widget))],
        "has rows that lie on one another": [
            said(widget) for widget in shown if isinstance(widget, QListView) and are_too_low(widget)
        ],
        "is beyond the window": [said(widget) for widget in shown if is_beyond(window, widget)],
    }
    return {fault: parts for fault, parts in told.items() if parts}


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"


def is_nameless(widget: QWidget) -> bool:
    """Whether the keys go to it and a screen reader has nothing to say."""
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not isinstance(widget.parent(), QComboBox)
        and not (isinstance(widget.parent(), QLineEdit) and isinstance(widget, QToolButton))
    )


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


def are_too_low(rows: QListView) -> bool:
    """Whether the second row of a list begins before the first one ends."""
    if rows.model() is None or rows.model().rowCount() < 2:
        return False
    one, two = (rows.model().index(row, 0) for row in (0, 1))
    return rows.visualRect(two).top() - rows.visualRect(one).top() < rows.sizeHintForIndex(one).height()


def is_beyond(window: QWidget, widget: QWidget) -> bool:
    """Whether a part is neither within the window nor can be scrolled to."""
    if widget.isWindow() or isinstance(widget.parent(), QAbstractScrollArea) or scrolls(widget):
        return False
    corner = widget.mapTo(window, widget.rect().bottomRight())
    return corner.x() > window.width() or corner.y() > window.height()


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
    window.dialogs.keys()
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
