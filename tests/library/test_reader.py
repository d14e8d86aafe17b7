from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amparo.core.blocks import Heading, Items, Note, Paragraph, plain
from amparo.core.kinds import KIND_NAMES
from amparo.core.model import Kind
from amparo.library.reader import citation, reading, source_list
from amparo.library.store import Store
from amparo_resources import schema


@pytest.fixture
def store(enriched: Path) -> Iterator[Store]:
    with Store(enriched) as opened:
        yield opened


def headings(store: Store, page: str) -> list[str]:
    return [block.text for block in reading(store.page(page)) if isinstance(block, Heading)]


def test_an_item_is_read_with_what_it_cites_and_what_serves_it(store: Store) -> None:
    assert headings(store, "plan/activity/18") == ["Instruments it cites", "What serves it in this kit"]
    assert headings(store, "plan/mandate/9") == ["What serves it in this kit"]


def test_what_serves_it_can_be_followed_and_says_its_kind(store: Store) -> None:
    (served,) = (block for block in reading(store.page("plan/activity/36")) if isinstance(block, Items))
    shown = {plain(item): item[0].target for item in served.items}
    assert shown["At the booth · Checklist"] == "checklist/example-booth"
    assert not any("Ruritania" in words for words in shown)


def test_the_states_that_serve_it_are_one_line(store: Store) -> None:
    (line,) = (
        block
        for block in reading(store.page("plan/activity/36"))
        if isinstance(block, Paragraph) and plain(block.text).startswith("Directory: ")
    )
    assert [(span.text, span.target) for span in line.text if span.target] == [
        ("Ruritania", "directory/example-rur")
    ]


def test_gaps_are_named(store: Store) -> None:
    page = replace(store.page("plan/activity/5"), served_by=())
    last = reading(page)[-1]
    assert page.gaps
    assert isinstance(last, Paragraph)
    assert plain(last.text).startswith("Not in this kit yet: ")
    for kind in page.gaps:
        assert KIND_NAMES[kind] in plain(last.text)


def test_an_item_that_nothing_could_serve_says_that_it_is_policy(store: Store) -> None:
    last = reading(store.page("plan/activity/1"))[-1]
    assert isinstance(last, Paragraph)
    assert "matter of policy" in plain(last.text)


def test_a_page_that_is_no_item_has_its_blocks_and_notes_only(store: Store) -> None:
    page = store.page("plan/definition")
    notes = tuple(block for block in reading(page) if isinstance(block, Note))
    assert reading(page) == (*page.blocks, *notes)
    assert [note.sources for note in notes] == [note.sources for note in page.notes]
    talk = store.page("guidance/example-talk")
    assert reading(talk) == talk.blocks


def test_every_kind_that_has_pages_has_a_name() -> None:
    assert {kind.value for kind in KIND_NAMES} == schema.KINDS.keys() - {"sources", "thesaurus"}
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)
    assert Kind.PLAN in KIND_NAMES


def test_a_citation_says_what_from_whom_when_and_in_which_kit(store: Store) -> None:
    said = citation(store.page("plan/activity/13"), "2026.11.1")
    assert said.startswith("Activity 13: ")
    assert "OAS Permanent Council (2010)" in said
    assert "CP/CSH-1155/09 rev. 10" in said
    assert said.endswith("Amparo 2026.11.1.")


def test_the_sources_stand_at_the_end_with_how_much_was_read(content: Path) -> None:
    with Store(content) as store:
        heading, listed = source_list(store.page("plan/activity/52"))
    assert heading == Heading("Sources")
    assert isinstance(listed, Items)
    words = [plain(item) for item in listed.items]
    assert [text.partition(" ")[0] for text in words] == ["SEED", "OAS-2551", "OAS-RTP3"]
    assert "(read whole)" in words[0]
