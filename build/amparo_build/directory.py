"""From the facts of the directory to its documents, a file a state or organisation.

    python -m amparo_build.directory FACTS_YAML OUT_FOLDER
    python -m amparo_build.directory --golden FACTS_YAML NOTES_MD OUT_JSON

The facts were converted once. Whatever has to change since is changed by hand in
`content/directory/*.yaml`: running this again writes those files anew, and hand-made changes are gone.
The same facts give the same files, byte for byte. Nothing is invented: what the facts do not say is in
`directory_words`, in the catalogues (names of states), or follows from a rule in this file.

`--golden` writes the facts as `tests/golden/directory.json`, which the tests hold the documents against.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import phonenumbers
import yaml

from amparo.core import i18n
from amparo.core.states import STATES
from amparo_build.directory_plain import plainly
from amparo_build.directory_words import (
    ALSO,
    ANSWERED_BY,
    CIVIL_SOCIETY,
    CONFLICTS,
    GENERAL,
    LEGAL_AID,
    OLD_NUMBERS,
    ORGANISATIONS,
    SORTS,
    SUPERSEDED,
)

SOURCE = "AMPARO-DIR"
AS_OF = date(2026, 11, 23)
AUDIENCE = ("border", "labour", "peacekeeping", "police", "consular", "health", "social")
READ_ON = ("guidance/immediate-danger", "guidance/referral-practice", "guidance/first-contact")
SERVES: tuple[tuple[str, frozenset[str]], ...] = (
    ("plan/activity/5", frozenset({"hotline"})),
    ("plan/activity/6", frozenset({"coordinating-body", "police-unit"})),
    ("plan/activity/14", frozenset({"coordinating-body"})),
    ("plan/activity/20", frozenset({"police-unit", "prosecution-unit"})),
    ("plan/activity/25", frozenset({"police-unit", "prosecution-unit"})),
    ("plan/activity/35", frozenset({"consular"})),
    ("plan/activity/37", frozenset({"victim-services"})),
    ("plan/activity/40", frozenset({LEGAL_AID})),
    ("plan/activity/48", frozenset({"child-protection"})),
    ("plan/activity/49", frozenset({CIVIL_SOCIETY})),
    ("plan/mandate/4", frozenset({"police-unit", "prosecution-unit"})),
    ("plan/mandate/8", frozenset({"coordinating-body"})),
)
"""An item is served where a body of one of these roles, or sorts, is there.

Activity 18 is served by nobody: its central authorities are not among the facts.
"""

KEEPER = "oas"
"""Of the Directory of National Authorities, by mandates 8 and 9; the others are those of mandate 10."""

_HEAD = "# Contacts are edited here. A number without provenance does not pass, and ids never change.\n"
_DIALLING = {
    "international": "international",
    "toll-free, may not work from abroad": "toll-free",
    "national only": "national",
}
_LONGEST_ID = 56
_CONFIDENCES = ("confirmed", "single-source", "known-not-looked-up")


class _Flow(list[Any]):
    """A list that is written on one line."""


class _FlowMap(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        """Write everything out: nobody edits an anchor and an alias by hand."""
        return True


_Dumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)
_Dumper.add_representer(
    _FlowMap,
    lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True),
)


def documents(facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every document by its id."""
    names = _state_names()
    made = {state["iso"]["alpha3"].lower(): _state(state, names) for state in facts["states"]}
    for id_, said in zip(ORGANISATIONS, facts["organisations"], strict=True):
        made[id_] = _organisation(id_, said)
    return made


def written(document: dict[str, Any]) -> str:
    """A document as its file says it."""
    return _HEAD + yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=108)


def golden(facts: dict[str, Any], notes: str) -> str:
    """The facts as the tests keep them: a line an entry, keys in order, with the numbers to warn about."""
    warned, unwarned = _warned(notes), _unwarned(notes)
    said = facts | {"warned": warned, "unwarned": unwarned}
    return "".join(_golden_lines(said))


