"""Documents that are data become pages which say all that an officer needs of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from amparo.core.blocks import Heading, Items, Note, Signs, Table, plain
from amparo.library.documents import read_document
from amparo.library.draft import Draft
from amparo.library.pages import PAGES
from tests.library.examples import EXAMPLES

MADE = sorted(name for name in EXAMPLES if name.partition("/")[0] in PAGES)


def page_of(kind: str, change: tuple[str, str] = ("", "")) -> Draft:
    (name,) = (name for name in EXAMPLES if name.startswith(f"{kind}/"))
    written = read_document(name, EXAMPLES[name].replace(*change).encode())
    (page,) = PAGES[kind](written)
    return page


def keys_under_sources(part: Any) -> Iterator[str]:
    """Every source key that a document names, however deep."""
    if isinstance(part, tuple):
        for member in part:
            yield from keys_under_sources(member)
    for name in getattr(part, "__struct_fields__", ()):
        value = getattr(part, name)
        yield from value if name == "sources" else keys_under_sources(value)


@pytest.mark.parametrize("name", MADE)
def test_a_page_says_what_its_document_says_of_itself(name: str) -> None:
    written = read_document(name, EXAMPLES[name].encode())
    (page,) = PAGES[written.kind](written)
    document: Any = written.document
    assert page.id == name.partition(".")[0]
    assert (page.title, page.as_of, page.status) == (document.title, document.as_of, "draft")
    assert (page.serves, page.audience) == (document.serves, document.audience)
    assert page.passages
    assert page.text


@pytest.mark.parametrize("name", MADE)
def test_every_source_that_a_statement_rests_on_is_among_the_pages(name: str) -> None:
    written = read_document(name, EXAMPLES[name].encode())
    (page,) = PAGES[written.kind](written)
    assert page.sources[0] == "SEED", "the document's own come first"
    assert set(keys_under_sources(written.document)) <= set(page.sources)


def test_who_reviewed_it_is_its_status() -> None:
    reviewed = page_of("form", ("status: draft", "status: reviewed\nreviewed_by: police lawyer"))
    assert reviewed.status == "police lawyer"


def test_a_checklist_shows_its_signs_in_their_situation() -> None:
    page = page_of("checklist")
    heading, signs, above, caveats = page.blocks[1:]
    assert heading == Heading("The first look")
    assert isinstance(signs, Signs)
    assert [sign.id for sign in signs.signs] == ["B1", "B2"]
    assert above == Heading("Keep in mind")
    assert isinstance(caveats, Items)
    assert plain(caveats.items[-1]) == "One sign is never a finding. [OAS-2551]"
    assert [sign.id for sign in page.indicators] == ["B1", "B2"]
    assert [len(sign.points_to) for sign in page.indicators] == [1, 0]
    assert [passage.title for passage in page.passages] == [
        "Somebody else holds the passport",
        "Does not know where to",
    ]


def test_a_form_says_why_it_asks_and_how_private_the_answer_is() -> None:
    (table,) = (block for block in page_of("form").blocks if isinstance(block, Table))
    assert table.rows == (("Where it was", "The receiver has to find it.", "P0"),)


def test_a_card_numbers_its_messages() -> None:
    messages, heading, answers = page_of("rights").blocks
    assert isinstance(messages, Items)
    assert messages.numbered
    assert heading == Heading("Answers")
    assert isinstance(answers, Items)
    assert [plain(answer) for answer in answers.items] == ["I understand", "I do not understand"]


def test_a_scenario_gives_the_reason_of_what_is_right() -> None:
    (reason,) = (block for block in page_of("training").blocks if isinstance(block, Note))
    assert plain(reason.text) == "She may then speak freely."


def test_a_number_tells_when_and_where_it_was_last_seen() -> None:
    emergency, hotline = (block for block in page_of("directory").blocks if isinstance(block, Table))
    assert emergency.rows == (("Police", "112", "confirmed", "2026-10-01, Decree on numbers"),)
    assert hotline.rows == (("Hotline", "0800 555 01", "single-source", "2026-09, Leaflet"),)


def test_a_number_not_to_be_dialled_is_not_shown_as_one() -> None:
    page = page_of("directory", ("    service: Hotline", "    service: Hotline\n    do_not_dial: true"))
    assert "0800 555 01" not in page.text
    assert "do not dial" in page.text
    assert not any("0800 555 01" in passage.text for passage in page.passages), "an excerpt would show it"


def test_passages_of_a_state_are_marked_with_it() -> None:
    page = page_of("directory")
    assert {passage.state for passage in page.passages} == {"RUR"}
    assert "Ruritanie" in page.passages[0].text
