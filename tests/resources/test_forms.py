"""Every field of the referral form against its facts, kept as data in `golden/forms.json`; and all forms."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amparo.library.documents import read_document
from amparo_build.content import DOCUMENTS, gather
from amparo_resources.schema import Detail, Field, FieldGroup, Form, Source, Sources

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "forms.json").read_text(encoding="utf-8"))
FACTS: dict[int, dict[str, Any]] = {row["number"]: row for row in GOLDEN["fields"]}
NEVER = "P3"
REQUIRED = {
    "yes": "yes",
    "no": "no",
    "receiver": "receiver",
    "if 10 = no": "if-no-consent",
    "if child": "if-child",
    "yes if contact is wanted": "if-contact-wanted",
    "no, sealed part": "no",
    "no, only if the receiver needs it": "no",
}
WITH_OPTIONS = {"choice", "choices"}
MAY_HAVE_OPTIONS = {"language", "state", "body"}
GROUNDS = {
    "vital-interests",
    "beneficiary-interests",
    "legal-obligation",
    "contract",
    "other-legitimate-interest",
}
ABOUT_NO_PERSON = {"reference", "parties", "consent", "next"}
"""Groups of the referral form that a person is not asked to share."""

SECRET = re.compile(
    r"\b(addresse?s?|location|whereabouts|room|route|vehicle|plate|suspects?|exploiter|offender|accused|photo\w*"
    r"|fingerprint\w*|(passport|document|telephone|phone) numbers?)\b",
    re.IGNORECASE,
)


def _documents() -> list[tuple[str, Any]]:
    read = [read_document(name, data) for name, data in gather(DOCUMENTS).items() if "/" in name]
    return [(written.id, written.document) for written in read if written.lang == "en"]


FORMS: dict[str, Form] = {name: one for name, one in _documents() if isinstance(one, Form)}
SOURCES: dict[str, Source] = {
    source.key: source for _, one in _documents() if isinstance(one, Sources) for source in one.sources
}
REFERRAL = FORMS["referral"]


def fields_of(form: Form, *, apart: bool | None = None) -> list[Field]:
    """Its fields in their order; of the sealed sheets or of the others alone, where asked."""
    return [field for group in form.groups if apart in (None, group.apart) for field in group.fields]


def group_of(form: Form, id_: str) -> FieldGroup:
    (group,) = (group for group in form.groups if group.id == id_)
    return group


def choices_of(form: Form) -> Iterator[tuple[str, Field | Detail]]:
    """Everything that can have options, with a name for it."""
    for group in form.groups:
        for field in group.fields:
            yield f"{group.id}/{field.id}", field
            yield from ((f"{group.id}/{field.id}/{detail.id}", detail) for detail in field.details)


each_form = pytest.mark.parametrize("name", FORMS)
each_field = pytest.mark.parametrize("field", fields_of(REFERRAL), ids=lambda field: field.id)


# The referral form, against the facts


def test_the_facts_have_43_fields_and_two_that_are_none() -> None:
    assert list(FACTS) == list(range(1, 46))
    assert [number for number, row in FACTS.items() if row["class"] == NEVER] == [44, 45]
    assert [number for number, row in FACTS.items() if row["minimum"]] == [
        1, 3, 4, 5, 7, 10, 15, 17, 26, 27, 29, 31,
    ]  # fmt: skip


def test_every_field_is_there_once_in_the_order_of_its_sheets() -> None:
    numbers = [field.number for field in fields_of(REFERRAL)]
    assert Counter(numbers) == Counter(range(1, 44))
    for apart in (False, True):
        of_sheets = [field.number for field in fields_of(REFERRAL, apart=apart)]
        assert of_sheets == sorted(number for number in of_sheets if number)


@each_field
def test_a_field_is_what_the_facts_say(field: Field) -> None:
    assert field.number is not None
    row = FACTS[field.number]
    assert field.privacy == row["class"].partition(",")[0]
    assert field.required == REQUIRED[row["required"]]
    assert field.minimum == row["minimum"]
    keys = ("SEED" if key.startswith("SEED-") else key for key in row["sources"] if key != "PROPOSAL")
    assert list(field.sources) == list(dict.fromkeys(keys))


@each_field
def test_a_field_takes_what_the_facts_want_to_know(field: Field) -> None:
    assert field.number is not None
    wanted = FACTS[field.number]["type"]
    types = {field.type, *(detail.type for detail in field.details)}
    if "choice" in wanted or "tick" in wanted or "list" in wanted:
        assert types & WITH_OPTIONS or field.options
    if "yes/no" in wanted or "yes / no" in wanted:
        assert types & {"yes-no", "choice"}
    if "multi-choice" in wanted or "tick" in wanted:
        assert field.type == "choices"
    if "date" in wanted or "when" in wanted:
        assert types & {"date", "date-time"}
    if wanted == "text":
        assert field.type in ("text", "long-text")
    if wanted == "codes":
        assert field.type == "codes"
    if wanted == "fixed text":
        assert field.type == "fixed"
    if count := re.fullmatch(r"choice of (\d+)", wanted):
        assert len(field.options) == int(count[1])


def test_the_first_sheets_tell_nobody_who_the_person_is() -> None:
    assert {field.privacy for field in fields_of(REFERRAL, apart=False)} == {"P0", "P1"}
    assert {field.privacy for field in fields_of(REFERRAL, apart=True)} == {"P2"}
    assert len(fields_of(REFERRAL, apart=True)) == 12
    sides = [group.apart for group in REFERRAL.groups]
    assert sides == sorted(sides), "what is sealed comes last, on sheets of its own"


def test_nothing_asks_for_what_is_safety_critical() -> None:
    for _, asked in choices_of(REFERRAL):
        assert SECRET.search(asked.label) is None
    assert {asked.type for _, asked in choices_of(REFERRAL)} <= {
        "text", "number", "date", "date-time", "yes-no", "choice", "choices", "body", "language", "state",
        "code", "codes", "fixed",
    }  # fmt: skip


def test_a_note_says_where_safety_critical_things_go_instead() -> None:
    (note,) = (note.text for note in REFERRAL.notes if "never on this form" in note.text)
    assert "Where the person is now" in note
    assert "tell the receiver by voice, or in a sealed note of its own" in note
    assert "Who may be the exploiter, with addresses and vehicles: that goes to the police" in note


def test_non_punishment_and_consent_come_before_the_person() -> None:
    assert "no punishment" in REFERRAL.notes[0].text
    assert set(REFERRAL.notes[0].sources) == {"OSCE-NP", "SEED"}
    ids = [group.id for group in REFERRAL.groups]
    assert ids[:3] == ["reference", "parties", "consent"]
    assert [field.number for field in group_of(REFERRAL, "consent").fields] == [10, 11, 12, 13, 14]


def test_consent_is_asked_for_every_part_that_is_about_the_person() -> None:
    (items,) = (field for field in fields_of(REFERRAL) if field.number == 11)
    about = [group.id for group in REFERRAL.groups if group.id not in ABOUT_NO_PERSON]
    assert [option.id for option in items.options] == about


def test_urgency_has_the_times_of_the_facts() -> None:
    (urgency,) = (field for field in fields_of(REFERRAL) if field.number == 4)
    times = {option.id: option.label for option in urgency.options}
    assert list(times) == ["emergency", "urgent", "normal"]
    assert "at once, never later than 24 hours" in times["emergency"]
    assert "72 hours" in times["urgent"]
    assert "two weeks" in times["normal"]


def test_who_is_in_doubt_about_age_or_need_can_say_so() -> None:
    options = {field.number: {option.id for option in field.options} for field in fields_of(REFERRAL)}
    assert options[17] == {"adult", "possible-child", "child"}
    assert "not-stated" in options[20]
    assert "not-known" in options[32]
    assert "not-asked" in options[36]
    assert len(options[29] - {"none-asked"}) == 15
    assert "none-asked" in options[29], "who asks for nothing can say so in a field that is required"
    assert "nobody" in options[13]
    assert "not-known" in options[18]


def test_the_front_line_certifies_nothing() -> None:
    (status,) = (field for field in fields_of(REFERRAL) if field.number == 34)
    assert status.type == "fixed"
    assert "possible only" in status.label


# The other forms


def test_consent_is_one_answer_for_each_use() -> None:
    form = FORMS["consent"]
    consents = {field.id: field for field in group_of(form, "consents").fields}
    assert list(consents) == ["services", "storing", "sharing", "statistics", "tracing"]
    assert all(field.type == "yes-no" for id_, field in consents.items() if id_ != "sharing")
    assert consents["sharing"].type == "choices"
    assert all(field.required == "yes" for field in consents.values())


def test_consent_can_be_given_without_a_signature_refused_and_taken_back() -> None:
    form = FORMS["consent"]
    fields = {field.id: field for field in fields_of(form)}
    how = {option.id for option in fields["consent-how"].options}
    assert how == {"signed", "mark", "spoken-with-witness", "agreed-not-signed", "refused"}
    assert {option.id for option in fields["consent-by"].options} == {"self", "guardian", "other"}
    assert {option.id for option in fields["ground"].options} == GROUNDS
    assert fields["ground"].required == fields["decided-by"].required == "if-no-consent"
    assert fields["child-assent"].required == fields["guardian-consent"].required == "if-child"
    assert {option.id for option in fields["explained"].options} >= {
        "receivers", "items", "purpose", "refusal", "limits", "withdrawal",
    }  # fmt: skip
    assert {field.privacy for field in fields_of(form, apart=True)} == {"P2"}
    assert {field.privacy for field in fields_of(form, apart=False)} == {"P0", "P1"}


def test_evidence_keeps_its_chain() -> None:
    form = FORMS["evidence"]
    columns = {group.id: [field.id for field in group.fields] for group in form.groups if group.repeats}
    assert columns == {
        "items": ["item", "description", "found-where", "found-at", "found-by", "seal"],
        "hand-overs": ["item", "from", "to", "at", "reason", "signature"],
        "copies": ["item", "tool", "hash", "operator", "at"],
    }
    assert form.serves == ("plan/activity/23",)


def test_a_correction_tells_what_who_and_how_it_was_checked_and_nothing_of_a_person() -> None:
    form = FORMS["directory-correction"]
    assert {field.id for field in fields_of(form)} >= {
        "body", "number", "fault", "right", "source", "source-date", "checked-how", "checked-by", "result",
    }  # fmt: skip
    assert "P2" not in {field.privacy for field in fields_of(form)}
    assert any("Write nothing about a victim" in note.text for note in form.notes)


# What every form keeps to


def test_the_forms_are_these() -> None:
    assert set(FORMS) == {
        "conduct-sign-off", "consent", "directory-correction", "evidence", "referral", "visit",
    }  # fmt: skip


@each_form
def test_no_id_is_there_twice(name: str) -> None:
    form = FORMS[name]
    assert len({group.id for group in form.groups}) == len(form.groups)
    for group in form.groups:
        assert len({field.id for field in group.fields}) == len(group.fields)
        for field in group.fields:
            assert len({detail.id for detail in field.details}) == len(field.details)
    for place, asked in choices_of(form):
        assert len({option.id for option in asked.options}) == len(asked.options), place
        assert len({option.label for option in asked.options}) == len(asked.options), place


@each_form
def test_what_is_chosen_from_has_options_and_nothing_else_has(name: str) -> None:
    for place, asked in choices_of(FORMS[name]):
        if asked.type in WITH_OPTIONS:
            assert len(asked.options) > 1, place
        elif asked.type not in MAY_HAVE_OPTIONS:
            assert not asked.options, place


@each_form
def test_what_identifies_a_person_stands_apart(name: str) -> None:
    for group in FORMS[name].groups:
        assert group.apart == any(field.privacy == "P2" for field in group.fields), group.id
        assert not (group.apart and group.repeats)


@each_form
def test_the_least_that_is_needed_is_required(name: str) -> None:
    assert all(field.required == "yes" for field in fields_of(FORMS[name]) if field.minimum)


@each_form
def test_a_form_rests_on_sources_that_can_be_cited(name: str) -> None:
    form = FORMS[name]
    notes = (*form.notes, *(note for group in form.groups for note in group.notes))
    cited = [form.sources, *(field.sources for field in fields_of(form)), *(note.sources for note in notes)]
    for keys in cited:
        assert set(keys) <= set(SOURCES)
        assert not keys or not all(SOURCES[key].weak for key in keys)
    assert all(note.sources for note in notes if note.warns)


@each_form
def test_a_form_says_what_it_is_not(name: str) -> None:
    assert re.search(r"\b(no|not)\b", FORMS[name].intro)
    assert FORMS[name].serves
    assert FORMS[name].audience
