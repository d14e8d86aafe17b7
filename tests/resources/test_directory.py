"""Every contact of the directory against its facts, kept as data in `golden/directory.json`."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from amparo.core.contact_gaps import doubtful_line, gaps_of, no_emergency, no_line
from amparo.core.contact_words import warnings_of, who_answers
from amparo.core.contacts import Authority, Entry, Number, asked_instead, best_to_call
from amparo.core.states import STATES
from amparo.library.documents import Written, read_document
from amparo.library.entries import entry_of
from amparo_build.content import DOCUMENTS, gather
from amparo_build.directory_plain import RULES, WORDS, plainly
from amparo_resources.schema import Body, Directory, EmergencyNumber, Treaty
from amparo_resources.schema import Number as Said

FACTS = json.loads((Path(__file__).parents[1] / "golden" / "directory.json").read_text(encoding="utf-8"))
STATES_OF_FACTS: dict[str, dict[str, Any]] = {one["iso"]["alpha3"].lower(): one for one in FACTS["states"]}
WRITTEN: dict[str, Written] = {
    written.id: written
    for written in (
        read_document(name, data) for name, data in gather(DOCUMENTS).items() if name.startswith("directory/")
    )
}
ORGANISATIONS = ("oas", "unhcr", "iom", "ilo", "unodc", "unicef")
NO_LINE = {"ATG", "BLZ", "CHL", "CUB", "DMA", "GRD", "PRY", "KNA", "VCT", "URY"}
NO_EMERGENCY = {"BOL", "PER", "HND"}
MAY_BE_DEAD = {"DOM"}
CONFLICTS = {
    "BHS": 1, "BRA": 1, "COL": 1, "CRI": 1, "DOM": 3, "SLV": 1, "GTM": 2, "GUY": 1, "HTI": 1, "HND": 2,
    "JAM": 2, "MEX": 2, "PAN": 1, "PER": 2, "SUR": 1, "TTO": 2, "USA": 1, "URY": 2, "VEN": 1,
}  # fmt: skip
"""Of the notes on the facts, by state."""

IN_SOURCES = {"Colin John", "ComPol Williams", "Alexander warns", "Raquel Arbaje"}
"""Persons whom the title of a published page names; no contact and no words of ours do."""

OFFICES = {
    "tratadepersonas", "denunciaanonima", "customer.service", "tip.ocid", "denuncias", "help",
    "publicsecurity",
}  # fmt: skip
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Lic|Lcda|Ing|Hon|Sgt|Supt|Insp|Capt|Col|Gen)\.? [A-Z]")
_DIALLING = {
    "international": "international",
    "toll-free": "toll-free, may not work from abroad",
    "national": "national only",
    "short-code": "short-code, dial inside {alpha2} only",
}
_SPELLED = re.compile(r"\s*\([^()]*[A-Za-z][^()]*\)")


def document(id_: str) -> Directory:
    found = WRITTEN[id_].document
    assert isinstance(found, Directory)
    return found


ENTRIES: dict[str, Entry] = {id_: entry_of(written) for id_, written in WRITTEN.items()}
NUMBERS: list[tuple[Entry, Authority, Number]] = [
    (entry, authority, number)
    for entry in ENTRIES.values()
    for authority in entry.authorities
    for number in authority.numbers
]


# The documents say what the facts say, told back in the words of the facts


def told(said: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing: the facts have null where a document has no line."""
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def folded(facts: Any) -> Any:
    if isinstance(facts, dict):
        return told({name: folded(value) for name, value in facts.items()})
    return [folded(one) for one in facts] if isinstance(facts, list) else facts


def plain(facts: Any) -> Any:
    """The facts, with the shorthand of those who gathered them in the words of the documents."""
    if isinstance(facts, dict):
        return {name: plain(value) for name, value in facts.items()}
    if isinstance(facts, list):
        return [plain(one) for one in facts]
    return plainly(facts) if isinstance(facts, str) else facts


def digits(said: Any) -> set[str]:
    return set(re.findall(r"\d+", json.dumps(said, ensure_ascii=False)))


def words(said: dict[Any, str]) -> str:
    assert set(said) <= {"en"}
    return said.get("en", "")


def dated(said: str | None) -> str:
    return "" if said in (None, "undated") else str(said)


def sources(said: EmergencyNumber | Body | Treaty) -> dict[str, Any]:
    first, *others = [
        told({"title": one.title, "address": one.address, "seen_on": dated(one.seen_on)})
        for one in said.provenance
    ]
    return {
        "source": {name: value for name, value in first.items() if name != "seen_on"},
        "seen_on": first.get("seen_on"),
        "corroboration": others,
    }