def main(arguments: list[str] | None = None) -> int:
    """Write the documents, or the facts for the tests."""
    parser = argparse.ArgumentParser(description="Make the documents of the directory from its facts.")
    parser.add_argument("--golden", action="store_true", help="write the facts for the tests")
    parser.add_argument("paths", type=Path, nargs="+", help="FACTS_YAML OUT_FOLDER, or FACTS NOTES OUT_JSON")
    chosen = parser.parse_args(arguments)
    if len(chosen.paths) != (3 if chosen.golden else 2):
        parser.error("that is not the number of paths it needs")
    facts = yaml.safe_load(chosen.paths[0].read_text(encoding="utf-8"))
    if chosen.golden:
        notes = chosen.paths[1].read_text(encoding="utf-8")
        chosen.paths[2].write_text(golden(facts, notes), encoding="utf-8")
        return 0
    folder = chosen.paths[1]
    folder.mkdir(parents=True, exist_ok=True)
    made = documents(facts)
    for id_, document in made.items():
        (folder / f"{id_}.yaml").write_text(written(document), encoding="utf-8")
    print(f"{len(made)} documents in {folder}")
    return 0


def _state_names() -> dict[str, dict[str, str]]:
    """The name of each state in each language, as the interface has it."""
    names: dict[str, dict[str, str]] = {alpha3: {} for alpha3 in STATES}
    for lang in i18n.NAMES:
        i18n.use(lang)
        for alpha3, name in STATES.items():
            names[alpha3][lang] = i18n._(name)
    i18n.use(i18n.ENGLISH)
    return names


def _state(said: dict[str, Any], all_names: dict[str, dict[str, str]]) -> dict[str, Any]:
    alpha2, alpha3 = said["iso"]["alpha2"], said["iso"]["alpha3"]
    names = all_names[alpha3]
    roles = {role for body in said["bodies"] for role in _roles(body, alpha3)}
    serves = [item for item, needed in SERVES if roles & needed]
    about = {
        "alpha2": alpha2,
        "alpha3": alpha3,
        "calling_code": said["calling_code"],
        "official_languages": _Flow(said["official_languages"]),
    }
    return _common(names["en"], [*serves, "plan/mandate/9"]) | _without_empty(
        {
            "names": _FlowMap(names),
            "also": _Flow(_also(alpha3, names, said["state"])),
            "state": about,
            "emergency": [_emergency(number) for number in said["emergency"]],
            "emergency_in_plan": _Flow(said["emergency_numbers_in_numbering_plan"]),
            "bodies": _bodies(said["bodies"], alpha2, alpha3),
            "roles_not_found": _Flow(said["roles_not_found"]),
            "treaties": [_treaty(name, treaty) for name, treaty in said["treaties"].items()],
            "conflicts": [_conflict(alpha3, words) for words in CONFLICTS.get(alpha3, ())],
            "note": _en(said.get("note")),
        }
    )


def _roles(said: dict[str, Any], alpha3: str) -> Iterator[str]:
    """What a body is there for; one that is not specific to trafficking is there for children at the most."""
    known_as = (alpha3, said["name_en"])
    if known_as not in GENERAL or said["role"] == "child-protection":
        yield said["role"]
    yield from SORTS.get(known_as, ())


def _organisation(id_: str, said: dict[str, Any]) -> dict[str, Any]:
    serves = ("plan/mandate/8", "plan/mandate/9") if id_ == KEEPER else ("plan/mandate/10",)
    names = ORGANISATIONS[id_]
    return _common(said["name_en"], serves) | {
        "names": _FlowMap(names),
        "also": _Flow(ALSO[id_]),
        "bodies": _bodies([said]),
    }


def _common(title: str, serves: Iterable[str]) -> dict[str, Any]:
    return {
        "kind": "directory",
        "title": title,
        "audience": _Flow(AUDIENCE),
        "serves": _Flow(serves),
        "sources": _Flow([SOURCE]),
        "read_on": _Flow(READ_ON),
        "as_of": AS_OF,
        "status": "draft",
    }


def _also(alpha3: str, names: dict[str, str], said: str) -> Iterator[str]:
    """Other names, the facts' own among them."""
    known = set(names.values())
    for name in dict.fromkeys((said, *ALSO.get(alpha3, ()))):
        if name not in known:
            yield name


def _emergency(said: dict[str, Any]) -> dict[str, Any]:
    return _without_empty(
        {
            "service": said["service"],
            "dial": said["number"],
            "confidence": said["confidence"],
            "note": _en(said.get("note")),
            "warning": _en(said.get("warning")),
            "provenance": _provenance(said),
        }
    )


def _bodies(said: list[dict[str, Any]], alpha2: str = "", alpha3: str = "") -> list[dict[str, Any]]:
    ids: list[str] = []  # of the words of the facts: plainer ones must not change them
    for body in said:
        id_ = _slug(body["name_en"])
        ids.append(f"{id_}-{ids.count(id_) + 1}" if id_ in ids else id_)
    return [_body(body, id_, alpha2, alpha3) for body, id_ in zip(said, ids, strict=True)]


