"""Which entries answer what is typed, and in what order."""

import pytest

from amparo.core.contact_words import ROLE_NAMES
from amparo.core.contacts import Entry
from amparo.library.store import Store
from amparo.ui.directory.rows import Rows, rows_of


@pytest.fixture
def entries(store: Store) -> tuple[Entry, ...]:
    return store.entries()


def names(rows: Rows) -> list[str]:
    return [row.name for row in (*rows.mine, *rows.states, *rows.organisations)]


def test_all_of_it_ones_own_state_first(entries: tuple[Entry, ...]) -> None:
    rows = rows_of(entries, "PER")
    assert [row.name for row in rows.mine] == ["Peru"]
    assert len(rows.states) == 34
    assert len(rows.organisations) == 6
    assert [row.name for row in rows.states] == sorted(row.name for row in rows.states)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("brasil", ["Brazil"]),
        ("BRÉSIL", ["Brazil"]),
        ("bra", ["Brazil"]),
        ("proteccion ninez", []),
        ("1818", ["Peru"]),
        ("1-888-373-7888", ["United States of America"]),
        ("18883737888", ["United States of America"]),
        ("  perú   1818 ", ["Peru"]),
        ("unhcr", ["UNHCR"]),
    ],
)
def test_what_is_typed(entries: tuple[Entry, ...], typed: str, found: list[str]) -> None:
    assert names(rows_of(entries, "", typed)) == found


def test_an_old_number_finds_who_had_it(entries: tuple[Entry, ...]) -> None:
    old = next(one for entry in entries for body in entry.authorities for one in body.superseded)
    assert names(rows_of(entries, "", old.numbers[0]))


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_a_role_shows_only_who_has_it_with_that_number(entries: tuple[Entry, ...], role: str) -> None:
    rows = rows_of(entries, "CRI", role=role)
    with_it = {entry.page for entry in entries if entry.of_role(role)}
    assert {row.page for row in (*rows.mine, *rows.states, *rows.organisations)} == with_it
    for row in (*rows.mine, *rows.states):
        entry = next(one for one in entries if one.page == row.page)
        dials = [number.dial for one in entry.of_role(role) for number in one.numbers]
        assert row.number in dials if dials else "No number" in row.number


def test_every_line_says_how_sure_its_number_is(entries: tuple[Entry, ...]) -> None:
    rows = rows_of(entries, "")
    words = ("confirmed", "one source only", "not looked up")
    assert all(row.sure in words or "No number" in row.number for row in (*rows.mine, *rows.states))
    bolivia = next(row for row in rows.states if row.name == "Bolivia")
    assert (bolivia.number, bolivia.sure) == ("122", "one source only")


@pytest.mark.parametrize("typed", ["zzz", "brazil peru", "\0", "🙂"])
def test_nothing_answers(entries: tuple[Entry, ...], typed: str) -> None:
    assert names(rows_of(entries, "", typed)) == []