def emergency_back(said: EmergencyNumber) -> dict[str, Any]:
    return told(
        {
            "service": said.service,
            "number": said.dial,
            "confidence": said.confidence,
            "note": words(said.note),
            "warning": words(said.warning),
            **sources(said),
        }
    )


def number_back(said: Said, alpha2: str) -> dict[str, Any]:
    assert said.provenance == "body"
    return told(
        {
            "number": said.dial,
            "e164": "+" + "".join(filter(str.isdigit, said.from_abroad)) if said.from_abroad else None,
            "kind": said.kind,
            "hours": said.hours,
            "confidence": said.confidence,
            "dialling": _DIALLING[said.dialling].format(alpha2=alpha2),
            "numbering_plan_check": said.plan_check,
            "note": words(said.note),
            "warning": words(said.warning),
            "number_last_seen": dated(said.last_seen),
        }
    )


def body_back(said: Body, alpha2: str) -> dict[str, Any]:
    dates = [dated(one.seen_on) for one in said.provenance]
    return told(
        {
            "name": said.name,
            "name_en": said.name_en,
            "role": said.role,
            "confidence": said.confidence,
            "phones": [number_back(number, alpha2) for number in said.numbers],
            "superseded_numbers": [old.text for old in said.superseded],
            "email": said.email,
            "website": said.website,
            "languages": list(said.languages),
            "note": words(said.note),
            "warning": words(said.warning),
            "latest_seen": max(dates),
            **sources(said),
        }
    )


def treaty_back(said: Treaty) -> dict[str, Any]:
    return told(
        {
            "status": said.status,
            "date": said.date,
            "year": said.year,
            "signed": said.signed,
            "confidence": said.confidence,
            "note": words(said.note),
            **sources(said),
        }
    )


def state_back(id_: str, said: Directory) -> dict[str, Any]:
    assert said.state
    facts_name = STATES_OF_FACTS[id_]["state"]
    assert facts_name in {said.title, *said.also}, "the name that the facts use leads to the page"
    return told(
        {
            "state": facts_name,
            "iso": {"alpha2": said.state.alpha2, "alpha3": said.state.alpha3},
            "calling_code": said.state.calling_code,
            "official_languages": list(said.state.official_languages),
            "treaties": {one.name.replace("-", "_"): treaty_back(one) for one in said.treaties},
            "emergency": list(map(emergency_back, said.emergency)),
            "emergency_numbers_in_numbering_plan": list(said.emergency_in_plan),
            "bodies": [body_back(body, said.state.alpha2) for body in said.bodies],
            "roles_not_found": list(said.roles_not_found),
            "note": words(said.note),
        }
    )


@pytest.mark.parametrize("id_", STATES_OF_FACTS)
def test_a_state_is_the_state_of_the_facts_whole_and_nothing_else(id_: str) -> None:
    assert state_back(id_, document(id_)) == folded(plain(STATES_OF_FACTS[id_]))


@pytest.mark.parametrize("id_", STATES_OF_FACTS)
def test_plainer_words_add_no_number_to_a_state_and_take_none_but_a_year_away(id_: str) -> None:
    facts, said = digits(STATES_OF_FACTS[id_]), digits(plain(STATES_OF_FACTS[id_]))
    assert said <= facts
    assert all(re.fullmatch(r"20\d\d", lost) for lost in facts - said)


def test_plainer_words_are_of_something_that_the_facts_say_and_not_of_a_number_or_an_id() -> None:
    every = {one for name in ("states", "organisations") for one in _strings(FACTS[name])}
    assert WORDS.keys() - every == set()
    assert all(any(before.search(one) for one in every) for before, _after in RULES)
    numbers = {number.dial for _, _, number in NUMBERS} | {one.id for _, one, _ in NUMBERS}
    assert {one for one in numbers if plainly(one) != one} == set()


def _strings(facts: Any) -> Iterator[str]:
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict | list):
        for one in facts.values() if isinstance(facts, dict) else facts:
            yield from _strings(one)


@pytest.mark.parametrize(("id_", "facts"), list(zip(ORGANISATIONS, FACTS["organisations"], strict=True)))
def test_an_organisation_is_that_of_the_facts_whole_and_nothing_else(id_: str, facts: Any) -> None:
    said = document(id_)
    assert said.state is None
    assert (said.emergency, said.treaties, said.roles_not_found, said.conflicts) == ((), (), (), ())
    assert [body_back(body, "") for body in said.bodies] == [folded(plain(facts))]
    assert said.title == facts["name_en"]


