"""The real content on paper."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amparo.core.blocks import Fields
from amparo.core.fields import Detail, Field
from amparo.core.model import Kind, Page
from amparo.core.settings import Paper
from amparo.library.reader import reading
from amparo.library.store import Store
from amparo.paper.cards import INSET_PT, POCKET, sides
from amparo.paper.fonts import missing_letters
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Form, Printout, printout_of
from tests.paper.printouts import folded, margins_pt, page_texts

_MM = 72 / 25.4
_WORD = re.compile(r"\w+")
OWN = (Kind.CHECKLIST, Kind.GUIDANCE, Kind.FORM, Kind.RIGHTS, Kind.TRAINING)


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


def asked(field: Field, *, with_answers: bool) -> Iterator[str]:
    """What paper says of a field; a column of a table has no answers to tick."""
    yield field.label
    parts: tuple[Field | Detail, ...] = (field, *field.details) if with_answers else ()
    for one in parts:
        yield one.label
        yield from (option.label for option in one.options)


def printed(store: Store, page: Page) -> Printout:
    """The page as the window prints it."""
    return printout_of(replace(page, blocks=reading(page)), store.edition, state="Costa Rica")


@pytest.mark.parametrize("paper", Paper)
def test_every_document_stays_inside_its_margins_and_is_all_there(store: Store, paper: Paper) -> None:
    for head in store.heads():
        page = store.page(head.id)
        if page.kind not in OWN:
            continue
        text = page.text
        if page.kind == Kind.FORM:  # why a field is asked is for the screen
            text = " ".join(
                words
                for block in page.blocks
                if isinstance(block, Fields)
                for field in block.fields
                for words in asked(field, with_answers=not block.repeats)
            )
        pdf = to_pdf(printed(store, page), paper)
        assert min(margins_pt(pdf)) >= 12 * _MM, page.id
        said = set(_WORD.findall(" ".join(page_texts(pdf))))
        assert [word for word in _WORD.findall(text) if word not in said] == [], page.id


@pytest.mark.parametrize("paper", Paper)
def test_a_checklist_is_one_sheet_with_boxes_and_lines(store: Store, paper: Paper) -> None:
    pages = {}
    for head in store.heads(kind=Kind.CHECKLIST):
        with Pages(to_pdf(printed(store, store.page(head.id)), paper)) as opened:
            pages[head.id] = opened.count
            said = folded(" ".join(opened.text(number) for number in range(opened.count)))
        assert "Confirmed Suspected No" in said
        assert "Service number" in said
    assert {page: count for page, count in pages.items() if count > 2} == {}


@pytest.mark.parametrize("page", ["guidance/conduct-briefing", "guidance/this-kit"])
@pytest.mark.parametrize("paper", Paper)
def test_what_is_kept_at_hand_is_one_page(store: Store, paper: Paper, page: str) -> None:
    with Pages(to_pdf(printed(store, store.page(page)), paper)) as pages:
        assert pages.count == 1


def test_the_pocket_card_fits_its_card(store: Store) -> None:
    said = printed(store, store.page("guidance/conduct-pocket-card"))
    assert Form.CARDS in said.forms
    for side in sides(said):
        assert sum(band.before_pt + band.height_pt for band in side) <= POCKET.height_pt - 2 * INSET_PT
    front, back = page_texts(to_pdf(replace(said, form=Form.CARDS), Paper.A4))
    assert front.count("Pocket card") == back.count("Report to:") == 8


@pytest.mark.parametrize("rows", [1, 30, 120])
def test_the_sign_off_sheet_has_a_line_for_everybody(store: Store, rows: int) -> None:
    said = replace(printed(store, store.page("form/conduct-sign-off")), rows=rows)
    texts = page_texts(to_pdf(said, Paper.A4))
    signed = [text for text in texts if "Name and rank, or service number" in text]
    assert f" {rows} " in signed[-1]
    assert f" {rows + 1} " not in folded(" ".join(texts)).partition("Sources")[0].partition("Signed by")[2]
    assert "not a certificate" in texts[0]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["form/referral", "form/consent"])
def test_what_identifies_a_person_is_on_sheets_of_its_own(store: Store, name: str, paper: Paper) -> None:
    page = store.page(name)
    texts = page_texts(to_pdf(printed(store, page), paper))
    first = next(number for number, text in enumerate(texts) if "Case code, as on the first sheet" in text)
    assert first % 2 == 0, "not the back of a sheet that goes another way"
    before, after = " ".join(texts[:first]), " ".join(texts[first:])
    fields = [field for block in page.blocks if isinstance(block, Fields) for field in block.fields]
    assert {field.privacy for field in fields} == {"P0", "P1", "P2"}
    for field in fields:
        words = field.label if name == "form/consent" else f"{field.number} {field.label}"
        if (name, field.label) != ("form/consent", "Date"):  # of consent taken back, and of a signature
            assert words in (after if field.privacy == "P2" else before)
            assert words not in (before if field.privacy == "P2" else after)


@pytest.mark.parametrize("paper", Paper)
def test_a_referral_is_three_pages_and_a_sealed_one(store: Store, paper: Paper) -> None:
    texts = page_texts(to_pdf(printed(store, store.page("form/referral")), paper))
    assert "43 Destroy or review on" in texts[2]
    assert "21 Nationality" in texts[4]
    assert "39 Disability" in texts[4]
    assert len(texts) == 6, "the back of the third, and the sources, on the back of the sealed one"


def test_the_evidence_sheet_has_its_own_number_of_rows(store: Store) -> None:
    said = printed(store, store.page("form/evidence"))
    assert not said.has_rows
    assert to_pdf(replace(said, rows=200), Paper.A4) == to_pdf(said, Paper.A4)


def test_a_message_that_needs_confirmation_says_so_on_paper(store: Store) -> None:
    said = folded(" ".join(page_texts(to_pdf(printed(store, store.page("rights/card")), Paper.A4))))
    mark = "(only where your state has confirmed it)"
    assert said.count(mark) == 13  # twelve, and one of them on the card for children too
    assert f"You can have an interpreter. Tell us if you do not trust this one. {mark}" in said
    assert said.index("You can stop at any time.") < said.index("Only where your state has confirmed it")


def test_a_draft_says_so_and_the_plan_is_none(store: Store) -> None:
    said = []
    for name in ("checklist/booth", "plan/activity/13"):
        with Pages(to_pdf(printout_of(store.page(name), store.edition), Paper.A4)) as pages:
            said.append("draft, not yet reviewed" in pages.text(0))
    assert said == [True, False]
