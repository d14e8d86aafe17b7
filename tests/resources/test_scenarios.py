"""Every scenario, and those of the facts against `golden/scenarios.json`."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from amparo.library.documents import read_document
from amparo_build.content import DOCUMENTS, gather
from amparo_resources.schema import Choice, Scenario, Source, Sources, Training

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "scenarios.json").read_text(encoding="utf-8"))
FACTS: dict[str, dict[str, Any]] = {sketch["id"]: sketch for sketch in GOLDEN["scenarios"]}
FOR_PEACEKEEPERS = "peacekeeping"
WITH_FOURTEEN = ("border", "labour")
LEAST_CHOICES = 3
UNLIKE = 2.5  # a choice this many times as long as another gives itself away
VERDICTS = re.compile(
    r"\b(is|are|was|were) (not )?(a |the )?victims?\b"
    r"|\b(is|was|has been|have been) (not )?(being )?trafficked\b"
    r"|\b(is|was) (not )?(a )?traffick(er|ing)\b"
    r"|\bno trafficking\b|\ball clear\b|\bprove[sn]? that\b",
    re.IGNORECASE,
)


def _documents() -> list[tuple[str, Any]]:
    read = [read_document(name, data) for name, data in gather(DOCUMENTS).items() if "/" in name]
    return [(written.id, written.document) for written in read if written.lang == "en"]


TRAININGS = {name: one for name, one in _documents() if isinstance(one, Training)}
SOURCES: dict[str, Source] = {
    source.key: source for _, one in _documents() if isinstance(one, Sources) for source in one.sources
}
SCENARIOS: list[Scenario] = [scenario for one in TRAININGS.values() for scenario in one.scenarios]
OF_FACTS = [scenario for scenario in TRAININGS[FOR_PEACEKEEPERS].scenarios if scenario.id in FACTS]

each_document = pytest.mark.parametrize("name", TRAININGS)
each_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
each_of_the_facts = pytest.mark.parametrize("scenario", OF_FACTS, ids=lambda scenario: scenario.id)


def right_of(scenario: Scenario) -> Choice:
    (right,) = (choice for choice in scenario.choices if choice.right)
    return right


def words_of(text: str) -> set[str]:
    """The words that carry the meaning, without the endings that English gives them."""
    return {re.sub(r"(ed|es|s)$", "", word) for word in re.findall(r"[a-z]{4,}", text.lower())}


# Against the facts


def test_the_facts_are_there_once_and_in_their_order() -> None:
    assert [sketch["facts"] for sketch in FACTS.values()] == [f"S{number}" for number in range(1, 19)]
    assert [scenario.id for scenario in OF_FACTS] == list(FACTS)


@each_of_the_facts
def test_a_scenario_of_the_facts_names_their_sources(scenario: Scenario) -> None:
    assert set(FACTS[scenario.id]["sources"]) <= set(scenario.sources)


@each_of_the_facts
def test_the_right_choice_is_the_one_that_the_facts_call_right(scenario: Scenario) -> None:
    wanted = words_of(FACTS[scenario.id]["right"])
    shared = {choice.right: 0 for choice in scenario.choices}
    for choice in scenario.choices:
        shared[choice.right] = max(shared[choice.right], len(wanted & words_of(choice.text)))
    assert shared[True] > shared[False]


# What every scenario keeps to


def test_there_are_enough_for_each_audience() -> None:
    assert set(TRAININGS) >= {FOR_PEACEKEEPERS, *WITH_FOURTEEN}
    assert {name: len(TRAININGS[name].scenarios) >= 14 for name in WITH_FOURTEEN} == dict.fromkeys(
        WITH_FOURTEEN, True
    )


def test_no_id_and_no_title_is_there_twice() -> None:
    assert [id_ for id_, count in Counter(scene.id for scene in SCENARIOS).items() if count > 1] == []
    assert [said for said, count in Counter(scene.title for scene in SCENARIOS).items() if count > 1] == []


@each_scenario
def test_a_title_is_short(scenario: Scenario) -> None:
    assert 2 <= len(scenario.title.split()) <= 5
    assert not scenario.title.endswith(".")


@each_scenario
def test_one_choice_is_right_and_each_has_a_reason_of_its_own(scenario: Scenario) -> None:
    assert [choice.right for choice in scenario.choices].count(True) == 1
    assert len(scenario.choices) >= LEAST_CHOICES
    assert all(choice.reason.strip() for choice in scenario.choices)
    assert len({choice.reason for choice in scenario.choices}) == len(scenario.choices)
    assert len({choice.text for choice in scenario.choices}) == len(scenario.choices)


@each_scenario
def test_no_choice_stands_out_by_its_length(scenario: Scenario) -> None:
    lengths = [len(choice.text) for choice in scenario.choices]
    assert max(lengths) < UNLIKE * min(lengths)


@each_document
def test_the_right_choice_has_no_place_and_no_length_of_its_own(name: str) -> None:
    scenarios = TRAININGS[name].scenarios
    half = len(scenarios) / 2
    places = Counter(scenario.choices.index(right_of(scenario)) for scenario in scenarios)
    longest = sum(
        len(right_of(scenario).text) == max(len(choice.text) for choice in scenario.choices)
        for scenario in scenarios
    )
    assert max(places.values()) <= half
    assert longest <= half


@each_scenario
def test_a_scenario_rests_on_defined_sources_and_not_on_weak_ones_alone(scenario: Scenario) -> None:
    assert set(scenario.sources) <= set(SOURCES)
    assert [key for key in scenario.sources if not SOURCES[key].weak]
    assert len(set(scenario.sources)) == len(scenario.sources)


@each_scenario
def test_a_right_reason_gives_no_verdict(scenario: Scenario) -> None:
    right = right_of(scenario)
    assert VERDICTS.search(f"{right.text} {right.reason}") is None


@pytest.mark.parametrize(
    "said",
    [
        "She is a victim.",
        "He is not a victim of anything.",
        "They were victims.",
        "She has been trafficked.",
        "It is trafficking.",
        "There is no trafficking here.",
        "It proves that she is held.",
    ],
)
def test_a_verdict_would_be_seen(said: str) -> None:
    assert VERDICTS.search(said)


@each_document
def test_a_document_leads_on(name: str) -> None:
    assert 3 <= len(TRAININGS[name].read_on) <= 5
    assert all(page.startswith("guidance/") for page in TRAININGS[name].read_on)
    assert TRAININGS[name].serves
    assert name in TRAININGS[name].audience