def test_the_comparison_sees_a_changed_digit_and_a_lost_warning() -> None:
    facts = folded(plain(STATES_OF_FACTS["bol"]))
    said = state_back("bol", document("bol"))
    said["bodies"][0]["phones"][0]["number"] = "123"
    assert said != facts
    said = state_back("bol", document("bol"))
    del said["bodies"][0]["warning"]
    assert said != facts


# Counts, as the notes on the facts have them


def test_states_organisations_and_bodies() -> None:
    assert WRITTEN.keys() == {alpha3.lower() for alpha3 in STATES} | set(ORGANISATIONS)
    assert len(STATES_OF_FACTS) == len(STATES) == 35
    bodies = [body for id_ in STATES_OF_FACTS for body in document(id_).bodies]
    assert Counter(body.confidence for body in bodies) == {
        "confirmed": 67,
        "single-source": 63,
        "known-not-looked-up": 38,
    }
    assert sum(not body.numbers for body in bodies) == 99


def test_numbers() -> None:
    assert Counter(number.confidence for _, _, number in NUMBERS) == {
        "confirmed": 57,
        "single-source": 30,
        "known-not-looked-up": 5,
    }
    assert sum(bool(number.from_abroad) for _, _, number in NUMBERS) == 49
    emergency = [number for entry in ENTRIES.values() for number in entry.emergency]
    assert Counter(number.confidence for number in emergency) == {"confirmed": 88, "single-source": 17}


def test_treaties_superseded_numbers_and_conflicts() -> None:
    treaties = [treaty for entry in ENTRIES.values() for treaty in entry.treaties]
    assert Counter(treaty.name for treaty in treaties) == {"palermo-protocol": 35, "untoc": 35}
    old = [old for entry in ENTRIES.values() for one in entry.authorities for old in one.superseded]
    assert len(old) == 6
    assert all(number in one.text for one in old for number in one.numbers)
    assert {entry.alpha3: len(entry.conflicts) for entry in ENTRIES.values() if entry.conflicts} == CONFLICTS


def test_nineteen_states_have_a_confirmed_reporting_line_six_a_doubtful_one_and_ten_none() -> None:
    lines = {
        entry.alpha3: [number.is_confirmed for one in entry.of_role("hotline") for number in one.numbers]
        for entry in ENTRIES.values()
        if entry.alpha3
    }
    assert Counter(any(known) if known else None for known in lines.values()) == {
        True: 19,
        False: 6,
        None: 10,
    }
    assert {alpha3 for alpha3, known in lines.items() if not known} == NO_LINE


# What must be said beside them


def test_the_numbers_to_warn_about_are_those_of_the_notes_for_the_same_reasons() -> None:
    ours = sorted(
        [
            STATES_OF_FACTS[entry.alpha3.lower()]["state"],
            one.name_en,
            number.dial,
            ", ".join(_reasons(one, number)),
        ]
        for entry, one, number in NUMBERS
        if warnings_of(number, one)
    )
    assert ours == sorted(FACTS["warned"])


def _reasons(authority: Authority, number: Number) -> Iterator[str]:
    if not number.is_confirmed:
        yield number.confidence
    if number.warning or authority.warning:
        yield "warning"
    if number.is_old and number.confidence != "known-not-looked-up":
        yield "old" if number.last_seen else "undated"


def test_the_others_are_those_that_the_notes_call_free_of_warnings() -> None:
    ours = sorted(
        f"{STATES_OF_FACTS[entry.alpha3.lower()]['state']}: {one.name_en}, {number.dial} ({number.last_seen})"
        for entry, one, number in NUMBERS
        if not warnings_of(number, one)
    )
    assert ours == sorted(FACTS["unwarned"])
    assert len(ours) + len(FACTS["warned"]) == 92


def test_every_emergency_number_that_is_not_confirmed_is_warned_about() -> None:
    for entry in ENTRIES.values():
        for number in entry.emergency:
            assert bool(warnings_of(number)) is not number.is_confirmed


def test_what_is_not_known_is_said_of_the_states_that_lack_it_and_of_no_other() -> None:
    states = [entry for entry in ENTRIES.values() if entry.alpha3]
    assert {entry.alpha3 for entry in states if no_line(entry)} == NO_LINE
    assert {entry.alpha3 for entry in states if no_emergency(entry)} == NO_EMERGENCY
    assert {entry.alpha3 for entry in states if doubtful_line(entry)} == MAY_BE_DEAD
    assert {entry.alpha3 for entry in states if gaps_of(entry)} == NO_LINE | NO_EMERGENCY | MAY_BE_DEAD


