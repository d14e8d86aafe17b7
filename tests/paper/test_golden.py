"""Two printouts as they looked when somebody last approved of them: an item of the plan, and a checklist."""

import pytest

from amparo.core.blocks import (
    Footnote,
    Heading,
    Items,
    Note,
    Paragraph,
    Span,
    Style,
    Table,
    Tone,
    Verbatim,
    VerbatimRole,
    prose,
)
from amparo.core.settings import Paper
from amparo.paper.pages import Bitmap
from amparo.paper.pdf import to_pdf
from tests.golden_pdf import GoldenPdf, assert_alike, differing
from tests.paper.printouts import SEED, printout

_BRAZIL = (
    " \ufffd.\tBrazil reaffirms its commitment to the full implementation of the Protocol to Prevent, "
    "Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the "
    "United Nations Convention against Transnational Organized Crime."
)
_ACTIVITY = printout(
    Verbatim("DRAFT RESOLUTION", VerbatimRole.TITLE),
    Verbatim("POSSIBLE ACTIVITIES FOR MEMBER STATES IN PREVENTION", VerbatimRole.HEADING, marker="1."),
    Verbatim(
        "Ensure that public policies against trafficking in persons, whether at the national or "
        "international level, take a comprehensive approach against trafficking in persons (crime "
        "prevention, migration, employment, security, health, and protection of refugees, among others).",
        marker="2.",
        mark="/",
    ),
    Footnote(_BRAZIL),
    Note(
        prose("The footnote's number is lost: a line with a single stroke stands where it was."),
        sources=("SEED",),
    ),
    Heading("What serves it in this kit"),
    Paragraph(prose("A matter of policy: the kit shows it as context and has no field resource for it.")),
    title="Activity 2: Comprehensive public policies",
    subtitle="Prevention · possible activity for member states",
    state="Perú",
    sources=(SEED,),
)
_SIGN = (
    "Papers held by another",
    "The person cannot show a passport, because somebody else keeps it.",
    "strong",
)
_CHECKLIST = printout(
    Paragraph((Span("Look first, then ask. "), Span("One sign is enough to refer.", Style.STRONG))),
    Heading("Documents"),
    Table(("Sign", "What you see", "Strength"), (_SIGN,) * 24),
    Note(prose("Speak with the person alone."), Tone.ADVICE, ("ILO", "WHO")),
    Note(prose("Promise nothing that you cannot keep."), Tone.WARNING),
    Note(prose("Where somebody may be hurt, call the emergency number first."), Tone.DANGER),
    Heading("Then", 2),
    Items((prose("Stay calm."), (Span("Ask one thing "), Span("at a time", Style.EMPHASIS))), numbered=True),
    document="checklist/booth",
    title="At the booth · Ñandú Çelik-Łukasz Đỗ g̃ ỹ",
)


def test_an_item_of_the_plan_on_a4(golden_pdf: GoldenPdf) -> None:
    golden_pdf("activity", to_pdf(_ACTIVITY, Paper.A4))


def test_a_checklist_on_letter(golden_pdf: GoldenPdf) -> None:
    golden_pdf("checklist", to_pdf(_CHECKLIST, Paper.LETTER))


def test_the_comparison_sees_a_missing_word() -> None:
    with pytest.raises(AssertionError):
        assert_alike(to_pdf(printout(title="Another"), Paper.A4), to_pdf(_ACTIVITY, Paper.A4))


def test_the_comparison_sees_pixels() -> None:
    white, black = Bitmap(10, 10, 10, b"\xff" * 100), Bitmap(10, 10, 10, b"\xff" * 97 + b"\0" * 3)
    assert differing(white, white) == 0
    assert differing(white, black) == 0.03
