"""A document that does not hold is told by file, line and field."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.library.documents import Fault, read_document, read_edition
from tests.library.examples import CHECKLIST, DIRECTORY, EXAMPLES, FORM, GUIDANCE, TRAINING

BOOTH, TALK = "checklist/booth.en.yaml", "guidance/talk.en.md"
RUR, SHEET = "directory/rur.yaml", "form/sheet.en.yaml"
DECREE = "  provenance:\n  - {title: Decree on numbers, seen_on: '2026-10-01'}\n"


def fault_of(file: str, text: str | bytes) -> Fault:
    """The fault that a document is refused for."""
    with pytest.raises(Fault) as caught:
        read_document(file, text.encode() if isinstance(text, str) else text)
    assert caught.value.file == file
    assert str(caught.value).startswith(f"{file}, line {caught.value.line}, ")
    return caught.value


def line_with(text: str, words: str) -> int:
    """The line, from 1, in which these words first stand."""
    return text[: text.index(words)].count("\n") + 1


class Change(NamedTuple):
    """A document with a mistake, and where it is."""

    file: str
    text: str
    old: str
    new: str
    at: str
    field: str
    reason: str


CHANGES = {
    "an unknown key": Change(
        BOOTH,
        CHECKLIST,
        "    short: Does",
        "    colour: red\n    short: Does",
        "colour: red",
        "situations[0].indicators[1].colour",
        "unknown field",
    ),
    "an unknown key at the top": Change(
        BOOTH,
        CHECKLIST,
        "intro:",
        "introduction: x\nintro:",
        "introduction: x",
        "introduction",
        "unknown field",
    ),
    "a key that is missing": Change(
        BOOTH, CHECKLIST, "intro: What can be seen in two minutes.\n", "", "kind:", "", "`intro`"
    ),
    "a wrong type": Change(
        BOOTH,
        CHECKLIST,
        "points_to: []",
        "points_to: none",
        "points_to: none",
        "situations[0].indicators[1].points_to",
        "Expected `array`",
    ),
    "a number that YAML counts": Change(
        RUR, DIRECTORY, "dial: '112'", "dial: 112", "dial: 112", "emergency[0].dial", "Expected `str`"
    ),
    "a word out of no list": Change(
        SHEET, FORM, "privacy: P0", "privacy: P3", "privacy: P3", "groups[0].fields[0].privacy", "P3"
    ),
    "a yes that YAML takes for true": Change(
        SHEET,
        FORM,
        "required: 'yes'",
        "required: yes",
        "required: yes",
        "groups[0].fields[0].required",
        "Expected `str`",
    ),
    "an item that cannot be": Change(
        BOOTH, CHECKLIST, "plan/activity/36", "plan/activity/0", "serves:", "serves[0]", "regex"
    ),
    "no source": Change(
        BOOTH, CHECKLIST, "sources: [SEED]\nas_of", "sources: []\nas_of", "sources: []", "sources", "length"
    ),
    "a date with a time": Change(
        TALK, GUIDANCE, "2026-11-02", "2026-11-02T10:00:00Z", "as_of", "as_of", "date"
    ),
    "another kind": Change(BOOTH, CHECKLIST, "kind: checklist", "kind: form", "kind: form", "kind", "form"),
    "one choice only": Change(
        "training/scenes.en.yaml",
        TRAINING,
        "  - {text: Speak with each alone, right: true, reason: She may then speak freely.}\n",
        "",
        "choices:",
        "scenarios[0].choices",
        "length",
    ),
    "a number from nowhere": Change(RUR, DIRECTORY, DECREE, "", "- service", "emergency[0]", "`provenance`"),
    "a number from an empty list": Change(
        RUR, DIRECTORY, DECREE, "  provenance: []\n", "provenance: []", "emergency[0].provenance", "length"
    ),
    "a number that nobody dated": Change(
        RUR,
        DIRECTORY,
        "{title: Decree on numbers, seen_on: '2026-10-01'}",
        "{title: Decree on numbers}",
        "{title: Decree",
        "emergency[0].provenance[0]",
        "`seen_on`",
    ),
    "a number of an authority from nowhere": Change(
        RUR, DIRECTORY, "    provenance: body\n", "", "- dial: 0800", "bodies[0].numbers[0]", "`provenance`"
    ),
    "a number of an authority from an empty list": Change(
        RUR,
        DIRECTORY,
        "    provenance: body\n",
        "    provenance: []\n",
        "provenance: []",
        "bodies[0].numbers[0].provenance",
        "length",
    ),
    "an authority from nowhere": Change(
        RUR,
        DIRECTORY,
        "  provenance:\n  - {title: Report of the ministry, seen_on: undated}\nroles",
        "roles",
        "- id: unit",
        "bodies[1]",
        "`provenance`",
    ),
    "a number without an age": Change(
        RUR, DIRECTORY, "    last_seen: 2026-09\n", "", "- dial: 0800", "bodies[0].numbers[0]", "`last_seen`"
    ),
    "a month that no calendar has": Change(
        RUR,
        DIRECTORY,
        "last_seen: 2026-09",
        "last_seen: 2026-13",
        "last_seen:",
        "bodies[0].numbers[0].last_seen",
        "regex",
    ),
    "a sign without strength for a child": Change(
        BOOTH,
        CHECKLIST,
        "      child: strong\n",
        "",
        "dimension: CR",
        "situations[0].indicators[0].points_to[0]",
        "`child`",
    ),
    "a sign that does not say whether it is rated": Change(
        BOOTH, CHECKLIST, "    points_to: []\n", "", "- id: B2", "situations[0].indicators[1]", "`points_to`"
    ),
    "a sign without a source": Change(
        BOOTH, CHECKLIST, "    sources: [PAL-3]\n", "", "- id: B1", "situations[0].indicators[0]", "`sources`"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_mistake_is_told_by_file_line_and_field(change: Change) -> None:
    assert change.text.count(change.old) == 1
    text = change.text.replace(change.old, change.new)
    fault = fault_of(change.file, text)
    assert (fault.line, fault.field) == (line_with(text, change.at), change.field)
    assert change.reason in fault.reason


@pytest.mark.parametrize("file", EXAMPLES)
def test_the_examples_have_none_of_them(file: str) -> None:
    assert read_document(file, EXAMPLES[file].encode()).kind == file.partition("/")[0]


def test_a_key_written_twice_is_told_where_it_is_the_second_time() -> None:
    text = CHECKLIST + "title: Once more\n"
    fault = fault_of(BOOTH, text)
    assert fault.line == text.count("\n")
    assert "title is there twice" in fault.reason


def test_a_key_written_twice_below_is_told_too() -> None:
    text = CHECKLIST.replace("    points_to: []\n", "    points_to: []\n    points_to: []\n")
    fault = fault_of(BOOTH, text)
    assert fault.line == line_with(text, "points_to: []") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: At the booth", 'title: "At the booth'),
        ("title: At the booth", "title: At: the booth"),
        ("  indicators:", "\tindicators:"),
        ("title: At the booth", "title: *nowhere"),
        ("title: At the booth", "title: !!python/object:os.system x"),
    ],
)
def test_bad_yaml_is_told_with_its_line(old: str, new: str) -> None:
    text = CHECKLIST.replace(old, new, 1)
    assert 0 < line_with(text, new) <= fault_of(BOOTH, text).line <= text.count("\n") + 1


def test_bad_yaml_in_a_head_is_told_by_the_line_of_the_file() -> None:
    text = GUIDANCE.replace("status: draft", "status: [draft")
    assert fault_of(TALK, text).line > line_with(text, "status:") - 1


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_told(day: str) -> None:
    text = CHECKLIST.replace("2026-11-02", day)
    fault = fault_of(BOOTH, text)
    assert fault.line == line_with(text, day)


def test_a_number_of_thousands_of_digits_is_told() -> None:
    text = CHECKLIST.replace("title: At the booth", "title: " + "9" * 5000)
    assert fault_of(BOOTH, text).line == line_with(text, "title:")


@pytest.mark.parametrize(
    "key", ["? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "1: x\n", "2026-11-02: x\n", "null: x\n", "~: x\n"]
)
def test_a_key_that_is_no_word_is_told(key: str) -> None:
    text = CHECKLIST + key
    assert fault_of(BOOTH, text).line == line_with(text, key)


def test_a_language_that_the_kit_does_not_speak_is_told() -> None:
    text = DIRECTORY.replace("names: {en: Ruritania,", "names: {en: Ruritania, de: Ruritanien,")
    fault = fault_of(RUR, text)
    assert fault.line == line_with(text, "names:")
    assert "names" in fault.field
    assert "`" not in fault.field
    assert "'de'" in fault.reason


def test_bytes_that_are_not_utf8_are_told_with_their_line() -> None:
    latin = CHECKLIST.replace("The first look", "La primera ojeada de Asunción").encode("latin-1")
    fault = fault_of(BOOTH, latin)
    assert fault.line == line_with(CHECKLIST, "The first look")
    assert "UTF-8" in fault.reason


@pytest.mark.parametrize(
    "text", ["", "# The first talk\n", "---\nkind: guidance\n", "\n" + GUIDANCE, "---\n" * 2]
)
def test_markdown_without_a_head_is_told(text: str) -> None:
    assert fault_of(TALK, text).line == 1


def test_a_document_with_the_line_ends_of_windows_is_the_same() -> None:
    for file, text in ((TALK, GUIDANCE), (BOOTH, CHECKLIST)):
        on_windows = read_document(file, text.replace("\n", "\r\n").encode())
        assert on_windows.document == read_document(file, text.encode()).document
        assert on_windows.body.split() == read_document(file, text.encode()).body.split()


@pytest.mark.parametrize("text", ["", "- a\n", "word\n", "5\n", "--- \na: 1\n--- \nb: 2\n", "a: b\nc: \0\n"])
def test_what_is_not_one_record_is_told(text: str) -> None:
    assert fault_of(BOOTH, text).line >= 1


@pytest.mark.parametrize(
    "file",
    [
        "booth.en.yaml",
        "checklist/booth.yaml",
        "checklist/booth.de.yaml",
        "checklist/Booth.en.yaml",
        "checklist/booth.en.yml",
        "checklist/a/booth.en.yaml",
        "checklist/böoth.en.yaml",
        "checklists/booth.en.yaml",
        "../checklist/booth.en.yaml",
        "/checklist/booth.en.yaml",
        "checklist/booth.en.yaml\n",
        "directory/rur.en.yaml",
        "sources/sources.en.yaml",
        "",
    ],
)
def test_a_bad_file_name_is_told(file: str) -> None:
    fault = fault_of(file, CHECKLIST)
    assert "name" in fault.reason


def test_lines_of_fields_are_found_for_who_checks_further() -> None:
    written = read_document(TALK, GUIDANCE.encode())
    assert written.line_of("$.sources[0]") == line_with(GUIDANCE, "sources:")
    assert written.line_of("$.nowhere") == 2
    assert read_document(BOOTH, CHECKLIST.encode()).line_of(
        "$.situations[0].caveats[0].sources[0]"
    ) == line_with(CHECKLIST, "sources: [OAS-2551]")


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode()))
def test_any_bytes_are_a_document_or_a_fault(data: bytes) -> None:
    for file in (BOOTH, TALK):
        with pytest.raises(Fault):
            read_document(file, data)


@pytest.mark.parametrize(
    "text", ["version: 2026.11\nissued: 2026-11-23\n", "version: 2026.11.1\n", "", "version: [\n"]
)
def test_an_edition_that_does_not_hold_is_told(text: str) -> None:
    with pytest.raises(Fault) as caught:
        read_edition(text.encode())
    assert caught.value.file == "edition.yaml"