def test_every_state_has_a_number_to_call() -> None:
    best = {entry.alpha3: best_to_call(entry) for entry in ENTRIES.values() if entry.alpha3}
    assert all(best.values())
    kinds = {
        alpha3: calls[0].authority.role if calls[0].authority else "emergency"
        for alpha3, calls in best.items()
    }
    assert {alpha3 for alpha3, role in kinds.items() if role != "hotline"} == NO_LINE | MAY_BE_DEAD
    assert {alpha3: kinds[alpha3] for alpha3 in NO_LINE} == {
        "ATG": "emergency",
        "BLZ": "emergency",
        "CHL": "victim-services",
        "CUB": "emergency",
        "DMA": "emergency",
        "GRD": "emergency",
        "PRY": "emergency",
        "KNA": "emergency",
        "VCT": "emergency",
        "URY": "emergency",
    }
    assert best["CHL"][0].number.dial == "600 818 1000"
    assert best["URY"][0].number.dial == "911"


def test_a_line_of_one_source_of_2016_stands_behind_a_confirmed_one_of_2025() -> None:
    calls = best_to_call(ENTRIES["dom"])
    assert [call.number.dial for call in calls] == ["809-200-1202", "*211", "809-200-7393"]
    assert "5 September 2016" in doubtful_line(ENTRIES["dom"])[0]


def test_who_asks_the_police_asks_for_those_who_take_cases() -> None:
    asked = {id_: asked_instead(ENTRIES[id_]) for id_ in ("atg", "blz", "cub", "ury", "vct", "dma")}
    assert {id_: one.role if one else None for id_, one in asked.items()} == {
        "atg": "police-unit",
        "blz": "police-unit",
        "cub": "prosecution-unit",
        "ury": "police-unit",
        "vct": "police-unit",
        "dma": None,
    }


def test_a_line_that_police_or_prosecutors_answer_says_so() -> None:
    told = {
        (entry.alpha3, who_answers(one).split()[0])
        for entry in ENTRIES.values()
        for one in entry.authorities
        if one.role not in ("police-unit", "prosecution-unit") and who_answers(one)
    }
    assert told == {
        ("CHL", "Law"), ("SLV", "Law"), ("LCA", "Law"), ("PAN", "Law"), ("SUR", "Law"),
        ("DOM", "The"),
    }  # fmt: skip
    for entry in ENTRIES.values():
        for one in entry.authorities:
            said = " ".join((one.name, *(number.note for number in one.numbers))).lower()
            if one.numbers and re.search(r"polic[eí]|politie|carabineros", said):
                assert who_answers(one), (entry.alpha3, one.name)


def test_who_is_not_specific_to_trafficking_is_known() -> None:
    general = {
        (entry.alpha3, one.name_en)
        for entry in ENTRIES.values()
        for one in entry.authorities
        if one.is_general
    }
    assert general == {
        ("CHL", "Investigations Police of Chile"),
        ("COL", "Office of the Attorney General, contact centre"),
        ("DMA", "Domestic violence hotline"),
        ("DOM", "Emergency line *212, Ministry of Women"),
        ("GRD", "Child Protection Authority"),
        ("PRY", "Public Defender, line 133"),
        (
            "CUB",
            "National Action Plan, reported by the Ministry of Foreign Affairs (no commission was found)",
        ),
        ("GRD", "Ministry of National Security (held a training on trafficking in 2019)"),
    }
    for entry in ENTRIES.values():
        for one in entry.authorities:
            said = " ".join((one.note, one.warning, *(number.note for number in one.numbers)))
            if "not specific to trafficking" in said or "not a trafficking unit" in said:
                assert one.is_general


# Numbers hold in the numbering plans


def region(entry: Entry) -> str:
    return entry.alpha2


@pytest.mark.parametrize(
    ("entry", "number"), [(entry, number) for entry, _, number in NUMBERS if number.from_abroad]
)
def test_a_number_from_abroad_is_valid_and_the_one_that_is_dialled_at_home(
    entry: Entry, number: Number
) -> None:
    abroad = phonenumbers.parse(number.e164, None)
    assert phonenumbers.is_valid_number(abroad)
    assert phonenumbers.parse(number.from_abroad, None) == abroad
    assert phonenumbers.parse(_SPELLED.sub("", number.dial), region(entry)) == abroad
    assert number.plan_check == "valid"


