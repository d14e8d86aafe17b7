"""The call sheet of a state: every number once, with its warnings, on one sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.core.blocks import Calls
from amparo.core.contacts import Entry
from amparo.core.model import PageId
from amparo.core.settings import Paper, Settings
from amparo.library.call_sheet import call_sheet
from amparo.library.store import Store
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Printout
from amparo.ui.printouts import Printouts
from tests.paper.printouts import page_texts


@pytest.fixture(scope="module")
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


def sheet_of(store: Store, page: PageId) -> Printout:
    """The call sheet as the window prints it."""
    return Printouts(store, Settings(state="CRI", language="en")).call_sheet(page)


def dialled(entry: Entry) -> list[str]:
    calls = (block.calls for block in call_sheet(entry) if isinstance(block, Calls))
    return [call.number.dial for of_block in calls for call in of_block]


def test_every_number_is_there_and_no_old_one(store: Store) -> None:
    for entry in store.entries():
        every = {number.dial for one in entry.authorities for number in one.numbers}
        assert every | {number.dial for number in entry.emergency} == set(dialled(entry))
        old = {number for one in entry.authorities for told in one.superseded for number in told.numbers}
        assert not old & set(dialled(entry))


@pytest.mark.parametrize("paper", Paper)
def test_it_is_one_sheet_for_every_state(store: Store, paper: Paper) -> None:
    pages = {}
    for entry in store.entries():
        texts = page_texts(to_pdf(sheet_of(store, entry.page), paper))
        pages[entry.name] = len(texts)
        assert all(dial in " ".join(texts) for dial in dialled(entry)), entry.name
        assert "Checked on" in texts[-1]
    assert {name: count for name, count in pages.items() if count > 1} == {}


def test_a_doubtful_number_says_so_beside_it(store: Store) -> None:
    (text,) = page_texts(to_pdf(sheet_of(store, PageId("directory/bol")), Paper.A4))
    assert "No emergency number of Bolivia is confirmed" in text
    assert "122" in text
    assert "Not confirmed: one source only." in text
