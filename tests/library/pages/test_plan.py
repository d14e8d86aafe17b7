"""The Work Plan is the OAS's to the letter: rebuilt from the document and held against the seed."""

from hashlib import sha256
from pathlib import Path

import pytest

from amparo.core.blocks import Block, Footnote, Note, Verbatim, plain
from amparo.core.model import Kind, Page
from amparo.library.documents import Written, read_document
from amparo.library.pages.plan import pages, rebuilt
from amparo.library.reader import reading
from amparo.library.store import Store
from amparo_build.content import DOCUMENTS
from amparo_resources.schema import Plan
from tests.library import seed

NAME = "plan/work-plan.en.yaml"


@pytest.fixture(scope="module")
def written() -> Written:
    return read_document(NAME, (DOCUMENTS / NAME).read_bytes())


@pytest.fixture(scope="module")
def plan(written: Written) -> Plan:
    assert isinstance(written.document, Plan)
    return written.document


@pytest.fixture(scope="module")
def plan_pages(content: Path) -> dict[str, Page]:
    with Store(content) as store:
        heads = store.heads(kind=Kind.PLAN)
        return {head.id: store.page(head.id) for head in heads}


def texts_of(block: Block) -> str:
    match block:
        case Verbatim(text) | Footnote(text):
            return text
    raise AssertionError(f"{type(block).__name__} has no place in the plan")


def test_every_activity_and_mandate_is_found_by_the_name_of_the_plan(written: Written) -> None:
    items = [page for page in pages(written) if page.id.startswith(("plan/activity/", "plan/mandate/"))]
    assert len(items) == 62
    assert all("Work Plan" in page.passages[0].tags[0] for page in items)


def test_the_seed_is_the_one_that_was_given() -> None:
    assert sha256(seed.SEED.read_bytes()).hexdigest() == seed.SHA256
    assert len(seed.LINES) - 1 == 252


def test_our_reading_of_the_seed_is_the_mapped_one() -> None:
    assert [one.number for one in seed.RESOLUTION_PARAGRAPHS] == list(range(1, 8))
    assert [one.number for one in seed.ACTIVITIES] == list(range(1, 53))
    assert [one.number for one in seed.MANDATE_ITEMS] == list(range(1, 11))
    assert [one.number for one in seed.ACTIVITIES if one.mark] == [2, 21]


def test_every_line_of_the_seed_is_in_the_document_in_its_order(plan: Plan) -> None:
    lines = [line for line in seed.LINES if line.strip()]
    for number, (ours, theirs) in enumerate(zip(rebuilt(plan), lines, strict=True)):
        assert ours == theirs, f"piece {number}"


def test_the_counts(plan: Plan) -> None:
    activities = [len(pillar.activities) for pillar in plan.pillars]
    assert (len(plan.resolution.preamble), len(plan.resolution.paragraphs)) == (7, 7)
    assert activities == [18, 12, 22]
    assert sum(activities) == 52
    assert len(plan.mandates.items) == 10
    assert len(plan.introduction.paragraphs) == 4
    assert sum(bool(one.footnote) for pillar in plan.pillars for one in pillar.activities) == 2


def test_preamble_and_paragraphs(plan: Plan) -> None:
    assert [clause.text for clause in plan.resolution.preamble] == [seed.LINES[n] for n in seed.PREAMBLE]
    for ours, theirs in zip(plan.resolution.paragraphs, seed.RESOLUTION_PARAGRAPHS, strict=True):
        assert (ours.number, ours.marker, ours.text) == (theirs.number, theirs.marker, theirs.text)


def test_headings(plan: Plan) -> None:
    assert list(plan.resolution.front) == seed.said(1, 8)
    assert plan.resolution.resolves == seed.LINES[27] == "RESOLVES:"
    assert list(plan.introduction.headings) == seed.said(47, 52)
    for pillar, (first, _) in zip(plan.pillars, seed.PILLARS.values(), strict=True):
        assert (pillar.marker, pillar.heading) == (seed.LINES[first], seed.LINES[first + 1])
    assert plan.mandates.heading == seed.LINES[219]


def test_introduction_and_definition(plan: Plan) -> None:
    assert [clause.text for clause in plan.introduction.paragraphs] == [
        seed.LINES[n] for n in seed.INTRODUCTION
    ]
    assert plan.definition.text == seed.LINES[seed.DEFINITION]


def test_activities_and_mandates(plan: Plan) -> None:
    activities = [activity for pillar in plan.pillars for activity in pillar.activities]
    for ours, theirs in zip(
        [*activities, *plan.mandates.items], seed.ACTIVITIES + seed.MANDATE_ITEMS, strict=True
    ):
        assert (ours.number, ours.marker, ours.text, ours.mark) == (
            theirs.number,
            theirs.marker,
            theirs.text,
            theirs.mark,
        )


