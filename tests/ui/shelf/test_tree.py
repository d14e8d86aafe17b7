from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amparo.core.model import Audience, PageId
from amparo.library.store import Store
from amparo.ui.shelf.shelves import PLAN, sections
from amparo.ui.shelf.tree import PageTree


def plan_tree(store: Store) -> PageTree:
    return PageTree(sections(PLAN, store.heads(), frozenset()), "Work Plan")


def shown(tree: PageTree) -> list[str]:
    """What can be seen with every section open."""
    tree.expandAll()
    lines, item = [], tree.topLevelItem(0)
    while item is not None:
        lines.append(item.text(0))
        item = tree.itemBelow(item)
    return lines


def test_every_page_of_the_plan_is_in_the_tree(store: Store, qtbot: QtBot) -> None:
    tree = plan_tree(store)
    qtbot.addWidget(tree)
    lines = shown(tree)
    assert len(lines) == 1 + 1 + 7 + 2 + 3 + 52 + 1 + 10 + 1
    assert lines[-1] == "What serves the Work Plan"
    assert "13  Instructions for peacekeeping personnel" in lines


def test_moving_opens_pages_and_selecting_does_not(store: Store, qtbot: QtBot) -> None:
    tree = plan_tree(store)
    qtbot.addWidget(tree)
    with qtbot.assertNotEmitted(tree.page_asked):
        tree.select(PageId("plan/activity/13"))
    current = tree.currentItem()
    assert current is not None
    assert current.text(0).startswith("13")
    with qtbot.waitSignal(tree.page_asked) as asked:
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert asked.args == ["plan/activity/14"]


def test_only_what_concerns_a_work(store: Store, qtbot: QtBot) -> None:
    tree = plan_tree(store)
    qtbot.addWidget(tree)
    mine = {head.id for head in store.pages_for(Audience.PEACEKEEPING)}
    tree.show_only(mine)
    lines = shown(tree)
    assert "13  Instructions for peacekeeping personnel" in lines
    assert not any(line.startswith("16 ") for line in lines)  # joining treaties
    tree.show_only(None)
    assert any(line.startswith("16 ") for line in shown(tree))