def _body(said: dict[str, Any], id_: str, alpha2: str, alpha3: str) -> dict[str, Any]:
    known_as = (alpha3, said["name_en"])
    return _without_empty(
        {
            "id": id_,
            "name": said["name"],
            "name_en": plainly(said["name_en"]),
            "role": said["role"],
            "confidence": said["confidence"],
            "general": known_as in GENERAL,
            "answered_by": ANSWERED_BY.get(known_as, ""),
            "numbers": [_number(phone, alpha2) for phone in said["phones"]],
            "superseded": [
                {"text": words, "numbers": _Flow(SUPERSEDED[words])}
                for words in said.get("superseded_numbers", ())
            ],
            "email": said["email"],
            "website": said["website"],
            "languages": _Flow(said["languages"]),
            "note": _en(said.get("note")),
            "warning": _en(said.get("warning")),
            "provenance": _provenance(said),
        }
    )


def _number(said: dict[str, Any], alpha2: str) -> dict[str, Any]:
    short = {f"short-code, dial inside {alpha2} only": "short-code"}
    return _without_empty(
        {
            "dial": said["number"],
            "from_abroad": _from_abroad(said["e164"]),
            "kind": said["kind"],
            "hours": said["hours"],
            "dialling": (_DIALLING | short)[said["dialling"]],
            "plan_check": said.get("numbering_plan_check"),
            "confidence": said["confidence"],
            "last_seen": said["number_last_seen"] or "undated",
            "note": _en(said.get("note")),
            "warning": _en(said.get("warning")),
            "provenance": "body",
        }
    )


def _from_abroad(e164: str | None) -> str:
    """The number with spaces where people of its country put them."""
    if not e164:
        return ""
    parsed = phonenumbers.parse(e164, None)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _treaty(name: str, said: dict[str, Any]) -> dict[str, Any]:
    return _without_empty(
        {
            "name": name.replace("_", "-"),
            "status": said["status"],
            "year": said["year"],
            "date": said["date"],
            "signed": said["signed"],
            "confidence": said["confidence"],
            "note": _en(said.get("note")),
            "provenance": _provenance(said),
        }
    )


def _conflict(alpha3: str, words: str) -> dict[str, Any]:
    old = [number for number, state in OLD_NUMBERS.items() if state == alpha3 and number in words]
    return _without_empty({"text": _en(words), "old_numbers": _Flow(old)})


def _provenance(said: dict[str, Any]) -> list[dict[str, Any]]:
    """The first source, and those that agree with it."""
    first = said["source"] | {"seen_on": said["seen_on"]}
    return [
        _without_empty(
            {
                "title": plainly(source["title"]),
                "address": source["address"],
                "seen_on": source["seen_on"] or "undated",
            }
        )
        for source in (first, *said.get("corroboration", ()))
    ]


def _en(words: str | None) -> dict[str, str]:
    told = plainly(words or "")
    return {"en": told} if told else {}


def _without_empty(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, "", [], {}, False)}


def _slug(name: str) -> str:
    """A name as an id: plain letters, no word cut."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    id_ = ""
    for word in re.findall(r"[a-z0-9]+", bare):
        if len(id_) + len(word) >= _LONGEST_ID:
            break
        id_ += f"-{word}" if id_ else word
    return id_


def _warned(notes: str) -> list[list[str]]:
    """The table of numbers to warn about: state, body, number, reasons."""
    table = notes.partition("## Numbers that must be shown with a warning")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return [[row[0], row[1], row[2], row[5]] for row in rows if len(row) == 6 and row[3] in _CONFIDENCES]


def _unwarned(notes: str) -> list[str]:
    """The list of numbers that need no warning, a line each."""
    part = notes.partition("Numbers that need no warning")[2].partition("\n## ")[0]
    return [line.removeprefix("- ") for line in part.splitlines() if line.startswith("- ")]


def _golden_lines(said: dict[str, Any]) -> Iterator[str]:
    yield "{\n"
    names = sorted(said)
    for name in names:
        end = "" if name == names[-1] else ","
        if isinstance(said[name], list):
            lines = ",\n".join(_json(member) for member in said[name])
            yield f"{_json(name)}:[\n{lines}\n]{end}\n"
        else:
            yield f"{_json(name)}:{_json(said[name])}{end}\n"
    yield "}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


if __name__ == "__main__":
    sys.exit(main())
