"""The real content on paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amparo.core.settings import Paper
from amparo.library.reader import reading
from amparo.library.store import Store
from amparo.paper.fonts import missing_letters
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import printout_of


@pytest.fixture
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


def test_every_letter_has_a_glyph(store: Store) -> None:
    for head in store.heads():
        page = store.page(head.id)
        sources = (f"{source.title} {source.publisher}" for source in page.sources)
        notes = (note.text for note in page.notes)
        said = " ".join((page.full_title, page.text, page.footnote or "", *notes, *sources))
        assert missing_letters(said) == "", page.id


@pytest.mark.parametrize("paper", Paper)
def test_the_commanders_briefing_is_one_page(store: Store, paper: Paper) -> None:
    page = store.page("guidance/conduct-briefing")
    whole = replace(page, blocks=reading(page))
    with Pages(to_pdf(printout_of(whole, store.edition), paper)) as pages:
        assert pages.count == 1


def test_a_draft_says_so_and_the_plan_is_none(store: Store) -> None:
    said = []
    for name in ("checklist/booth", "plan/activity/13"):
        with Pages(to_pdf(printout_of(store.page(name), store.edition), Paper.A4)) as pages:
            said.append("draft, not yet reviewed" in pages.text(0))
    assert said == [True, False]
