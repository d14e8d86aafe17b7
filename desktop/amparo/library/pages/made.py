"""What pages of all kinds have in common: their words as plain text, and what a document says of itself."""

from amparo.core.blocks import (
    Block,
    Calls,
    Card,
    Cell,
    Contact,
    Fields,
    Heading,
    Items,
    Lines,
    Matrix,
    Note,
    Numbers,
    Paragraph,
    Scan,
    Signs,
    Table,
    Tone,
    Weights,
    plain,
    prose,
)
from amparo.core.cards import RightsCard
from amparo.core.contact_words import authority_text, numbers_text
from amparo.core.fields import Detail, Field
from amparo.core.i18n import N_
from amparo.core.model import PageId
from amparo.core.scenes import Scene
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage, named_sources, status_of
from amparo_resources.schema import Document, Notice


def block_text(block: Block) -> str:
    """The plain words of a block, a line an item or row."""
    match block:
        case Heading(text):
            return text
        case Paragraph(text) | Note(text):
            return plain(text)
        case Items(items) | Card(items):
            return "\n".join(map(plain, items))
        case Table(head, rows):
            return "\n".join(" · ".join(row) for row in (head, *rows))
        case Signs(signs):
            return "\n".join(f"{sign.id} {sign.short}: {sign.observation}" for sign in signs)
        case Fields(fields):
            return "\n".join(map(_field_text, fields))
        case Scene():
            choices = (f"{number}. {choice.text}" for number, choice in enumerate(block.choices, 1))
            return "\n".join((block.situation, block.question, *choices))
        case Numbers() | Contact():
            return _contact_text(block)
        case RightsCard():
            return _card_text(block)
        case Matrix(columns, rows):
            return "\n".join(f"{name}: {_cells_text(columns, cells)}" for name, cells in rows)
        case Lines() | Weights() | Calls() | Scan():
            return ""
    return block.text


def _contact_text(block: Numbers | Contact) -> str:
    """A document is made in its own language: its words are not translated."""
    if isinstance(block, Contact):
        return authority_text(block.authority, block.cited, N_)
    return numbers_text(block.numbers, block.cited, N_)


def _cells_text(columns: tuple[str, ...], cells: tuple[Cell, ...]) -> str:
    wanted = ((name, cell) for name, cell in zip(columns, cells, strict=True) if cell.of)
    return ", ".join(f"{name} {cell.done} of {cell.of}" for name, cell in wanted)


def page_of(written: Written, blocks: tuple[Block, ...], passages: tuple[Passage, ...]) -> Draft:
    """The page of a document that is a page of its own."""
    document = written.document
    assert isinstance(document, Document)
    cited = (key for _path, key in named_sources(document))
    return Draft(
        id=PageId(f"{written.kind}/{written.id}"),
        kind=written.kind,
        lang=written.lang,
        title=document.title,
        text=text_of(blocks),
        audience=document.audience,
        serves=document.serves,
        read_on=document.read_on,
        sources=tuple(dict.fromkeys((*document.sources, *cited))),
        as_of=document.as_of,
        status=status_of(document),
        blocks=blocks,
        passages=passages,
    )


def note_of(notice: Notice) -> Note:
    """A notice as a small note; what rests on no source is the kit's own advice, and says so."""
    tone = Tone.WARNING if notice.warns else Tone.EDITORIAL
    return Note(prose(notice.text), tone if notice.sources else Tone.ADVICE, notice.sources, is_small=True)


def text_of(blocks: tuple[Block, ...]) -> str:
    """The plain words of a page, a paragraph a block."""
    return "\n\n".join(filter(None, map(block_text, blocks)))


def _field_text(field: Field) -> str:
    details = (part for detail in field.details for part in _choice_text(detail))
    return " · ".join((*_choice_text(field), *details, field.reason))


def _choice_text(asked: Field | Detail) -> tuple[str, ...]:
    return (asked.label, *(option.label for option in asked.options))


def _card_text(card: RightsCard) -> str:
    """Every part under its heading; a message that needs confirmation says so in its own line."""
    return "\n\n".join(
        "\n".join(
            (
                part.title,
                *((part.caution,) if part.caution else ()),
                *(f"{number} {words}".strip() for number, words, _keys in part.rows),
                *part.tiles,
            )
        )
        for part in card.parts
    )
