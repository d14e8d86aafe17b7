"""What is said where a number or an authority is not known."""

from amparo.core.contact_gaps import doubtful_line, gaps_of, no_emergency, no_line, not_found
from tests.core.contacts import authority, danger, number, state


def test_a_state_with_a_line_and_a_confirmed_number_has_no_gap() -> None:
    assert gaps_of(state(authority("hotline", number()))) == ()


def test_a_state_without_a_line_says_so_and_whom_to_call() -> None:
    (none, instead) = no_line(state(authority("police-unit", number())))
    assert none == "No reporting line against trafficking is known to this kit for Ruritania."
    assert "emergency number" in instead
    assert "The police-unit" in instead


def test_a_hotline_without_a_number_is_no_line() -> None:
    assert no_line(state(authority("hotline"), authority("coordinating-body")))


def test_a_state_where_nobody_has_a_number_names_who_should_be_asked_for() -> None:
    (_, instead) = no_line(state(authority("coordinating-body")))
    assert instead.startswith("Call the emergency number.")
    assert "The coordinating-body; its number is not known" in instead


def test_a_state_where_nobody_is_known_leaves_the_police() -> None:
    assert "ask the police" in no_line(state())[1]


def test_for_a_child_the_line_for_children_is_named() -> None:
    assert no_line(state(authority("child-protection", number())))[-1] == "For a child: The child-protection."


def test_a_line_that_may_be_dead_says_so_and_whom_to_call_first() -> None:
    line = authority("hotline", number("1", confidence="single-source", last_seen="2016-09"))
    entry = state(line, authority("victim-services", number("2")))
    assert doubtful_line(entry) == (
        "The reporting line was last published September 2016, in one source only. First call: "
        "The victim-services.",
    )
    assert gaps_of(entry) == doubtful_line(entry)
    assert doubtful_line(state(line)) == ()


def test_a_state_without_a_confirmed_emergency_number_says_so_and_whom_to_ask() -> None:
    doubtful = danger(confidence="single-source")
    entry = state(authority("hotline", number()), emergency=(doubtful,), emergency_in_plan=("110", "118"))
    none, ask, plan = no_emergency(entry)
    assert none.startswith("No emergency number of Ruritania is confirmed.")
    assert ask == "Or ask: The hotline."
    assert "110, 118" in plan
    assert gaps_of(entry) == (none, ask, plan)


def test_one_confirmed_emergency_number_is_enough_not_to_say_so() -> None:
    assert no_emergency(state(emergency=(danger(), danger("fire", confidence="single-source")))) == ()


def test_an_organisation_has_no_gaps_of_a_state() -> None:
    entry = state(authority("international"), alpha3="", emergency=())
    assert no_line(entry) == no_emergency(entry) == ()
    assert gaps_of(entry) == ("No telephone number is known to this kit.",)


def test_a_role_that_was_not_found_says_whom_to_ask() -> None:
    entry = state(authority("hotline", number()))
    assert not_found(entry, "victim-services") == "No entry was found. Ask instead: The hotline."
    without = state(authority("coordinating-body"))
    assert "whose number is not known" in not_found(without, "victim-services")
    assert "police" in not_found(state(), "victim-services")
    assert "ministry of foreign affairs" in not_found(entry, "consular")
