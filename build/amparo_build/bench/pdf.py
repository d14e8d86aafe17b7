"""Paper: a checklist and the whole plan as PDF, beside the same text with reportlab alone."""

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from amparo.core.blocks import Block, Footnote, Heading, Items, Note, Paragraph, Signs, Table, Verbatim, plain
from amparo.core.settings import Paper
from amparo.library.store import Store
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Printout, printout_of
from amparo_build.bench.bare_pdf import Line, bare_pdf
from amparo_build.bench.documents import CHECKLIST, SIGNS
from amparo_build.bench.figures import Row, Series, compared, not_measured
from amparo_build.bench.process import Process, Silent
from amparo_build.bench.programs import module

PLAN = "plan"
_AT_MOST = 3.0
_REPETITIONS_OF_THE_PLAN = 3


def rows(
    folder: Path, environment: Mapping[str, str], scratch: Path, repetitions: int, first_ones: int
) -> Iterator[Row]:
    """A checklist again and again, then as the first that a process prints, then the whole plan."""
    what = f"a checklist of {SIGNS} signs as PDF"
    checklist, plan = printouts(folder)
    yield compared(what, *_again_and_again(checklist, repetitions), _AT_MOST)
    yield _first_row(f"{what}, the first", folder, checklist, environment, scratch, first_ones)
    yield compared("the whole Work Plan as PDF", *_again_and_again(plan, _REPETITIONS_OF_THE_PLAN))


def printouts(folder: Path) -> tuple[Printout, Printout]:
    """The checklist and the plan of a folder of content."""
    with Store(folder) as store:
        checklist, plan = (printout_of(store.page(page), store.edition) for page in (CHECKLIST, PLAN))
    return checklist, plan


def words(printout: Printout) -> list[Line]:
    """All that a printout says, as (whether it is bold, text); headers and footers are not its own."""
    said: list[Line] = [(True, printout.title), (False, printout.subtitle)]
    for block in printout.blocks:
        said += _said(block)
    said += ((False, f"{source.key} {source.title}. {source.publisher}") for source in printout.sources)
    return said


def _said(block: Block) -> Iterator[Line]:
    match block:
        case Heading(text):
            yield True, text
        case Paragraph(text) | Note(text):
            yield False, plain(text)
        case Items(items):
            yield from ((False, f"• {plain(item)}") for item in items)
        case Table(head, table):
            yield from ((False, cell) for row in (head, *table) for cell in row)
        case Signs(signs):
            yield from ((False, f"{sign.id} {sign.short} {sign.observation}") for sign in signs)
        case Verbatim(text, _, marker):
            yield False, f"{marker} {text}"
        case Footnote(text):
            yield False, text


def _again_and_again(printout: Printout, repetitions: int) -> tuple[Series, Series]:
    """In turn, in this process; the first of each does not count."""
    said = words(printout)
    ours, bare = [], []
    for _ in range(repetitions + 1):
        began = time.perf_counter()
        to_pdf(printout, Paper.A4)
        between = time.perf_counter()
        bare_pdf(said)
        ours.append(1000 * (between - began))
        bare.append(1000 * (time.perf_counter() - between))
    return Series("the kit", tuple(ours[1:])), Series("reportlab", tuple(bare[1:]))


def _first_row(
    what: str,
    folder: Path,
    checklist: Printout,
    environment: Mapping[str, str],
    scratch: Path,
    repetitions: int,
) -> Row:
    """With all that a process loads for its first PDF: reportlab, and the fonts."""
    text = scratch / "checklist.json"
    text.write_text(json.dumps(words(checklist)), encoding="utf-8")
    programs = (
        module("the kit", "amparo_build.bench.first_pdf", str(folder)),
        module("reportlab", "amparo_build.bench.bare_pdf", str(text)),
    )
    seen: dict[str, list[float]] = {program.name: [] for program in programs}
    try:
        for _ in range(repetitions + 1):
            for program in programs:
                with Process(program.command, environment) as started:
                    seen[program.name].append(float(started.line()))
    except Silent as error:
        return not_measured(what, str(error))
    ours, bare = (Series(name, tuple(values[1:])) for name, values in seen.items())
    return compared(what, ours, bare, _AT_MOST)
