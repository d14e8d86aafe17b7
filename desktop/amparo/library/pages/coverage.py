"""The page of what serves the Work Plan: a matrix of pillars by kind, then every item with its resources.

It is made of all other pages, so that it is never out of date.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from amparo.core.blocks import (
    Block,
    Cell,
    Heading,
    Items,
    Matrix,
    Paragraph,
    Prose,
    Span,
    Style,
    Table,
    prose,
)
from amparo.core.kinds import KIND_NAMES
from amparo.core.model import Kind, PageId
from amparo.library.coverage import PILLARS, RESOURCES, Covered, covered
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import text_of

COVERAGE = PageId("guidance/coverage")
_TITLE = "What serves the Work Plan"
_INTRO = (
    "Every activity and mandate with the resources of this kit that serve it. The kit adds them; the plan "
    "does not ask for them. Which kinds would serve an item in the field is the kit’s own reading."
)
_PILLARS = dict(zip(PILLARS, ("Prevention", "Prosecution", "Protection", "Mandates"), strict=True))


def page(drafts: tuple[Draft, ...], issued: date) -> Draft:
    """The page over these pages.

    Args:
        issued: the day that the content was given out.
    """
    items = covered(drafts)
    blocks = tuple(_blocks(items))
    gaps = (f"{item.number}: {_gaps(item)}" for item in items if item.gaps)
    found_by = "\n".join((_INTRO, "Coverage, traceability, gaps.", *gaps))
    return Draft(
        id=COVERAGE,
        kind=Kind.GUIDANCE,
        lang="en",
        title=_TITLE,
        text=text_of(blocks),
        sources=("SEED", "AMPARO"),
        as_of=issued,
        status="draft",
        blocks=blocks,
        passages=(Passage(title=_TITLE, text=found_by),),
    )


def _blocks(items: tuple[Covered, ...]) -> Iterator[Block]:
    yield Paragraph(prose(_INTRO))
    yield Matrix(tuple(KIND_NAMES[kind] for kind in RESOURCES), tuple(_rows(items)))
    yield Paragraph(prose("A filled square is an item that has what it expects; an empty one is a gap."))
    yield Heading("How many resources serve each item")
    yield Table(("Item", *(KIND_NAMES[kind] for kind in RESOURCES), "Gaps"), tuple(map(_counts, items)))
    for pillar, name in _PILLARS.items():
        yield Heading(name)
        yield Items(tuple(_line(item) for item in items if item.pillar == pillar), is_small=True)


def _rows(items: Iterable[Covered]) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    for pillar, name in _PILLARS.items():
        of_pillar = [item for item in items if item.pillar == pillar]
        yield name, tuple(_cell(of_pillar, kind) for kind in RESOURCES)


def _cell(items: list[Covered], kind: Kind) -> Cell:
    expecting = [item for item in items if kind in item.expects]
    return Cell(sum(bool(item.of_kind(kind)) for item in expecting), len(expecting))


def _counts(item: Covered) -> tuple[str, ...]:
    counts = (str(len(item.of_kind(kind)) or "–") for kind in RESOURCES)
    return (item.number, *counts, _gaps(item) or ("–" if item.expects else "policy"))


def _line(item: Covered) -> Prose:
    head = Span(f"{item.number}: {item.subject}", Style.STRONG, target=item.item)
    return (head, Span(". " + " ".join(filter(None, (_served(item), _missing(item))))))


def _served(item: Covered) -> str:
    """Its resources by kind; the directory has as many as there are states, and is counted."""
    told = []
    for kind in RESOURCES:
        titles = [title for found, _page, title in item.resources if found == kind]
        if kind == Kind.DIRECTORY and titles:
            told.append(f"{KIND_NAMES[kind]}: {len(titles)} entries")
        elif titles:
            told.append(f"{KIND_NAMES[kind]}: {'; '.join(titles)}")
    if told:
        return f"{'. '.join(told)}."
    return "" if item.expects else "A matter of policy: shown as context."


def _missing(item: Covered) -> str:
    return f"Gap: {_gaps(item)}." if item.gaps else ""


def _gaps(item: Covered) -> str:
    return ", ".join(KIND_NAMES[kind].lower() for kind in item.gaps)
