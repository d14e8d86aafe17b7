"""Which number is the best, and whom to ask where there is none."""

import pytest

from amparo.core.contacts import (
    CONFIDENCES,
    ROLES,
    Entry,
    Provenance,
    asked_instead,
    best_to_call,
    for_a_child,
    grouped,
    may_be_dead,
    newest,
    police_emergency,
)
from amparo.core.states import page_of_state
from tests.core.contacts import LEAFLET, REPORT, authority, danger, number, state


def dialled(entry: Entry) -> list[tuple[str, str]]:
    return [
        (call.number.dial, call.authority.role if call.authority else "emergency")
        for call in best_to_call(entry)
    ]


def test_the_reporting_line_comes_before_everybody_else() -> None:
    entry = state(
        authority("coordinating-body", number("2")),
        authority("hotline", number("1", confidence="single-source")),
    )
    assert dialled(entry) == [("1", "hotline")]


def test_of_two_reporting_lines_the_confirmed_one_comes_first() -> None:
    entry = state(
        authority("hotline", number("1", confidence="single-source"), number("2")),
        authority("hotline", number("3", confidence="known-not-looked-up"), number("4"), id="other"),
    )
    assert [dial for dial, _ in dialled(entry)] == ["2", "4", "1", "3"]


def test_a_line_that_may_be_dead_stands_behind_a_body_that_surely_answers() -> None:
    dead = authority("hotline", number("1", confidence="single-source", last_seen="2016"))
    sure, doubtful = number("2"), number("3", confidence="single-source")
    entry = state(dead, authority("victim-services", doubtful, sure))
    assert may_be_dead(entry)
    assert [dial for dial, _ in dialled(entry)] == ["2", "3", "1"]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ({"confidence": "confirmed", "last_seen": "2016"}, {}),
        ({"confidence": "single-source", "last_seen": "2024"}, {}),
        ({"confidence": "single-source", "last_seen": "2016"}, {"confidence": "single-source"}),
        ({"confidence": "single-source", "last_seen": "2016"}, {"last_seen": "2016"}),
    ],
)
def test_a_line_stays_first_where_it_is_confirmed_or_recent_or_nobody_is_surer(
    line: dict[str, str], other: dict[str, str]
) -> None:
    entry = state(
        authority("hotline", number("1", **line)), authority("victim-services", number("2", **other))
    )
    assert dialled(entry) == [("1", "hotline")]
    assert not may_be_dead(entry)


def test_a_general_body_takes_no_line_its_place() -> None:
    dead = authority("hotline", number("1", confidence="single-source", last_seen=""))
    entry = state(dead, authority("victim-services", number("2"), is_general=True))
    assert dialled(entry) == [("1", "hotline")]


@pytest.mark.parametrize("role", ["coordinating-body", "police-unit", "prosecution-unit", "victim-services"])
def test_without_a_reporting_line_the_body_that_answers_is_the_best(role: str) -> None:
    entry = state(
        authority("hotline"), authority(role, number("3")), authority("child-protection", number("4"))
    )
    assert dialled(entry) == [("3", role)]


def test_of_those_who_answer_a_confirmed_number_comes_before_a_doubtful_one() -> None:
    entry = state(
        authority("police-unit", number("1", confidence="single-source")),
        authority("victim-services", number("2")),
    )
    assert dialled(entry) == [("2", "victim-services"), ("1", "police-unit")]


@pytest.mark.parametrize("role", ["child-protection", "labour-inspectorate", "consular", "international"])
def test_who_does_not_answer_for_trafficking_is_not_the_best(role: str) -> None:
    assert dialled(state(authority(role, number("3")))) == [("112", "emergency")]


def test_a_body_that_says_it_is_not_specific_to_trafficking_is_not_the_best() -> None:
    entry = state(authority("victim-services", number("3"), is_general=True))
    assert dialled(entry) == [("112", "emergency")]


def test_at_last_the_police_number_for_danger_confirmed_or_not() -> None:
    entry = state(emergency=(danger("fire", "1"), danger("police", "2", confidence="single-source")))
    assert dialled(entry) == [("2", "emergency")]
    assert best_to_call(entry) == police_emergency(entry)


def test_an_organisation_without_a_number_has_none() -> None:
    assert best_to_call(state(authority("international"), alpha3="", emergency=())) == ()


def test_for_a_child_the_line_for_children_even_where_it_is_general() -> None:
    entry = state(authority("child-protection", number("4"), is_general=True))
    assert [call.number.dial for call in for_a_child(entry)] == ["4"]


def test_who_is_asked_instead_has_a_number_if_anybody_has() -> None:
    line, board, unit = (
        authority("hotline", number("1")),
        authority("coordinating-body"),
        authority("police-unit"),
    )
    assert asked_instead(state(board, line, unit), "police-unit") == line
    assert asked_instead(state(board, unit), "police-unit") == board
    assert asked_instead(state(board, unit)) == unit, "the police know who takes cases"
    assert asked_instead(state(board, unit), "coordinating-body") == unit
    assert asked_instead(state(board), "coordinating-body") is None
    assert asked_instead(state(authority("child-protection", number("4")))) is None


def test_who_is_asked_instead_is_the_most_trusted() -> None:
    doubtful = authority("hotline", number("1", confidence="single-source"))
    trusted = authority("victim-services", number("2"))
    assert asked_instead(state(doubtful, trusted)) == trusted
    assert asked_instead(state(doubtful, authority("police-unit"))) == doubtful
    general = authority("police-unit", number("3"), is_general=True)
    assert asked_instead(state(general, doubtful)) == doubtful


def test_services_that_share_a_number_share_a_line() -> None:
    police, ambulance, fire = danger("police"), danger("ambulance", "113"), danger("fire")
    assert list(grouped((police, ambulance, fire))) == [
        (("police", "fire"), police),
        (("ambulance",), ambulance),
    ]
    doubtful = danger("fire", confidence="single-source")
    assert [services for services, _ in grouped((police, doubtful))] == [("police",), ("fire",)]


@pytest.mark.parametrize(
    ("seen", "is_old"),
    [("", True), ("2019", True), ("2022-12-31", True), ("2023", False), ("2023-01", False), ("2026", False)],
)
def test_a_number_is_old_before_2023_or_without_a_date(seen: str, is_old: bool) -> None:
    assert number(last_seen=seen).is_old is is_old


def test_a_number_from_abroad_is_dialled_by_its_digits() -> None:
    assert number(from_abroad="+1 242-376-8477").e164 == "+12423768477"
    assert number().e164 == ""


def test_the_newest_source_is_the_one_with_the_latest_date() -> None:
    undated, year, day = (Provenance(title=seen, seen_on=seen) for seen in ("", "2024", "2024-05-01"))
    assert newest((undated, year, day)) == day
    assert newest((undated, year)) == year
    assert newest((LEAFLET,)) == LEAFLET
    assert authority().latest_seen == REPORT.seen_on


def test_the_authorities_of_a_role_keep_their_order() -> None:
    one, two = authority("hotline", id="b"), authority("hotline", id="a")
    assert state(one, authority("consular"), two).of_role("hotline") == (one, two)


def test_a_state_has_the_page_of_its_code() -> None:
    assert page_of_state("BOL") == "directory/bol"


def test_the_words_of_the_facts_are_known() -> None:
    assert len(set(ROLES)) == 9
    assert CONFIDENCES[0] == "confirmed"
