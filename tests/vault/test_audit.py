"""The log: its chain, its export, and the script that checks it without the kit."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from amparo.vault import connection, header
from amparo.vault.audit import START as START_DIGEST
from amparo.vault.audit import AuditEntry, Deed, digest_of, first_fault, log_lines
from amparo.vault.vault import Vault
from tests.programs import CHECKOUT
from tests.vault.conftest import PASSPHRASE

PAGE = CHECKOUT / "build" / "decisions" / "vault.md"
Reopen = Callable[..., Vault]


def chain(abouts: list[str]) -> list[AuditEntry]:
    made: list[AuditEntry] = []
    for number, about in enumerate(abouts, 1):
        before = made[-1].digest if made else START_DIGEST
        at = f"2026-11-26T08:{number:02}:00+00:00"
        made.append(AuditEntry(number, at, "printed", about, digest_of(before, number, at, "printed", about)))
    return made


few = settings(max_examples=40)
chains = st.lists(st.text(max_size=8), min_size=3, max_size=8).map(chain)


@few
@given(chains)
def test_a_whole_chain_has_no_fault(entries: list[AuditEntry]) -> None:
    assert first_fault(entries) is None


@few
@given(chains, st.data())
def test_any_edit_is_located(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from(["number", "at", "deed", "about", "digest"]))
    was = getattr(entries[at], name)
    others = st.integers(-5, 20) if name == "number" else st.text(max_size=8)
    news: dict[str, Any] = {name: data.draw(others.filter(lambda other: other != was))}
    edited = replace(entries[at], **news)
    assert first_fault([*entries[:at], edited, *entries[at + 1 :]]) == at + 1


@few
@given(chains, st.data())
def test_an_edit_with_its_digest_reckoned_anew_breaks_the_next(
    entries: list[AuditEntry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    was = entries[at]
    before = entries[at - 1].digest if at else START_DIGEST
    digest = digest_of(before, was.number, was.at, was.deed, was.about + "x")
    edited = replace(was, about=was.about + "x", digest=digest)
    assert first_fault([*entries[:at], edited, *entries[at + 1 :]]) == at + 2
    assert first_fault([*entries[:-1], edited]) == len(entries)


@few
@given(chains, st.data())
def test_an_insertion_is_located(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries)))
    number = data.draw(st.sampled_from([at, at + 1]))
    digest = data.draw(st.sampled_from([entry.digest for entry in entries]))
    made = AuditEntry(number, entries[0].at, "printed", "x", digest)
    assert first_fault([*entries[:at], made, *entries[at:]]) == at + 1


@few
@given(chains, st.data())
def test_any_two_that_change_places_are_located(entries: list[AuditEntry], data: st.DataObject) -> None:
    first, second = sorted(data.draw(st.sets(st.integers(0, len(entries) - 1), min_size=2, max_size=2)))
    moved = list(entries)
    moved[first], moved[second] = moved[second], moved[first]
    assert first_fault(moved) == first + 1


@few
@given(chains, st.data())
def test_a_log_that_was_cut_has_another_head(entries: list[AuditEntry], data: st.DataObject) -> None:
    left = entries[: data.draw(st.integers(1, len(entries) - 1))]
    assert first_fault(left) is None, "the chain alone cannot tell"
    assert left[-1].digest != entries[-1].digest


@few
@given(chains, st.data())
def test_a_removal_is_located(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    assert first_fault([*entries[:at], *entries[at + 1 :]]) == at + 1


@few
@given(chains, st.data())
def test_an_exchange_is_located(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    swapped = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
    assert first_fault(swapped) == at + 1


def test_entries_can_be_neither_changed_nor_removed_by_sql(vault: Vault) -> None:
    db = vault.cases._table._db
    for sql in ("UPDATE audit SET about = 'x'", "DELETE FROM audit"):
        with pytest.raises(dbapi2.IntegrityError, match="only added"):
            db.execute(sql)


def test_a_log_that_was_tampered_with_is_seen_at_unlock(vault: Vault, reopen: Reopen) -> None:
    vault.log(Deed.PRINTED, "7K3M-Q0TZ")
    vault.log(Deed.PRINTED, "AAAA-BBBB")
    key = header.unwrap(vault.header, PASSPHRASE)
    vault.close()
    db = connection.connect(vault.folder.database, key)
    db.execute("DROP TRIGGER audit_no_update")
    db.execute("UPDATE audit SET about = 'nothing' WHERE number = 2")
    connection.close(db)
    assert reopen(vault).log_fault == 2


def test_entries_of_a_shift_are_those_since_then(vault: Vault) -> None:
    vault.log(Deed.PRINTED, "7K3M-Q0TZ")
    assert [entry.number for entry in vault.audit.entries("2026-11-26T07:59:00+00:00")] == [1, 2]
    assert vault.audit.entries("2026-11-26T08:00:01+00:00") == ()


# The script of the documentation


@pytest.fixture
def script(tmp_path: Path) -> Path:
    found = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    assert len(found[0].splitlines()) <= 50
    path = tmp_path / "check_log.py"
    path.write_text(found[0], encoding="utf-8")
    return path


@pytest.fixture
def lines(vault: Vault) -> list[str]:
    for about in ("7K3M-Q0TZ", "Ñandú", "2", ""):
        vault.log(Deed.PRINTED, about)
    return list(log_lines(vault.audit.entries()))


def check(script: Path, lines: list[str], *more: str) -> tuple[int, str]:
    return check_bytes(script, "".join(lines).encode(), *more)


def check_bytes(script: Path, data: bytes, *more: str) -> tuple[int, str]:
    log = script.with_name("log.jsonl")
    log.write_bytes(data)
    command = [sys.executable, "-I", str(script), str(log), *more]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert not ran.stderr
    return ran.returncode, ran.stdout


def head_of(lines: list[str]) -> str:
    return str(json.loads(lines[-1])["digest"])


def test_the_script_finds_a_whole_log_whole(script: Path, lines: list[str], vault: Vault) -> None:
    code, said = check(script, lines)
    last = vault.audit.last()
    assert code == 0
    assert last is not None
    assert last.digest in said
    grouped = " ".join(last.digest[at : at + 8] for at in range(0, 64, 8))
    for head in ((grouped,), grouped.split(), (last.digest.upper(),), (head_of(lines[:2]),)):
        assert check(script, lines, *head)[0] == 0


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_log_that_went_through_an_editor_is_whole(
    script: Path, lines: list[str], start: bytes, end: bytes
) -> None:
    code, said = check_bytes(script, start + "".join(lines).encode().replace(b"\n", end))
    assert code == 0, said


@pytest.mark.parametrize("head", ["a", "0" * 64, "7K3M-Q0TZ"])
def test_a_head_counts_only_whole(script: Path, lines: list[str], head: str) -> None:
    code, said = check(script, lines, head)
    assert code == 1
    assert "head" in said
    assert check(script, lines, head_of(lines)[:-1])[0] == 1


def test_the_script_locates_what_was_done_to_a_log(script: Path, lines: list[str]) -> None:
    edited = [*lines[:2], lines[2].replace("Ñandú", "Nandu"), *lines[3:]]
    for tampered, told in (
        (edited, "Entry 3 was changed"),
        ([*lines[:1], *lines[2:]], "Entry 2 is missing"),
        (lines[1:], "Entry 1 is missing"),
        ([*lines[:1], lines[2], lines[1], *lines[3:]], "Entry 3 is out of order: it stands after entry 1"),
        ([*lines, lines[1]], "out of order"),
        ([*lines[:2], "no JSON\n", *lines[2:]], "Line 3"),
        ([*lines[:2], '{"number": 3}\n'], "Line 3"),
        ([*lines[:2], lines[2].replace('"number": 3', '"number": [3]'), *lines[3:]], "Entry 3 is missing"),
        ([*lines[:2], lines[2].replace('"number": 3', '"number": "3"'), *lines[3:]], "Entry 3 is missing"),
        ([*lines[:2], "[" * 100_000 + "\n"], "Line 3"),
        ([*lines[:2], lines[2].replace("}", ', "by": "me"}'), *lines[3:]], "Line 3 was rewritten"),
        ([], "no entry"),
    ):
        code, said = check(script, tampered)
        assert code == 1
        assert told in said, said
    code, said = check(script, lines[:-1], head_of(lines))
    assert code == 1
    assert f"Entries after {len(lines) - 1} were cut off" in said


def test_the_script_agrees_with_the_kit_about_every_line(script: Path, lines: list[str]) -> None:
    """Any letter of a line changed is told as of that line."""
    told: dict[str, Any] = {}
    exec(script.read_text(encoding="utf-8").removesuffix("main()\n"), told)  # noqa: S102 - our own page
    trouble = told["trouble"]
    bare = [line.rstrip("\n") for line in lines]
    assert trouble(bare, "") == ""
    for place, line in enumerate(bare, 1):
        for at in range(len(line)):
            for other in ("0", "x", '"', " "):
                changed = line[:at] + other + line[at + 1 :]
                if changed != line:
                    said = trouble([*bare[: place - 1], changed, *bare[place:]], "")
                    assert re.search(rf"\b{place}\b", said), (changed, said)
