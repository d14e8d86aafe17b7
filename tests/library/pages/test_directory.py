"""Whom to call: numbers with their warnings beside them, what is not known, and what nobody should dial."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.core.blocks import Block, Contact, Heading, Items, Note, Numbers, Table, Tone, plain
from amparo.core.model import Kind, Page
from amparo.library.compile import read_documents
from amparo.library.draft import Draft
from amparo.library.manifest import PACK
from amparo.library.pack import read_pack
from amparo.library.pages.directory import pages
from amparo.library.store import Store
from tests.library.examples import pages_of

WITHOUT_LINE = ("  role: hotline\n", "  role: child-protection\n")


@pytest.fixture(scope="module")
def directory(content: Path) -> Iterator[dict[str, Page]]:
    with Store(content) as store:
        yield {head.id: store.page(head.id) for head in store.heads(kind=Kind.DIRECTORY)}


def made(*changes: tuple[str, str]) -> Draft:
    (page,) = pages_of("directory", *changes)
    return page


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def under(blocks: tuple[Block, ...], heading: str) -> list[Block]:
    """What stands between this heading and the next."""
    first = next(place for place, block in enumerate(blocks, 1) if block == Heading(heading))
    rest = blocks[first:]
    end = next((place for place, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return list(rest[:end])


def said(blocks: list[Block]) -> str:
    return " ".join(
        plain(item)
        for block in blocks
        for item in (
            block.items if isinstance(block, Items) else (block.text,) if isinstance(block, Note) else ()
        )
    )


def test_a_page_goes_from_danger_to_where_it_is_from() -> None:
    page = made()
    assert headings(page.blocks) == [
        "Emergency numbers",
        "Reporting line",
        "Police unit",
        "Not found",
        "Do not dial",
        "Treaties",
        "About the state",
        "Where the contacts are from",
    ]
    assert page.context == "Directory of authorities: whom to call"


def test_the_first_numbers_are_those_for_danger() -> None:
    (numbers,) = (block for block in made().blocks if isinstance(block, Numbers))
    assert [(one.service, one.dial) for one in numbers.numbers] == [("police", "112")]
    assert numbers.cited == (1,)
    assert "112, 999. It does not say who answers." in made().text


def test_a_number_tells_when_it_was_last_seen_and_what_to_warn_of() -> None:
    line, unit = (block for block in made().blocks if isinstance(block, Contact))
    assert [number.dial for number in line.authority.numbers] == ["0800 555 01"]
    assert (line.cited, unit.cited) == ((2, 3), (2,))
    for words in (
        "Not confirmed: one source only.",
        "Ask for the night desk.",
        "Last published: September 2026",
        "Source: Leaflet (September 2026) [2, 3]",
    ):
        assert words in made().text


def test_every_source_has_its_place_and_its_address_in_the_list_at_the_end() -> None:
    page = made()
    (listed,) = under(page.blocks, "Where the contacts are from")
    assert isinstance(listed, Items)
    assert listed.numbered
    assert [plain(item) for item in listed.items] == [
        "Decree on numbers, 1 October 2026",
        "Report of the ministry, no date known",
        "Leaflet, September 2026",
        "List of treaties, 2015",
    ]
    assert listed.items[2][0].target == "https://example.org/leaflet"
    (table,) = under(page.blocks, "Treaties")
    assert isinstance(table, Table)
    assert table.rows[0][1:] == (
        "acceded 29 February 2004",
        "no date known",
        "confirmed by two or more publications",
        "4",
    )


def test_a_number_not_to_be_dialled_is_shown_as_such_and_never_as_one_to_call() -> None:
    page = made()
    assert "Do not dial: 555-1234 (leaflet of 2019)." in said(under(page.blocks, "Do not dial"))
    assert "A list of 2010 has 1552 for the line: do not dial it." in said(under(page.blocks, "Do not dial"))
    assert page.text.count("555-1234") == page.text.count("1552") == 1
    assert not any("555-1234" in passage.text + passage.title for passage in page.passages), (
        "an excerpt shows it"
    )
    assert any("555-1234" in passage.tags for passage in page.passages), "it is found all the same"
    assert not any("1552" in passage.text for passage in page.passages)


def test_no_excerpt_has_a_number_without_how_far_it_can_be_trusted() -> None:
    (line,) = (passage for passage in made().passages if "0800 555 01" in passage.text)
    assert "0800 555 01 (one source only, September 2026; see its warnings)" in line.text
    (danger,) = (passage for passage in made().passages if "112" in passage.text)
    assert danger.text == "Police: 112 (confirmed by two or more publications, 1 October 2026)"


def test_passages_are_found_by_the_state_in_every_language_and_by_its_code() -> None:
    page = made()
    assert [passage.title for passage in page.passages] == [
        "Ruritania",
        "Ruritania: emergency numbers",
        "Ruritania: Line against trafficking",
        "Ruritania: Unit against trafficking",
    ]
    for passage in page.passages:
        assert passage.state == "RUR"
        assert {"Ruritania", "Ruritanie", "Kingdom of Ruritania", "RUR"} <= set(passage.tags)
    assert "Police unit" in page.passages[3].text


def test_a_state_without_a_line_says_so_where_the_line_would_be() -> None:
    page = made(WITHOUT_LINE)
    (note,) = under(page.blocks, "Reporting line")
    assert isinstance(note, Note)
    assert note.tone is Tone.WARNING
    assert "No reporting line against trafficking is known to this kit for Ruritania." in plain(note.text)
    assert "Unit against trafficking; its number is not known" in plain(note.text)
    assert "For a child: Line against trafficking." in plain(note.text)


def test_where_sources_disagree_about_no_old_number_that_is_told_by_itself() -> None:
    page = made(("  old_numbers: ['1552']\n", ""))
    assert "1552" in said(under(page.blocks, "Where sources disagree"))
    assert "1552" not in said(under(page.blocks, "Do not dial"))


def test_a_line_that_may_be_dead_says_so_where_it_stands(directory: dict[str, Page]) -> None:
    (note, *_contacts) = under(directory["directory/dom"].blocks, "Reporting line")
    assert isinstance(note, Note)
    assert "First call: Lifeline of the Public Ministry" in plain(note.text)


def test_a_state_without_a_confirmed_number_for_danger_says_so_above_it() -> None:
    page = made(("dial: '112'\n  confidence: confirmed", "dial: '112'\n  confidence: single-source"))
    note, numbers, _about, _caution = under(page.blocks, "Emergency numbers")
    assert isinstance(note, Note)
    assert note.tone is Tone.DANGER
    assert plain(note.text).startswith("No emergency number of Ruritania is confirmed.")
    assert "Or ask: Line against trafficking." in plain(note.text)
    assert isinstance(numbers, Numbers)


def test_a_role_that_was_not_found_says_whom_to_ask() -> None:
    words = said(under(made().blocks, "Not found"))
    assert "Services for victims: No entry was found. Ask instead: Line against trafficking." in words
    assert "Consular protection: Not looked up." in words


def test_an_organisation_has_no_sections_of_a_state() -> None:
    text = "state:\n  alpha2: RU\n  alpha3: RUR\n  calling_code: '+999'\n  official_languages: [es, fr]\n"
    emergency = (
        "emergency:\n- service: police\n  dial: '112'\n  confidence: confirmed\n  provenance:\n"
        "  - {title: Decree on numbers, seen_on: '2026-10-01'}\n"
    )
    page = made((text, ""), (emergency, ""), ("role: hotline", "role: international"))
    assert "Reporting line" not in headings(page.blocks)
    assert "About the state" not in headings(page.blocks)
    assert {passage.state for passage in page.passages} == {""}


def test_names_and_numbers_lead_to_the_page() -> None:
    assert set(made().shortcuts) == {
        "name:ruritania", "name:ruritanie", "name:kingdom of ruritania",
        "tel:080055501", "tel:99980055501", "tel:80055501",
        "tel:5551234", "tel:9995551234", "tel:1552",
    }  # fmt: skip


# The real ones


def test_there_is_a_page_for_every_state_and_organisation(directory: dict[str, Page]) -> None:
    assert len(directory) == 41
    order = [page.title for page in directory.values()]
    assert order[:3] == ["Antigua and Barbuda", "Argentina", "Bahamas"]
    assert order[34:36] == ["Venezuela", "ILO"]


def test_every_page_shows_all_of_its_entry(content: Path, directory: dict[str, Page]) -> None:
    with Store(content) as store:
        for entry in store.entries():
            page = directory[entry.page]
            shown = [block.authority for block in page.blocks if isinstance(block, Contact)]
            assert sorted(one.id for one in shown) == sorted(one.id for one in entry.authorities)
            numbers = [one for block in page.blocks if isinstance(block, Numbers) for one in block.numbers]
            assert tuple(numbers) == entry.emergency
            words = [entry.note, *(conflict.text for conflict in entry.conflicts)]
            words += [f"Do not dial: {old.text}." for one in entry.authorities for old in one.superseded]
            words += [treaty.note for treaty in entry.treaties]
            words += [source.title for one in entry.authorities for source in one.provenance]
            assert [one for one in words if one not in page.text] == []


def test_no_excerpt_of_any_page_can_show_a_number_that_nobody_should_dial(content: Path) -> None:
    documents = read_documents(read_pack((content / PACK).read_bytes()))
    drafts = {
        one.id: one for written in documents if written.kind == Kind.DIRECTORY for one in pages(written)
    }
    with Store(content) as store:
        entries = store.entries()
    found = 0
    for entry in entries:
        old = [number for one in entry.authorities for old in one.superseded for number in old.numbers]
        old += [number for conflict in entry.conflicts for number in conflict.old_numbers]
        words = " ".join(f"{one.title} {one.text}" for one in drafts[entry.page].passages)
        tags = {tag for one in drafts[entry.page].passages for tag in one.tags}
        for number in old:
            found += 1
            assert not re.search(rf"(?<!\d){re.escape(number)}(?!\d)", words), (entry.page, number)
            assert number in tags
    assert found == 9
