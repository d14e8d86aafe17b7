"""What stands beside a number."""

from typing import get_args

import pytest

from amparo.core import contact_words as words
from amparo.core.contact_words import (
    authority_facts,
    authority_text,
    call_facts,
    call_name,
    date_words,
    number_facts,
    numbers_text,
    own_name,
    source_words,
    warnings_of,
    who_answers,
)
from amparo.core.contacts import CONFIDENCES, ROLES, Call, Superseded
from amparo.core.i18n import N_
from amparo_resources.schema import base, directory
from tests.core.contacts import LEAFLET, REPORT, authority, danger, number


def test_a_confirmed_recent_number_without_remark_needs_no_warning() -> None:
    assert warnings_of(number(), authority()) == ()
    assert warnings_of(danger()) == ()


def test_every_reason_for_a_warning_is_said() -> None:
    doubtful = number(confidence="single-source", warning="Ask first.", last_seen="2019-06")
    assert warnings_of(doubtful, authority(warning="The ministry moved.")) == (
        "Not confirmed: one source only.",
        "Ask first.",
        "The ministry moved.",
        "Last published June 2019: it may have changed.",
    )
    assert warnings_of(number(confidence="known-not-looked-up")) == (
        "Not confirmed: general knowledge, not looked up.",
    )
    assert warnings_of(number(last_seen="")) == ("No source of it carries a date: it may have changed.",)
    assert warnings_of(number(last_seen="2022-12-31"), authority()) == (
        "Last published 31 December 2022: it may have changed.",
    )


def test_a_number_says_how_far_it_can_be_trusted_and_how_to_dial_it() -> None:
    said = dict(
        number_facts(number(from_abroad="+999 800 555 01", hours="24/7", plan_check="valid", note="Free"))
    )
    assert said == {
        "Confidence": "confirmed by two or more publications",
        "Last published": "May 2024",
        "From abroad": "+999 800 555 01",
        "Kind": "telephone line; free of charge; may not work from abroad or from every mobile",
        "Hours": "day and night (24/7)",
        "Numbering plan": "of the right form; nobody called it",
        "Note": "Free",
    }


def test_what_is_not_known_of_a_number_is_said() -> None:
    said = dict(number_facts(number(last_seen="", dialling="short-code", kind="text")))
    assert said["Last published"] == "no date known"
    assert said["Hours"] == "not known"
    assert said["Numbering plan"] == "not checked"
    assert "From abroad" not in said
    assert "inside the state only" in said["Kind"]