def test_footnotes_hang_on_activities_2_and_21(plan: Plan) -> None:
    activities = [activity for pillar in plan.pillars for activity in pillar.activities]
    assert {one.number: one.footnote for one in activities if one.footnote} == {
        number: seed.LINES[line] for number, line in seed.FOOTNOTES.items()
    }


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("plan/activity/47", "To encourage member states"),
        ("plan/introduction", "preventing, prosecuting, and penalizing combating trafficking"),
        ("plan/resolution", "AG/RES. 2432 (XXXVIII-08) and AG/RES. 2486 (XXXIX-09)"),
        ("plan/activity/29", "United Nations Convention on Transnational Organized Crime"),
        ("plan/definition", "harboring"),
    ],
)
def test_a_slip_of_the_plan_is_kept(plan_pages: dict[str, Page], page: str, words: str) -> None:
    assert words in plan_pages[page].text


def test_activity_4_has_no_full_stop_after_its_number(plan_pages: dict[str, Page]) -> None:
    (verbatim,) = plan_pages["plan/activity/4"].blocks
    assert isinstance(verbatim, Verbatim)
    assert verbatim.marker == "4"


def test_the_larger_pages_are_their_pieces_to_the_letter(plan_pages: dict[str, Page]) -> None:
    footnote = {"prevention": [seed.LINES[248]], "prosecution": [seed.LINES[251]], "protection": []}
    expected = {
        "plan": [line for line in seed.LINES if line.strip()],
        "plan/resolution": seed.said(1, 46),
        "plan/introduction": seed.said(47, 59),
        "plan/definition": [seed.LINES[60]],
        "plan/mandates": seed.said(*seed.MANDATES),
    } | {f"plan/{name}": seed.said(*lines) + footnote[name] for name, lines in seed.PILLARS.items()}
    for page, lines in expected.items():
        assert plan_pages[page].text == "\n".join(lines), page


def test_there_is_a_page_for_every_piece_and_no_other(plan_pages: dict[str, Page]) -> None:
    items = [f"plan/activity/{n}" for n in range(1, 53)] + [f"plan/mandate/{n}" for n in range(1, 11)]
    items += [f"plan/resolution/{n}" for n in range(1, 8)]
    parts = [
        "resolution",
        "introduction",
        "definition",
        "prevention",
        "prosecution",
        "protection",
        "mandates",
    ]
    assert set(plan_pages) == {"plan", *items, *(f"plan/{part}" for part in parts)}


def test_the_tree_shows_every_page_in_the_plans_order(content: Path) -> None:
    def below(parent: str) -> list[str]:
        return [page for head in store.heads(parent=parent) for page in (head.id, *below(head.id))]

    with Store(content) as store:
        order = ["plan", *below("plan")]
        assert order == [head.id for head in store.heads(kind=Kind.PLAN)]
    activities = [page for page in order if page.startswith("plan/activity/")]
    assert activities == [f"plan/activity/{number}" for number in range(1, 53)]
    assert order.index("plan/prosecution") == order.index("plan/activity/18") + 1
    assert order.index("plan/protection") == order.index("plan/activity/30") + 1


# The kit's words stand apart


def test_nothing_but_the_plans_words_is_in_its_blocks(plan_pages: dict[str, Page]) -> None:
    lines = set(seed.LINES)
    for page in plan_pages.values():
        for block in page.blocks:
            assert texts_of(block) in lines, page.id


def test_no_note_is_inside_the_text(plan_pages: dict[str, Page]) -> None:
    assert sum(len(page.notes) for page in plan_pages.values()) > 10
    texts = "\n".join(page.text + (page.footnote or "") for page in plan_pages.values())
    for page in plan_pages.values():
        for note in page.notes:
            assert note.text not in texts, page.id
            assert note.sources, f"a note of {page.id} rests on nothing"


def test_notes_come_after_the_text_where_a_page_is_read(plan_pages: dict[str, Page]) -> None:
    for page in plan_pages.values():
        read = reading(page)
        assert read[: len(page.blocks)] == page.blocks
        after = read[len(page.blocks) :]
        assert not any(isinstance(block, Verbatim | Footnote) for block in after)
        notes = [plain(block.text) for block in after if isinstance(block, Note)]
        assert notes == [note.text for note in page.notes]


def test_passages_of_the_plan_are_its_own_text(written: Written) -> None:
    everything = "\n".join(seed.LINES)
    for draft in pages(written):
        for passage in draft.passages:
            assert passage.text in everything, draft.id


def test_the_adoption_is_a_note_with_its_source_and_not_in_the_text(plan_pages: dict[str, Page]) -> None:
    whole = plan_pages["plan"]
    assert "2551" not in whole.text
    (adopted, *_) = [note for note in whole.notes if "AG/RES. 2551 (XL-O/10)" in note.text]
    assert "OAS-2551" in adopted.sources
    assert "8 June 2010" in adopted.text


def test_every_item_says_where_it_stands(plan_pages: dict[str, Page]) -> None:
    pillars = {"Prevention": 18, "Prosecution": 12, "Protection": 22}
    contexts = [plan_pages[f"plan/activity/{number}"].context for number in range(1, 53)]
    assert contexts == [
        f"{name} · possible activity for member states"
        for name, count in pillars.items()
        for _ in range(count)
    ]
    for number in range(1, 11):
        assert plan_pages[f"plan/mandate/{number}"].context == "Mandate to the General Secretariat"


def test_every_page_has_a_source_and_a_date(plan_pages: dict[str, Page]) -> None:
    for page in plan_pages.values():
        assert page.sources[0].key == "SEED", page.id
        assert page.as_of.isoformat() == "2010-05-27"
