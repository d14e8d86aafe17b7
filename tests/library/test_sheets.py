"""Which sheet a fingerprint is from."""

from pathlib import Path

import pytest

from amparo.core.fingerprint import COPIES, fingerprint, read_fingerprint
from amparo.core.model import Kind, PageHead, PageId
from amparo.library.manifest import read_manifest
from amparo.library.search import Search
from amparo.library.sheets import LISTS, Sheet, Sheets
from amparo.library.store import Store

VERSION = "2026.11.1"
BOOTH = PageHead(
    id=PageId("checklist/booth"), kind=Kind.CHECKLIST, lang="en", title="Booth", subject="", parent=None
)


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return Sheets((BOOTH,), VERSION)


@pytest.mark.parametrize("serial", ["", "1", "25", str(COPIES)])
def test_a_sheet_of_the_content_is_found_with_its_copy(sheets: Sheets, serial: str) -> None:
    foot = fingerprint(BOOTH.id, VERSION, serial)
    looks_like = foot.lower().replace("0", "o").replace("1", "l")
    found = sheets.find(foot)
    assert found == Sheet(page=BOOTH, title="Booth", version=VERSION, serial=serial)
    for typed in (f" {foot} ", looks_like, foot.replace("-", ""), foot.replace("-", " ").lower()):
        assert sheets.find(typed) == found
    assert VERSION in found.words
    assert (f"copy {serial} of" in found.words) == bool(serial)


def test_a_list_that_was_printed_has_a_name_and_no_page(sheets: Sheets) -> None:
    found = sheets.find(fingerprint("screen/home", VERSION))
    assert found == Sheet(title=LISTS["screen/home"], version=VERSION)


@pytest.mark.parametrize(
    "foot",
    [
        fingerprint(BOOTH.id, "2025.1.1"),
        fingerprint(BOOTH.id, VERSION, str(COPIES + 1)),
        fingerprint(BOOTH.id, VERSION, salt=b"of a case"),
        fingerprint("case/7", VERSION),
    ],
)
def test_another_foot_is_said_to_be_none_of_this_content(sheets: Sheets, foot: str) -> None:
    found = sheets.find(foot)
    assert found == Sheet(version=VERSION)
    assert "No sheet of content" in found.words


@pytest.mark.parametrize("query", ["", "passport", "ABCD-EFGH-0", "activity 13", "110", "0800 55 33 88 1"])
def test_what_is_no_fingerprint_is_no_sheet(sheets: Sheets, query: str) -> None:
    assert sheets.find(query) is None


def test_a_word_that_could_be_one_is_a_word(sheets: Sheets) -> None:
    words = (f"{a}{b}PQRSTVW" for a in "ABCDEFGH" for b in "ABCDEFGHJKMNPQRSTVWXYZ")
    assert sheets.find(next(filter(read_fingerprint, words))) is None


def test_every_page_of_the_kit_has_a_fingerprint_of_its_own(content: Path) -> None:
    with Store(content) as store:
        documents = (*(head.id for head in store.heads()), *LISTS)
    prints = {fingerprint(document, VERSION, s) for document in documents for s in ("", "1", "25")}
    assert len(prints) == 3 * len(documents)


def test_search_leads_from_a_sheet_to_its_page(content: Path) -> None:
    manifest = read_manifest(content)
    with Store(content) as store:
        version = store.edition.version
    with Search(content, manifest) as search:
        answer = search.ask(fingerprint("checklist/booth", version, "7"))
        assert answer.jump is not None
        assert answer.sheet is not None
        assert (answer.jump.id, answer.sheet.serial) == ("checklist/booth", "7")
        assert search.ask(fingerprint("checklist/booth", "2025.1.1")).jump is None
        assert search.ask("activity 13").sheet is None
