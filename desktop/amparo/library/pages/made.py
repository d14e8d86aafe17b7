"""What pages of all kinds have in common: their words as plain text, and what a document says of itself."""

from amparo.core.blocks import (
    Block,
    Card,
    Fields,
    Heading,
    Items,
    Lines,
    Note,
    Paragraph,
    Signs,
    Table,
    Weights,
    plain,
)
from amparo.core.model import PageId
from amparo.core.scenes import Scene
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage, named_sources, status_of
from amparo_resources.schema import Document


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
            return "\n".join(" · ".join((field.label, *field.options, field.reason)) for field in fields)
        case Scene():
            choices = (f"{number}. {choice.text}" for number, choice in enumerate(block.choices, 1))
            return "\n".join((block.situation, block.question, *choices))
        case Lines() | Weights():
            return ""
    return block.text


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


def text_of(blocks: tuple[Block, ...]) -> str:
    """The plain words of a page, a paragraph a block."""
    return "\n\n".join(filter(None, map(block_text, blocks)))
