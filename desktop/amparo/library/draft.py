"""What a document becomes before it is stored: pages, and the passages that search finds them by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amparo.core.blocks import Block
from amparo.core.model import EditorialNote, PageId
from amparo_resources import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a page that can be the answer to a query.

    Attributes:
        tags: further words that find it.
        state: ISO 3166 alpha-3, where it is of one state only.
    """

    title: str
    text: str
    tags: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page, with sources and served items by their keys; otherwise as `amparo.core.model.Page`.

    Attributes:
        shortcuts: what leads straight to it beside its id and title, as `amparo.library.jumps` folds it.
    """

    id: PageId
    kind: str
    lang: str
    title: str
    subject: str = ""
    context: str = ""
    parent: PageId | None = None
    text: str
    footnote: str = ""
    notes: tuple[EditorialNote, ...] = ()
    instruments: tuple[str, ...] = ()
    expects: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    read_on: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    as_of: date
    status: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    shortcuts: tuple[str, ...] = ()


def named_sources(part: object) -> Iterator[tuple[str, str]]:
    """Every source key that a part of a document names, with the path to it: `$.notes[0].sources[1]`."""
    return named(part, "sources")


def named(part: object, field: str, path: str = "$") -> Iterator[tuple[str, str]]:
    """Every (path, name) in the fields so called, however deep they are."""
    if isinstance(part, tuple):
        for place, member in enumerate(part):
            yield from named(member, field, f"{path}[{place}]")
    for name in getattr(part, "__struct_fields__", ()):
        value = getattr(part, name)
        if name == field:
            yield from ((f"{path}.{name}[{n}]", one) for n, one in enumerate(value) if isinstance(one, str))
        else:
            yield from named(value, field, f"{path}.{name}")


def status_of(document: schema.Document) -> str:
    """`draft`, or by what role it was reviewed."""
    return document.reviewed_by or document.status


def notes_of(remarks: tuple[schema.Remark, ...]) -> tuple[EditorialNote, ...]:
    """Remarks of a document as notes of a page."""
    return tuple(EditorialNote(text=remark.text, sources=remark.sources) for remark in remarks)
