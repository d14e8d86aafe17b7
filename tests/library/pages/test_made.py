"""What the pages of all kinds say of their documents."""

from collections.abc import Iterator
from typing import Any

import pytest

from amparo.library.documents import read_document
from amparo.library.pages import PAGES
from tests.library.examples import EXAMPLES, pages_of

MADE = sorted(name for name in EXAMPLES if name.partition("/")[0] in PAGES)


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
    page, *parts = PAGES[written.kind](written)
    document: Any = written.document
    assert page.id == name.partition(".")[0]
    assert (page.title, page.as_of, page.status) == (document.title, document.as_of, "draft")
    assert (page.serves, page.audience) == (document.serves, document.audience)
    assert page.passages or all(part.passages for part in parts)
    assert page.text


@pytest.mark.parametrize("name", MADE)
def test_every_source_that_a_statement_rests_on_is_among_the_pages(name: str) -> None:
    written = read_document(name, EXAMPLES[name].encode())
    page = PAGES[written.kind](written)[0]
    assert page.sources[0] == "SEED", "the document's own come first"
    assert set(keys_under_sources(written.document)) <= set(page.sources)


def test_who_reviewed_it_is_its_status() -> None:
    (page,) = pages_of("form", ("status: draft", "status: reviewed\nreviewed_by: police lawyer"))
    assert page.status == "police lawyer"


def test_where_to_read_on_is_taken_along() -> None:
    (page,) = pages_of("form", ("as_of:", "read_on: [plan/activity/36, checklist/booth]\nas_of:"))
    assert page.read_on == ("plan/activity/36", "checklist/booth")