@pytest.mark.parametrize(
    ("entry", "number"), [(entry, number) for entry, _, number in NUMBERS if not number.from_abroad]
)
def test_a_short_number_is_known_to_the_plan_or_said_not_to_be(entry: Entry, number: Number) -> None:
    plan = phonenumbers.country_code_for_region(region(entry))
    if number.dialling != "short-code":
        assert number.plan_check in ("valid", "possible")
        parsed = phonenumbers.parse(number.dial, region(entry))
        assert phonenumbers.is_valid_number(parsed) is (number.plan_check == "valid")
        return
    if number.plan_check == "":  # not checked, and the page says so
        return
    short = phonenumbers.PhoneNumber(country_code=plan, national_number=int(number.dial))
    known = shortnumberinfo.is_valid_short_number_for_region(short, region(entry))
    possible = shortnumberinfo.is_possible_short_number_for_region(short, region(entry))
    expected = "known short number" if known else "plausible length" if possible else "not in library"
    assert number.plan_check == expected


def test_only_these_short_numbers_were_not_checked() -> None:
    unchecked = {(entry.alpha3, number.dial) for entry, _, number in NUMBERS if not number.plan_check}
    assert unchecked == {("DOM", "*211"), ("DOM", "*212"), ("USA", "233733")}


def test_a_confirmed_emergency_number_is_one_of_the_numbering_plan() -> None:
    for entry in ENTRIES.values():
        for number in entry.emergency:
            assert number.is_confirmed is shortnumberinfo.is_emergency_number(number.dial, region(entry))
            assert number.is_confirmed is (number.dial in entry.emergency_in_plan)


def test_a_date_of_a_number_is_that_of_one_of_its_sources() -> None:
    for _, one, number in NUMBERS:
        assert number.last_seen in {source.seen_on for source in number.provenance}
        assert number.provenance == one.provenance


# Words


def test_the_documents_say_what_they_are() -> None:
    for id_, written in WRITTEN.items():
        said = document(id_)
        assert written.document.status == "draft"  # type: ignore[union-attr]
        assert said.sources == ("AMPARO-DIR",)
        assert len(said.audience) == 7
        assert said.as_of.isoformat() == FACTS["compiled_on"]
        assert len({body.id for body in said.bodies}) == len(said.bodies)
        assert set(said.names) == {"en", "es", "pt", "fr"}
        if said.state:
            assert id_ == said.state.alpha3.lower()
            assert said.title == said.names["en"] == STATES[said.state.alpha3]


def test_what_an_entry_serves_follows_from_who_is_in_it() -> None:
    served = {id_: set(document(id_).serves) for id_ in WRITTEN}
    assert all("plan/mandate/9" in served[id_] for id_ in STATES_OF_FACTS)
    assert served["oas"] == {"plan/mandate/8", "plan/mandate/9"}
    assert {id_ for id_, items in served.items() if "plan/mandate/10" in items} == set(ORGANISATIONS[1:])
    for id_, entry in ENTRIES.items():
        for item, roles in (
            ("plan/activity/5", ("hotline",)),
            ("plan/activity/14", ("coordinating-body",)),
            ("plan/activity/20", ("police-unit", "prosecution-unit")),
            ("plan/activity/35", ("consular",)),
            ("plan/activity/37", ("victim-services",)),
            ("plan/activity/48", ("child-protection",)),
            ("plan/mandate/8", ("coordinating-body",)),
        ):
            if id_ in ORGANISATIONS:
                continue
            there = [one for role in roles for one in entry.of_role(role)]
            own = [one for one in there if not one.is_general or one.role == "child-protection"]
            assert (item in served[id_]) is bool(own), (id_, item)
    serving = {
        item: {id_ for id_, items in served.items() if f"plan/activity/{item}" in items}
        for item in (18, 33, 40, 49)
    }
    assert serving == {18: set(), 33: set(), 40: {"pry"}, 49: {"sur", "tto"}}, "what is not known is a gap"


def test_no_person_is_named() -> None:
    for entry in ENTRIES.values():
        assert {one.email.partition("@")[0] for one in entry.authorities if one.email} <= OFFICES
        for one in entry.authorities:
            remarks = [one.name, one.name_en, one.note, one.warning]
            remarks += [f"{number.note} {number.warning}" for number in one.numbers]
            for remark in (*remarks, *(conflict.text for conflict in entry.conflicts)):
                assert not _HONORIFIC.search(remark)
                assert not any(name.split()[0] in remark for name in IN_SOURCES)


def test_no_number_that_nobody_should_dial_is_in_the_words_about_conflicts() -> None:
    for entry in ENTRIES.values():
        old = {number for one in entry.authorities for old in one.superseded for number in old.numbers}
        for conflict in entry.conflicts:
            assert not any(re.search(rf"\b{re.escape(number)}\b", conflict.text) for number in old)
            for number in conflict.old_numbers:
                assert "do not dial it" in conflict.text
                assert number in conflict.text
