"""Prose in Markdown: a page a document, a passage a section."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from amparo.core.blocks import (
    Block,
    Card,
    Heading,
    Items,
    Note,
    Paragraph,
    Prose,
    Span,
    Style,
    Table,
    Tone,
    plain,
)
from amparo.library.documents import Fault, Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import block_text, page_of
from amparo_resources.schema import Guidance

_STYLES = {"strong": Style.STRONG, "em": Style.EMPHASIS}
_TONES = {"advice": Tone.ADVICE, "warning": Tone.WARNING, "danger": Tone.DANGER}


def pages(written: Written) -> tuple[Draft, ...]:
    """The one page of a guidance document.

    Raises: Fault, where the Markdown has something that the kit does not draw.
    """
    document = written.document
    assert isinstance(document, Guidance)
    body = _with_card(written) if document.card else blocks_of(written)
    blocks = (Paragraph((Span(document.summary, Style.STRONG),)), *body)
    return (page_of(written, blocks, tuple(_passages(document.title, blocks))),)


def blocks_of(written: Written) -> tuple[Block, ...]:
    """The Markdown under a document's head as blocks: headings, paragraphs, lists, tables, and notes.

    A quotation that begins with **Advice**, **Warning** or **Danger** is a note of that tone.
    """
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(written.body)
    return tuple(_block(node, written) for node in SyntaxTreeNode(tokens).children)


def _with_card(written: Written) -> tuple[Block, ...]:
    """The blocks with the first list as a card."""
    blocks = blocks_of(written)
    for place, block in enumerate(blocks):
        if isinstance(block, Items):
            return (*blocks[:place], Card(block.items), *blocks[place + 1 :])
    raise Fault(written.file, written.body_line, "card", "there is no list to print as a card")


def _passages(title: str, blocks: tuple[Block, ...]) -> Iterator[Passage]:
    heading, lines = title, list[str]()
    for block in blocks:
        if not isinstance(block, Heading):
            lines.append(block_text(block))
            continue
        if lines:
            yield Passage(title=heading, text="\n".join(lines))
        heading, lines = f"{title}: {block.text}", []
    if lines:
        yield Passage(title=heading, text="\n".join(lines))


class _Faulty(Exception):
    """Something that the kit does not draw, and why."""

    def __init__(self, node: SyntaxTreeNode, reason: str = "") -> None:
        super().__init__(reason or f"the kit does not draw this: {node.type}")


def _block(node: SyntaxTreeNode, written: Written) -> Block:
    try:
        return _drawn(node)
    except _Faulty as fault:
        line = written.body_line + (node.map[0] if node.map else 0)
        raise Fault(written.file, line, "body", str(fault)) from fault


def _drawn(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return Heading(plain(_prose(node)), level=int(node.tag[1:]))
        case "paragraph":
            return Paragraph(_prose(node))
        case "bullet_list" | "ordered_list":
            items = tuple(_paragraphs(item) for item in node.children)
            return Items(items, numbered=node.type == "ordered_list")
        case "table":
            rows = tuple(_row(row) for part in node.children for row in part.children)
            return Table(rows[0], rows[1:])
        case "blockquote":
            return _note(node)
    raise _Faulty(node)


def _row(row: SyntaxTreeNode) -> tuple[str, ...]:
    return tuple(plain(_prose(cell)) for cell in row.children)


def _note(node: SyntaxTreeNode) -> Note:
    """A quotation; its first words may say of which tone it is."""
    prose, tone = _paragraphs(node), Tone.EDITORIAL
    if prose and prose[0].style is Style.STRONG and (named := _TONES.get(prose[0].text.lower().rstrip(":."))):
        prose, tone = _without_first(prose), named
    if not plain(prose).strip():
        raise _Faulty(node, "a note that says nothing")
    return Note(prose, tone)


def _without_first(prose: Prose) -> Prose:
    _, *rest = prose
    if not rest:
        return ()
    return (Span(rest[0].text.lstrip(": "), rest[0].style, rest[0].target), *rest[1:])


def _paragraphs(node: SyntaxTreeNode) -> Prose:
    """The paragraphs of an item or a quotation, one after the other; nothing else fits in there."""
    found: list[Span] = []
    for child in node.children:
        if child.type != "paragraph":
            raise _Faulty(child)
        found += [Span(" "), *_prose(child)] if found else _prose(child)
    return tuple(found)


def _prose(node: SyntaxTreeNode, style: Style = Style.PLAIN, target: str = "") -> Prose:
    match node.type:
        case "text":
            return (Span(node.content, style, target),) if node.content else ()
        case "softbreak" | "hardbreak":
            return (Span(" ", style, target),)
        case "strong" | "em":
            style = _STYLES[node.type]
        case "link":
            target = str(node.attrs["href"])
        case "inline" | "paragraph" | "heading" | "th" | "td":
            pass
        case _:
            raise _Faulty(node)
    return tuple(span for child in node.children for span in _prose(child, style, target))
