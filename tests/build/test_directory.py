"""From the facts of the directory to its documents: the same each time, in files that people edit."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from amparo.core.states import STATES
from amparo.library.documents import read_document
from amparo_build.content import DOCUMENTS
from amparo_build.directory import documents, golden, main, written
from amparo_build.directory_words import ALSO, CONFLICTS, OLD_NUMBERS, ORGANISATIONS, SUPERSEDED

GOLDEN = Path(__file__).parents[1] / "golden" / "directory.json"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return {name: value for name, value in said.items() if name not in ("warned", "unwarned")}


def test_the_documents_of_the_kit_are_those_that_the_facts_make(facts: dict[str, Any]) -> None:
    """A contact that was edited by hand since has to be taken out here, with the reason."""
    made = {f"{id_}.yaml": written(document) for id_, document in documents(facts).items()}
    assert made == {
        path.name: path.read_text(encoding="utf-8") for path in (DOCUMENTS / "directory").iterdir()
    }


def test_a_run_writes_the_files_and_says_how_many(
    facts: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, folder = tmp_path / "facts.yaml", tmp_path / "out" / "directory"
    source.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for _ in range(2):
        assert main([str(source), str(folder)]) == 0
        assert len(list(folder.iterdir())) == 41
        for path in folder.iterdir():
            assert path.read_bytes() == (DOCUMENTS / "directory" / path.name).read_bytes()
            assert read_document(f"directory/{path.name}", path.read_bytes()).id == path.stem
    assert "41 documents" in capsys.readouterr().out


def test_too_few_paths_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["facts.yaml"])
    assert "number of paths" in capsys.readouterr().err


def test_a_word_that_the_facts_did_not_have_before_is_not_guessed_at(facts: dict[str, Any]) -> None:
    changed = json.loads(json.dumps(facts))
    changed["states"][1]["bodies"][0]["phones"][0]["dialling"] = "by pigeon"
    with pytest.raises(KeyError):
        documents(changed)


def test_the_facts_for_the_tests_are_a_line_an_entry_with_the_numbers_to_warn_about() -> None:
    notes = (
        "## Numbers that must be shown with a warning\n"
        "| State | Body | Number | Confidence | Number last seen | Why |\n|---|---|---|---|---|---|\n"
        "| Ruritania | Line | 1 | single-source | 2019 | old |\n\n"
        "Numbers that need no warning under that rule:\n\n- Ruritania: Line, 2 (2024)\n\n"
        "## What is missing\n- x\n"
    )
    told = golden({"title": "T", "states": [{"b": 1, "a": None}]}, notes)
    assert json.loads(told) == {
        "title": "T",
        "states": [{"b": 1, "a": None}],
        "warned": [["Ruritania", "Line", "1", "old"]],
        "unwarned": ["Ruritania: Line, 2 (2024)"],
    }
    assert '{"a":null,"b":1}\n' in told
    assert told == golden({"states": [{"a": None, "b": 1}], "title": "T"}, notes)


def test_the_words_that_the_facts_do_not_hold_are_of_states_that_there_are() -> None:
    assert set(CONFLICTS) < set(STATES)
    assert set(ALSO) < set(STATES) | set(ORGANISATIONS)
    assert set(OLD_NUMBERS.values()) <= set(CONFLICTS)
    assert all(number in text for text, numbers in SUPERSEDED.items() for number in numbers)
