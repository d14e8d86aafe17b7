"""Pages as they come out: their words, their look, their bytes."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.core.blocks import (
    Block,
    Card,
    Fields,
    Footnote,
    Heading,
    Items,
    Lines,
    Note,
    Paragraph,
    Signs,
    Span,
    Style,
    Table,
    Tone,
    Verbatim,
    VerbatimRole,
    Weights,
    prose,
)
from amparo.core.errors import Cancelled
from amparo.core.fields import Detail
from amparo.core.model import Edition, Source
from amparo.core.settings import Paper
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo_resources import resource
from tests.core.examples import CARD, SCENE, field, options, sign
from tests.paper.printouts import SEED, body, expected, folded, glyphs, margins_pt, page_texts, printout

_MM = 72 / 25.4
_LONG = "Somebody else speaks for the person, keeps the passport and counts the money. " * 200

BLOCKS: dict[str, Block] = {
    "heading": Heading("What serves it"),
    "heading 2": Heading("What serves it", 2),
    "heading 7": Heading("What serves it", 7),
    "paragraph": Paragraph((Span("Look "), Span("fi", Style.STRONG), Span("rst", Style.EMPHASIS), Span("."))),
    "long paragraph": Paragraph(prose(_LONG)),
    "verbatim": Verbatim("Ensure  that\tpolicies \n take a stand ", marker="2.", mark="/"),
    "verbatim title": Verbatim(" WORK PLAN\n\nTO COMBAT", VerbatimRole.TITLE),
    "verbatim heading": Verbatim("POSSIBLE ACTIVITIES", VerbatimRole.HEADING, marker="1."),
    "marker without stop": Verbatim("Protect", marker="4"),
    "marker wider than the margin": Verbatim("Protect", marker="Article 4 bis"),
    "long verbatim": Verbatim(_LONG, marker="13."),
    "footnote": Footnote(" \ufffd.\tBrazil reaffirms"),
    "items": Items((prose("one"), (Span("two ", Style.STRONG), Span("and")), prose(_LONG))),
    "numbered items": Items(tuple(prose("word") for _ in range(120)), numbered=True),
    "table": Table(("Sign", "What you see"), (("Passport", "Somebody keeps it."), ("", "Bruises " * 40))),
    "table with a word too long": Table(("Sign", "Seen"), (("a", "short"), ("b", "here and there"))),
    "signs": Signs((sign(), sign("L-AG3", short="Bruises", danger=True))),
    "weights": Weights((sign(), sign("B-P4", points_to=()), sign("B-P5", sources=("A-1",)))),
    "fields": Fields(
        (
            field(),
            field("long-text", label="What you saw", required="no"),
            field("yes-no", label="Alone", required="if-child"),
            field("choices", label="Needs", options=options("water", "a bed")),
            field("choice", label="Which", options=options(_LONG, "none")),
            field("fixed", label="I was told the rules."),
        )
    ),
    "numbered fields": Fields(
        (
            field(number=7, minimum=True, details=(Detail(id="unit", label="Unit", type="text"),)),
            field("state", number=21, label="Nationality", required="no", options=options("stateless")),
            field(
                "yes-no",
                number=103,
                label="Agreed",
                details=(
                    Detail(id="how", label="How", type="choice", options=options("signed", "by a mark")),
                    Detail(id="sure", label="Sure?", type="yes-no"),
                    Detail(id="when", label="When", type="date"),
                    Detail(id="where", label="Where", type="text"),
                ),
            ),
            field("codes", label="Signs"),
            field("choices", label="Many", options=options(*(f"answer {n}" for n in range(30)))),
        )
    ),
    "a row for each person": Fields((field(), field(label="Signature")), repeats=True),
    "five rows": Fields((field(), field("long-text", label="What it is")), repeats=True, rows=5),
    "rows with a number by hand": Fields((field("number"), field(label="Seal")), repeats=True),
    "rights card": CARD,
    "lines": Lines(("Date", "Place"), 2),
    "scene": SCENE,
    "card": Card((prose("Under 18: never."), prose("Report."))),
    "small items": Items((prose("one"),), is_small=True),
    "note": Note(prose("The number is lost."), sources=("SEED",)),
    "advice": Note(prose("Speak alone."), Tone.ADVICE, ("ILO", "WHO")),
    "small note": Note(prose("Ask first."), Tone.WARNING, ("ILO", "WHO"), is_small=True),
    "small advice": Note(prose(_LONG), Tone.ADVICE, is_small=True),
    "warning": Note(prose("Promise nothing."), Tone.WARNING),
    "danger": Note(prose(_LONG), Tone.DANGER, ("ILO",)),
    "markup": Verbatim('<b>not bold</b> & &amp; <para> "x" </i> %s {}', marker="<1>"),
    "names": Verbatim("Ñandú Çelik-Łukasz Đỗ Guaraní g̃ ỹ “plan” – 2010…"),
}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_paper_says_what_the_block_says(block: Block, paper: Paper) -> None:
    said = printout(block, state="Perú", subtitle="Prevention · for member states")
    assert body(to_pdf(said, paper), said) == expected(block)


@pytest.mark.parametrize("paper", Paper)
def test_all_blocks_together_stay_inside_the_margins_and_are_large_enough(paper: Paper) -> None:
    said = printout(*BLOCKS.values(), sources=(SEED,), title="Ñandú " * 40, state="Saint Vincent " * 9)
    pdf = to_pdf(said, paper)
    assert min(margins_pt(pdf)) >= 12 * _MM
    assert min(glyph.size_pt for glyph in glyphs(pdf)) >= 9.5


def test_the_work_plan_is_on_paper_to_the_letter() -> None:
    plan = yaml.safe_load(resource("content/plan/work-plan.en.yaml").read_text("utf-8"))
    blocks = tuple(_pieces([plan["resolution"], plan["introduction"], plan["pillars"], plan["mandates"]]))
    assert len(blocks) > 80
    said = printout(*blocks)
    assert body(to_pdf(said, Paper.A4), said) == expected(*blocks)


def _pieces(node: Any) -> Any:
    """Whatever the document says in words of the plan, wherever it says it."""
    if isinstance(node, list):
        for part in node:
            yield from [Verbatim(part)] if isinstance(part, str) else _pieces(part)
    elif isinstance(node, dict):
        if "text" in node:
            yield Verbatim(node["text"], marker=node.get("marker", ""), mark=node.get("mark", ""))
        for key in ("heading", "resolves", "footnote"):
            if key in node:
                yield (Footnote if key == "footnote" else Verbatim)(node[key])
        for part in node.values():
            if isinstance(part, list | dict):
                yield from _pieces(part)


def test_sources_stand_at_the_end() -> None:
    said = printout(sources=(SEED, Source(key="X", title="Report.", publisher="", year="", read="")))
    assert body(to_pdf(said, Paper.A4), said) == (
        "Sources SEED Draft resolution. OAS, 2010 (read whole). X Report."
    )


def test_a_web_address_can_be_read_on_paper() -> None:
    link = Paragraph((Span("See "), Span("the text", target="https://oas.example/x"), Span(".")))
    inside = Paragraph((Span("Activity 2", target="plan/activity/2"),))
    said = printout(link, inside)
    assert body(to_pdf(said, Paper.A4), said) == "See the text (https://oas.example/x). Activity 2"


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.A4, 210, 297), (Paper.LETTER, 215.9, 279.4)])
def test_every_page_has_the_size_of_the_paper(paper: Paper, width: float, height: float) -> None:
    with Pages(to_pdf(printout(BLOCKS["danger"]), paper)) as pages:
        assert pages.count > 1
        for number in range(pages.count):
            assert pages.size_pt(number) == pytest.approx((width * _MM, height * _MM), abs=0.05)


def test_the_same_printout_has_the_same_bytes() -> None:
    said = printout(*BLOCKS.values())
    assert to_pdf(said, Paper.A4) == to_pdf(said, Paper.A4)


def test_another_process_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.paper.test_pdf import *\n"
        "sys.stdout.buffer.write(to_pdf(printout(*BLOCKS.values()), Paper.A4))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "USER": "maria", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == to_pdf(printout(*BLOCKS.values()), Paper.A4)


def test_metadata_name_the_document_and_nobody() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(to_pdf(printout(title="Plan\n<2>", lang="es"), Paper.A4))
    told = document.get_metadata_dict(skip_empty=True)
    document.close()
    assert told == {
        "Title": "Plan <2>",
        "Creator": "Amparo",
        "Producer": "Amparo",
        "CreationDate": "D:20261103000000Z",
        "ModDate": "D:20261103000000Z",
    }


def test_language_is_told_and_no_font_of_the_reader_is_named() -> None:
    pdf = to_pdf(printout(*BLOCKS.values(), lang="es"), Paper.A4)
    assert b"/Lang (es)" in pdf
    assert b"Helvetica" not in pdf


@pytest.mark.parametrize("count", [400, 1600])
def test_hundreds_of_items_are_whole_and_in_order(count: int) -> None:
    blocks = tuple(Verbatim("Ensure that nobody is left out. " * 9, marker=f"{n}.") for n in range(count))
    said = printout(*blocks)
    assert body(to_pdf(said, Paper.A4), said) == expected(*blocks)


def test_eight_times_the_items_take_about_eight_times_as_long() -> None:
    def taken_s(count: int) -> float:
        said = printout(*(Verbatim("Ensure it. " * 20, marker="1.") for _ in range(count)))
        begun = time.perf_counter()
        to_pdf(said, Paper.A4)
        return time.perf_counter() - begun

    taken_s(10)
    assert taken_s(1600) < 24 * min(taken_s(200) for _ in range(3))  # 64 times, were it quadratic


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    pdf = to_pdf(printout(BLOCKS["danger"]), Paper.A4, lambda done, total: told.append((done, total)))
    count = len(page_texts(pdf))
    assert told == [*((0, n) for n in range(1, count)), *((n, count) for n in range(1, count + 1))]


@pytest.mark.parametrize("last", [1, 4])
def test_cancelling_ends_it(last: int) -> None:
    ticks = 0

    def tick(_done: int, _total: int) -> None:
        nonlocal ticks
        ticks += 1
        if ticks == last:
            raise Cancelled

    with pytest.raises(Cancelled):
        to_pdf(printout(BLOCKS["danger"]), Paper.A4, tick)
    assert ticks == last
    to_pdf(printout(), Paper.A4)  # and the next one is not held up by it


@pytest.mark.parametrize("lines", range(20, 60))
def test_a_heading_never_stands_alone_at_the_foot(lines: int) -> None:
    said = printout(_filler(lines), Heading("ORPHAN"), Verbatim("text " * 60, marker="1."))
    page = next(text for text in page_texts(to_pdf(said, Paper.A4)) if "ORPHAN" in text)
    assert "ORPHAN 1. text" in page


@pytest.mark.parametrize("lines", range(20, 50))
def test_a_footnote_stays_with_its_mark(lines: int) -> None:
    said = printout(_filler(lines), Verbatim("text " * 60, marker="2.", mark="/"), Footnote("Brazil " * 90))
    for text in page_texts(to_pdf(said, Paper.A4)):
        assert ("text" in text) == ("Brazil" in text)


def _filler(lines: int) -> Block:
    return Paragraph(prose(" ".join(["x" * 60] * lines)))


def test_an_item_is_not_divided_that_a_page_can_hold() -> None:
    blocks: list[Block] = [Verbatim(f"begin{n} {'word ' * 150} end{n}", marker=f"{n}.") for n in range(12)]
    blocks += [Note(prose(f"begin{n} {'word ' * 150} end{n}"), Tone.WARNING) for n in range(12, 24)]
    for text in page_texts(to_pdf(printout(*blocks), Paper.LETTER)):
        assert text.count("begin") == text.count("end")


def test_table_heads_stand_on_every_page_and_rows_stay_whole() -> None:
    rows = tuple((f"first{n}", f"begin {'word ' * 50} end") for n in range(40))
    texts = page_texts(to_pdf(printout(Table(("Sign", "What you see"), rows)), Paper.A4))
    assert len(texts) > 3
    for text in texts:
        assert text.count("Sign What you see") == 1
        assert text.count("begin") == text.count("end") == text.count("first")


@pytest.mark.parametrize("columns", [1, 6, 9, 10, 40])
def test_a_table_of_any_width_keeps_inside_the_margins(columns: int) -> None:
    table = Table(("Head",) * columns, (("W" * 90, *["x y"] * (columns - 1)),) * 3)
    pdf = to_pdf(printout(table), Paper.LETTER)
    assert min(margins_pt(pdf)) >= 12 * _MM
    assert folded(" ".join(page_texts(pdf))).replace(" ", "").count("W" * 90) == 3


def test_a_word_longer_than_a_line_is_cut_but_not_lost() -> None:
    word = "Verschleppung" * 300
    said = printout(Verbatim(word, marker="1."))
    pdf = to_pdf(said, Paper.A4)
    assert body(pdf, said).replace(" ", "") == f"1.{word}"
    assert min(margins_pt(pdf)) >= 12 * _MM


def test_long_words_in_the_footer_never_meet() -> None:
    edition = Edition(version="2026.11.1-" + "9" * 90, issued=date(2026, 11, 3), sha256="")
    text = page_texts(to_pdf(printout(edition=edition, state="S" * 90), Paper.A4))[0]
    assert text.endswith("… 1JYW-K14T-T page 1 of 1")


_any_prose = st.lists(st.builds(Span, st.text(), st.sampled_from(Style)), max_size=4).map(tuple)
_any_block = st.one_of(
    st.builds(Heading, st.text(), st.integers()),
    st.builds(Paragraph, _any_prose),
    st.builds(Verbatim, st.text(), st.sampled_from(VerbatimRole), st.text(), st.text()),
    st.builds(Footnote, st.text()),
    st.builds(Items, st.lists(_any_prose, max_size=4).map(tuple), st.booleans()),
    st.integers(0, 12).flatmap(
        lambda width: st.builds(
            Table,
            *(
                st.tuples(*[st.text()] * width),
                st.lists(st.tuples(*[st.text()] * width), max_size=3).map(tuple),
            ),
        )
    ),
    st.builds(Note, _any_prose, st.sampled_from(Tone), st.lists(st.text(), max_size=3).map(tuple)),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(_any_block, max_size=8), st.text(), st.text(), st.sampled_from(Paper))
def test_any_text_at_all_makes_a_pdf(blocks: list[Block], title: str, state: str, paper: Paper) -> None:
    pdf = to_pdf(printout(*blocks, title=title, subtitle=title, state=state), paper)
    with Pages(pdf) as pages:
        assert "page 1 of" in folded(pages.text(0))
    assert min(margins_pt(pdf)) >= 12 * _MM


@pytest.mark.parametrize("letter", ["\ud800", "\x00", "\x1b", "\uffff", "𝔘", "😀", "م", "→", "☐"])
def test_a_letter_that_cannot_be_printed_leaves_a_sign(letter: str) -> None:
    said = printout(Verbatim(f"be{letter}fore"))
    assert body(to_pdf(said, Paper.A4), said) == "be\ufffdfore"
