"""Markdown becomes the kit's blocks: nothing that a writer wrote is lost without a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.core.blocks import Block, Card, Heading, Items, Note, Paragraph, Span, Style, Table, Tone, plain
from amparo.library.documents import Fault, read_document
from amparo.library.draft import Draft
from amparo.library.pages.made import block_text
from amparo.library.pages.prose import pages
from tests.library.examples import GUIDANCE

HEAD = GUIDANCE[: GUIDANCE.index("# Before")]


def page_of(body: str) -> Draft:
    (page,) = pages(read_document("guidance/talk.en.md", (HEAD + body).encode()))
    return page


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks under the summary."""
    return page_of(body).blocks[1:]


def test_the_first_list_of_a_card_is_its_lines() -> None:
    text = (
        HEAD.replace("status: draft\n", "status: draft\ncard: true\n")
        + "Look.\n\n1. one\n2. two\n\n- three\n"
    )
    (page,) = pages(read_document("guidance/talk.en.md", text.encode()))
    assert [type(block) for block in page.blocks] == [Paragraph, Paragraph, Card, Items]
    assert page.blocks[2] == Card(((Span("one"),), (Span("two"),)))


def test_a_card_without_a_list_is_a_fault() -> None:
    text = HEAD.replace("status: draft\n", "status: draft\ncard: true\n") + "Look.\n"
    with pytest.raises(Fault, match="no list to print as a card"):
        pages(read_document("guidance/talk.en.md", text.encode()))


def fault_of(body: str) -> Fault:
    with pytest.raises(Fault) as caught:
        page_of(body)
    return caught.value


def test_the_example_is_drawn_whole() -> None:
    summary, *blocks = page_of(GUIDANCE.removeprefix(HEAD)).blocks
    assert summary == Paragraph((Span("Speak alone, in a language the person chose.", Style.STRONG),))
    assert blocks == [
        Heading("Before you begin", level=1),
        Paragraph(
            (
                Span("Ask "),
                Span("once", Style.EMPHASIS),
                Span(", and "),
                Span("listen", Style.STRONG),
                Span(". See "),
                Span("the activity", target="plan/activity/36"),
                Span(" or "),
                Span("https://example.org/talk", target="https://example.org/talk"),
                Span("."),
            )
        ),
        Items(((Span("water"),), (Span("a chair"),))),
        Items(((Span("greet"),), (Span("explain"),)), numbered=True),
        Table(("Say", "Leave out"), (("You are safe here", "Why did you not run?"),)),
        Note((Span("never through a companion."),), Tone.WARNING),
        Note((Span("The officer writes down the words as they were said."),)),
    ]


def test_a_page_knows_its_document() -> None:
    page = page_of("Text.\n")
    assert (page.id, page.kind, page.lang, page.title) == (
        "guidance/talk",
        "guidance",
        "en",
        "The first talk",
    )
    assert page.serves == ("plan/activity/36",)
    assert page.sources == ("SEED",)
    assert page.audience == ("border", "police")
    assert page.status == "draft"


def test_a_passage_is_a_section() -> None:
    page = page_of("Before all.\n\n## One\n\nFirst.\n\n- and more\n\n## Two\n\nSecond.\n\n## Empty\n")
    assert [(passage.title, passage.text) for passage in page.passages] == [
        ("The first talk", "Speak alone, in a language the person chose.\nBefore all."),
        ("The first talk: One", "First.\nand more"),
        ("The first talk: Two", "Second."),
    ]


@pytest.mark.parametrize(
    ("quotation", "tone"),
    [
        ("> **Advice:** go on", Tone.ADVICE),
        ("> **Warning** go on", Tone.WARNING),
        ("> **DANGER.** go on", Tone.DANGER),
        ("> **Danger**: go on", Tone.DANGER),
        ("> go on", Tone.EDITORIAL),
    ],
)
def test_a_quotation_is_a_note_of_its_tone(quotation: str, tone: Tone) -> None:
    (note,) = blocks_of(quotation)
    assert isinstance(note, Note)
    assert (plain(note.text), note.tone) == ("go on", tone)


def test_a_strong_word_of_another_kind_stays_in_the_note() -> None:
    (note,) = blocks_of("> **Never** go alone.")
    assert isinstance(note, Note)
    assert plain(note.text) == "Never go alone."


@pytest.mark.parametrize("body", [">\n", "> **Warning**\n", "> **Danger:**\n"])
def test_a_note_that_says_nothing_is_a_fault(body: str) -> None:
    assert fault_of(body).field == "body"


def words_of(body: str) -> list[str]:
    return " ".join(map(block_text, blocks_of(body))).split()


@pytest.mark.parametrize(
    "body",
    [
        "> one\n>\n> two",
        "- one\n\n  two",
        "- one\n  - two",
        "- one\n  1. two",
        "one `two` three",
        "one\ntwo",
        "one  \ntwo",
        "one\\\ntwo",
        "one &amp; two",
        "*one* **two** [three](plan)",
        "1. one\n   > two",
        "![one](two.png)",
        "one\n\n    two",
        "one\n\n```\ntwo\n```",
        "one\n\n---\n\ntwo",
        "> - one\n> - two",
    ],
)
def test_no_word_is_lost_or_glued_to_its_neighbour(body: str) -> None:
    """Either the kit draws it with its words apart, or it says that it does not."""
    try:
        words = words_of(body)
    except Fault:
        return
    expected = [word for word in ("one", "two", "three") if word in body]
    assert [word for word in words if word in ("one", "two", "three")] == (
        ["one"] if body.startswith("![") else expected
    )


@pytest.mark.parametrize("strange", ["```\ncode\n```", "---", "    code", "<div>\n\n***"])
def test_what_the_kit_does_not_draw_is_a_fault_with_its_line_in_the_file(strange: str) -> None:
    before = "One paragraph of several words.\n\nAnd another.\n\n"
    fault = fault_of(f"{before}{strange}\n")
    line = (HEAD + before + strange).count("\n") + 1
    assert line - strange.count("\n") <= fault.line <= line
    assert fault.field == "body"


@settings(max_examples=60)
@given(body=st.text(st.sampled_from('ab *_`[](){}<>!#-+|>\n0123.:\\"&~ñ\u202e\U0001f64f'), max_size=60))
def test_any_markdown_is_blocks_or_a_fault(body: str) -> None:
    try:
        blocks = blocks_of(body)
    except Fault as fault:
        assert fault.line <= (HEAD + body).count("\n") + 1  # noqa: PT017 - it may hold, too
        return
    assert all(isinstance(block_text(block), str) for block in blocks)
