"""Forms: what is asked, why, and how private the answer is."""

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.core.blocks import Block, Fields, Heading, Lines, Paragraph, prose
from amparo.core.fields import Detail, Field, Option
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import note_of, page_of, text_of
from amparo_resources import schema


@dataclass(frozen=True, slots=True)
class _Words:
    case_code: str = "Case code, as on the first sheet"


_WORDS = {"en": _Words()}


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the form, a passage for each group of fields."""
    document = written.document
    assert isinstance(document, schema.Form)
    words = _WORDS.get(written.lang, _WORDS["en"])
    first: tuple[Block, ...] = (Paragraph(prose(document.intro)), *map(note_of, document.notes))
    blocks: list[Block] = [*first]
    passages = [Passage(title=document.title, text=text_of(first))]
    is_apart = False
    for group in document.groups:
        begins_sheet, is_apart = group.apart != is_apart, group.apart
        said: tuple[Block, ...] = (*map(note_of, group.notes), _fields(group))
        blocks += _group(group.title, said, begins_sheet, words)
        passages.append(Passage(title=f"{document.title}: {group.title}", text=text_of(said)))
    return (page_of(written, tuple(blocks), tuple(passages)),)


def _group(title: str, said: tuple[Block, ...], begins_sheet: bool, words: _Words) -> Iterator[Block]:
    """A group; one that begins a sheet says whose it is, since the sheets before it go another way."""
    yield Heading(title, begins_sheet=begins_sheet)
    if begins_sheet:
        yield Lines((words.case_code,))
    yield from said


def _fields(group: schema.FieldGroup) -> Fields:
    return Fields(
        tuple(map(_field, group.fields)),
        repeats=group.repeats,
        rows=group.rows,
        id=group.id,
        apart=group.apart,
    )


def _field(said: schema.Field) -> Field:
    return Field(
        id=said.id,
        number=said.number or 0,
        label=said.label,
        type=said.type,
        required=said.required,
        minimum=said.minimum,
        reason=said.reason,
        privacy=said.privacy,
        options=_options(said.options),
        details=tuple(
            Detail(id=detail.id, label=detail.label, type=detail.type, options=_options(detail.options))
            for detail in said.details
        ),
        sources=said.sources,
    )


def _options(said: tuple[schema.Option, ...]) -> tuple[Option, ...]:
    return tuple(Option(id=option.id, label=option.label) for option in said)