def test_an_emergency_number_says_no_more_than_is_known() -> None:
    assert dict(number_facts(danger())) == {
        "Confidence": "confirmed by two or more publications",
        "Last published": "May 2024",
    }


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("2024", "2024"),
        ("2024-11", "November 2024"),
        ("2024-11-03", "3 November 2024"),
        ("2024-11-01", "1 November 2024"),
        ("", "no date known"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(seen: str, said: str) -> None:
    assert date_words(seen) == said


def test_the_newest_source_stands_on_the_card_and_all_are_cited() -> None:
    assert source_words((LEAFLET, REPORT), (4, 1)) == "Report of the ministry (May 2024) [4, 1]"
    assert source_words((LEAFLET,), ()) == "Leaflet (no date known)"


def test_who_answers_is_said_where_it_is_the_police() -> None:
    assert "before you call" in who_answers(authority("police-unit", number()))
    assert who_answers(authority("police-unit")) == ""
    assert who_answers(authority("hotline", number())) == ""
    assert who_answers(authority("hotline", number(), answered_by="police")).startswith("Law enforcement")
    assert who_answers(authority("prosecution-unit", number())).startswith("The prosecution service")
    assert who_answers(authority("hotline", number(), answered_by="prosecutors")).startswith(
        "The prosecution service"
    )
    assert who_answers(authority("hotline", answered_by="police")) == ""


def test_before_a_call_it_is_said_what_the_number_is_for() -> None:
    text = call_facts(Call(number=number(kind="text", note="For texts only"), authority=authority()))
    assert text == ("confirmed", "last published: May 2024", "text message", "For texts only")
    assert call_name(Call(number=number(kind="text"), authority=authority())) == "The hotline (text message)"
    assert call_name(Call(number=number(), authority=authority())) == "The hotline"
    assert call_facts(Call(number=danger(note="The list also gives 119."))) == (
        "confirmed",
        "last published: May 2024",
    )


def test_how_sure_an_authority_is_stands_on_its_card_only_where_it_has_no_number() -> None:
    assert "The authority itself" in dict(authority_facts(authority()))
    assert "The authority itself" not in dict(authority_facts(authority("hotline", number())))


def test_an_authority_is_told_whole_but_for_what_nobody_should_dial() -> None:
    old = Superseded(text="155 (campaign of 2019)", numbers=("155",))
    said = authority_text(
        authority(
            "hotline",
            number("0800 555 01", warning="Ask first."),
            superseded=(old,),
            email="desk@example.org",
            website="https://example.org",
            languages=("es", "gn", "by signs"),
            note="Free",
            warning="It moved.",
        ),
        (1, 2),
    )
    for part in (
        "The hotline",
        "la hotline",
        "0800 555 01",
        "Ask first.",
        "It moved.",
        "E-mail: desk@example.org",
        "Website: https://example.org",
        "Languages: Spanish, Guaraní, by signs",
        "Note: Free",
        "Source: Report of the ministry (May 2024) [1, 2]",
    ):
        assert part in said
    assert "155" not in said


def test_an_authority_without_a_number_says_so() -> None:
    assert "No number is known to this kit." in authority_text(authority(), ())
    assert "No number is known" not in authority_text(authority("hotline", number()), ())


def test_a_name_is_not_said_twice() -> None:
    assert own_name(authority(name="Unit", name_en="Unit")) == ()
    assert own_name(authority(name="840", name_en="840, reporting line")) == ()
    assert own_name(authority()) == ("la hotline",)


def test_emergency_numbers_are_told_by_service_with_one_source() -> None:
    said = numbers_text((danger("police"), danger("ambulance", "113")), (1,))
    assert said.startswith("Police\n112\nConfidence: ")
    assert "Ambulance\n113" in said
    assert said.count("Source: ") == 1
    assert numbers_text((), ()) == ""


# The words of the facts


def test_every_word_that_a_document_may_use_has_its_words() -> None:
    fields = {field: directory.Number.__annotations__[field] for field in ("kind", "dialling", "plan_check")}
    assert words._KINDS.keys() == set(get_args(fields["kind"]))
    assert words._DIALLING.keys() == set(get_args(fields["dialling"]))
    assert words._PLAN.keys() == set(get_args(fields["plan_check"]))
    assert words.ROLE_NAMES.keys() == set(ROLES) == set(get_args(directory.Role))
    assert words.CONFIDENCE.keys() == set(CONFIDENCES) == set(get_args(base.Confidence))
    assert words._NOT_CONFIRMED.keys() == set(CONFIDENCES[1:])
    assert words.SERVICES.keys() == set(get_args(directory.EmergencyNumber.__annotations__["service"]))
    assert words.TREATIES.keys() == set(get_args(directory.Treaty.__annotations__["name"]))
    assert words.TREATY_STATUS.keys() == set(get_args(directory.Treaty.__annotations__["status"]))


def test_a_document_is_made_in_english_whatever_the_language_in_use() -> None:
    def shouted(sentence: str) -> str:
        return sentence.upper()

    doubtful = number(confidence="single-source")
    assert warnings_of(doubtful, say=shouted) == ("NOT CONFIRMED: ONE SOURCE ONLY.",)
    assert warnings_of(doubtful, say=N_) == ("Not confirmed: one source only.",)
