"""`amparo assess`: answers from a file, an assessment with its reasons, and bad files told in a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Amparo

GOOD: dict[str, Any] = {
    "checklist": "checklist/pay-papers-fees",
    "age": "adult",
    "answers": {
        "L-P12": "confirmed",
        "L-P10": "confirmed",
        "L-P1": "suspected",
        "L-P2": "no",
        "L-P3": "not-asked",
    },
}


def write(said: object) -> str:
    path = Path("answers.json")
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return str(path)


def test_json_for_another_program(amparo: Amparo) -> None:
    code, out, err = amparo("assess", write(GOOD), "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert [one["dimension"] for one in found["dimensions"]] == ["DR", "CR", "RV", "EX", "CD", "VD"]
    coercion = next(one for one in found["dimensions"] if one["dimension"] == "CD")
    assert coercion["positive"]
    assert {(one["indicator"], one["strength"], *one["signs"]) for one in coercion["deciding"]} == {
        ("Debt bondage", "strong", "L-P10"),
        ("Confiscation of documents", "strong", "L-P12"),
    }
    assert (found["outcome"], found["pattern"]) == ("refer", None)
    assert found["next_steps"]
    assert found["to_establish"] == ["L-P1"]


def test_a_possible_child_is_assessed_as_a_child(amparo: Amparo) -> None:
    def said(age: str) -> Any:
        found = json.loads(amparo("assess", write(GOOD | {"age": age}), "--json").out)
        return {name: found[name] for name in ("dimensions", "outcome", "pattern", "next_steps")}

    assert said("possible-child") == said("child")
    assert said("child")["outcome"] == "act-now"


def test_words_for_a_person_and_no_verdict(amparo: Amparo) -> None:
    code, out, _err = amparo("assess", write(GOOD))
    assert code == 0
    assert out.startswith("Refer\n")
    assert "Coercion at destination: indicated" in out
    assert "This is an indication, not a finding." in out
    assert "To establish: L-P1" in out
    assert not [word for word in ("victim", "cleared", "score ") if word in out.lower()]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", "is no JSON"),
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"checklist": NaN}', "is no JSON"),
        ('{"age": "adult", "age": "child"}', "age is there twice"),
        ("[]", "should be an object"),
        ({}, "should be an object"),
        (GOOD | {"name": "somebody"}, "should be an object"),
        (GOOD | {"checklist": 5}, "checklist should be a text"),
        (GOOD | {"answers": []}, "answers an object"),
        (GOOD | {"checklist": "checklist/nowhere"}, "no checklist called checklist/nowhere"),
        (GOOD | {"checklist": "plan/activity/13"}, "no checklist called plan/activity/13"),
        (GOOD | {"age": "old"}, "age should be one of adult, possible-child, child"),
        (GOOD | {"age": None}, "age should be one of"),
        (GOOD | {"answers": {"L-P12": "yes"}}, "L-P12 should be one of confirmed, suspected, no, not-asked"),
        (GOOD | {"answers": {"L-P12": True}}, "L-P12 should be one of"),
        (GOOD | {"answers": {"B-P1": "confirmed"}}, "no sign called B-P1"),
        (" " * 1_000_001, "too large"),
    ],
    ids=range(18),
)
def test_a_bad_file_is_told_in_a_sentence(amparo: Amparo, said: object, words: str) -> None:
    code, out, err = amparo("assess", write(said), "--json")
    assert (code, out) == (2, "")
    assert words in err
    assert "nothing was kept" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("file", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_is_told(amparo: Amparo, file: str) -> None:
    code, out, err = amparo("assess", file)
    assert (code, out) == (2, "")
    assert "could not be read" in err


def test_not_utf8_is_told(amparo: Amparo) -> None:
    Path("x.json").write_bytes(b"\xff\xfe{}")
    assert amparo("assess", "x.json").code == 2


def test_coverage_names_every_item_and_what_serves_it(amparo: Amparo) -> None:
    found = json.loads(amparo("coverage", "--json").out)
    assert len(found) == 62
    assert "checklist/checkpoint" in found["plan/activity/13"]
    assert found["plan/activity/1"] == []
    code, out, _err = amparo("coverage")
    assert code == 0
    assert "plan/activity/13" in out
    assert "Not in this kit yet" in out
