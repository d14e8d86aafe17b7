"""What serves what: 62 items, none left out, nothing claimed that no document says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.core.blocks import Matrix, Table
from amparo.core.model import Kind
from amparo.library.store import Store


@pytest.fixture(scope="module")
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


def items(store: Store) -> list[str]:
    return [head.id for head in store.heads() if head.id.startswith(("plan/activity/", "plan/mandate/"))]


def test_the_table_has_every_item_with_as_many_as_serve_it(store: Store) -> None:
    (table,) = (block for block in store.page("guidance/coverage").blocks if isinstance(block, Table))
    assert len(table.rows) == len(items(store)) == 62
    for item, row in zip(items(store), table.rows, strict=True):
        page = store.page(item)
        counts = [sum(int(cell) for cell in row[1:-1] if cell != "–")]
        assert counts == [len(page.served_by)], item
        assert bool(page.gaps) == (row[-1] not in ("–", "policy")), item


def test_the_picture_adds_up(store: Store) -> None:
    (matrix,) = (block for block in store.page("guidance/coverage").blocks if isinstance(block, Matrix))
    assert [name for name, _cells in matrix.rows] == ["Prevention", "Prosecution", "Protection", "Mandates"]
    expected = sum(len(store.page(item).expects) for item in items(store))
    gaps = sum(len(store.page(item).gaps) for item in items(store))
    cells = [cell for _name, row in matrix.rows for cell in row]
    assert sum(cell.of for cell in cells) == expected
    assert sum(cell.done for cell in cells) == expected - gaps


def test_every_document_says_what_it_serves(store: Store) -> None:
    for head in store.heads():
        if head.kind != Kind.PLAN and head.parent is None and head.id != "guidance/coverage":
            assert store.page(head.id).serves, head.id


def test_a_policy_item_claims_nothing(store: Store) -> None:
    for item in items(store):
        page = store.page(item)
        if not page.expects:
            assert "matter of policy" in store.page("guidance/coverage").text
            assert not page.gaps
