"""Printouts to try, and what their pages say."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

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
    Table,
    Verbatim,
    Weights,
    plain,
)
from amparo.core.cards import RightsCard
from amparo.core.fields import Detail, Field
from amparo.core.indicators import Indicator
from amparo.core.model import Edition, Source
from amparo.core.scenes import Scene
from amparo.paper.pages import Pages
from amparo.paper.printout import Printout

EDITION = Edition(version="2026.11.1", issued=date(2026, 11, 3), sha256="0" * 64)
FEW = 3
"""Rows of a table with one for each person, where a test does not ask for another number."""

SEED = Source(key="SEED", title="Draft resolution", publisher="OAS", year="2010", read="read whole")


class Glyph(NamedTuple):
    letter: str
    size_pt: float


def printout(*blocks: Block, **said: Any) -> Printout:
    """A printout of these blocks, with a title, no sources, and no state."""
    common: dict[str, Any] = {"document": "plan/activity/2", "title": "Activity 2", "sources": ()}
    common |= {"edition": EDITION, "as_of": date(2010, 5, 27), "rows": FEW}
    return Printout(blocks=blocks, **(common | said))


def folded(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())


def page_texts(pdf: bytes) -> list[str]:
    """What the pages say, white space folded."""
    with Pages(pdf) as pages:
        return [folded(pages.text(number)) for number in range(pages.count)]


def body(pdf: bytes, said: Printout) -> str:
    """What stands between headers and footers, with the title block left out; checks them on the way."""
    bodies = []
    texts = page_texts(pdf)
    for number, text in enumerate(texts, 1):
        header = folded(f"{said.title} {said.state}")
        foot = f"Content 2026.11.1 of 3 November 2026 {said.fingerprint()} page {number} of {len(texts)}"
        assert text.startswith(header), text
        assert text.endswith(foot), text
        bodies.append(text[len(header) : len(text) - len(foot)])
    title = folded(f"{said.title} {said.subtitle} As of 27 May 2010")
    whole = folded(" ".join(bodies))
    assert whole.startswith(title), whole
    return whole[len(title) :].strip()


def expected(*blocks: Block) -> str:
    """What paper says of these blocks, white space folded."""
    return folded(" ".join(chain.from_iterable(map(_said, blocks))))


def glyphs(pdf: bytes) -> list[Glyph]:
    """All letters of a PDF with their sizes."""
    found = []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            text = page.get_textpage()
            for number, letter in enumerate(text.get_text_range()):
                if not letter.isspace():
                    found.append(Glyph(letter, pdfium.FPDFText_GetFontSize(text, number)))
            text.close()
            page.close()
    return found


def margins_pt(pdf: bytes) -> list[float]:
    """For each page, how near anything drawn comes to its edge."""
    nearest = []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            width, height = page.get_size()
            boxes = [drawn.get_bounds() for drawn in page.get_objects()]
            nearest.append(
                min(min(left, bottom, width - right, height - top) for left, bottom, right, top in boxes)
            )
            page.close()
    return nearest


def _said(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Footnote(text):
            yield text
        case Paragraph(text):
            yield plain(text)
        case Verbatim(text, _, marker, mark):
            yield from (marker, text, mark)
        case Items(items, numbered):
            for number, item in enumerate(items, 1):
                yield from (f"{number}." if numbered else "•", plain(item))
        case Card(items):
            for number, item in enumerate(items, 1):
                yield from (f"{number}.", plain(item))
        case Table(head, rows):
            yield from chain(head, *rows)
        case Note(text, tone, sources, is_small):
            words = {
                "editorial": "Note of the kit",
                "advice": "Advice",
                "warning": "Warning",
                "danger": "Danger",
            }
            if is_small:
                yield from (f"{words[tone]}.", plain(text), f"[{', '.join(sources)}]" if sources else "")
                return
            yield from (words[tone], plain(text))
            if sources:
                yield f"{'Source' if len(sources) == 1 else 'Sources'}: {', '.join(sources)}"
        case _:
            yield from _answered(block)


def _answered(block: Block) -> Iterator[str]:
    match block:
        case Signs(signs):
            yield from ("Confirmed", "Suspected", "No")
            for sign in signs:
                yield from (sign.id, "Danger." if sign.danger else "", sign.short, sign.observation)
        case Weights(signs):
            for sign in signs:
                yield from (sign.id, *_pointed_at(sign), f"[{', '.join(sign.sources)}]")
        case Fields(fields, repeats):
            yield from chain.from_iterable(map(_column if repeats else _asked, fields))
            if repeats and fields[0].type != "number":
                yield from map(str, range(1, (block.rows or FEW) + 1))
        case RightsCard():
            yield from _parts(block)
        case Lines(labels):
            yield from labels
        case Scene():
            yield from (block.situation, block.question)
            yield from (f"{number}. {choice.text}" for number, choice in enumerate(block.choices, 1))


def _pointed_at(sign: Indicator) -> Iterator[str]:
    for place, point in enumerate(sign.points_to):
        assert (point.dimension, point.suggests) == ("CR", True), "say it here, if you need another"
        yield f"{'; ' * bool(place)}Coercive recruitment: {point.indicator} (suggested),"
        yield f"adult {point.adult}, child {point.child}"
    if not sign.points_to:
        yield "not rated: no ILO indicator"


def _column(field: Field) -> Iterator[str]:
    yield field.label


def _asked(field: Field) -> Iterator[str]:
    required = {"yes": " (required)", "no": "", "if-child": " (required for a child)"}
    duty = " (needed before sending)" if field.minimum else required[field.required]
    yield f"{field.number}" if field.number else ""
    yield field.label if field.type == "fixed" else f"{field.label}{duty}"
    yield from _answers(field)
    for detail in field.details:
        yield detail.label
        yield from _answers(detail)


def _answers(asked: Field | Detail) -> Iterator[str]:
    yield from ("Yes", "No") if asked.type == "yes-no" else (option.label for option in asked.options)


def _parts(card: RightsCard) -> Iterator[str]:
    for part in card.parts:
        yield from (part.title, part.caution)
        for number, words, keys in part.rows:
            yield from (number, words, f"[{keys}]" if keys else "")
        yield from part.tiles
