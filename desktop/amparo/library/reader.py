"""A page as it is read, on screen and on paper: its text, and what the kit adds, apart from it."""

from amparo.core.blocks import Block, Heading, Items, Note, Paragraph, Prose, Span, Style, prose
from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.core.kinds import KIND_NAMES
from amparo.core.model import Kind, Page, PageHead


def reading(page: Page) -> tuple[Block, ...]:
    """The page's own blocks, then notes, the instruments it cites, what serves it, and the gaps."""
    blocks: list[Block] = list(page.blocks)
    blocks += [Note(prose(note.text), sources=note.sources) for note in page.notes]
    if page.instruments:
        blocks += [Heading(_("Instruments it cites")), Items(tuple(map(prose, page.instruments)))]
    if _is_item(page):
        blocks += [Heading(_("What serves it in this kit")), *_serving(page)]
    if page.read_on:
        blocks.append(Paragraph(_in_line(_("Read on:"), page.read_on)))
    return tuple(blocks)


def source_list(page: Page) -> tuple[Block, ...]:
    """What the page rests on, to stand at its end; paper has a list of its own."""
    if not page.sources:
        return ()
    sources = tuple(
        (
            Span(source.key, Style.STRONG),
            Span(f"  {source.title}. {source.publisher}, {source.year} ({source.read})"),
        )
        for source in page.sources
    )
    return (Heading(_("Sources")), Items(sources))


def citation(page: Page, version: str) -> str:
    """Where the text is from, in one line, to stand under a quotation of it."""
    if page.kind != Kind.PLAN:
        keys = ", ".join(source.key for source in page.sources)
        return f"{page.full_title}. Amparo {version}, {long_date(page.as_of)}. [{keys}]"
    first = page.sources[0]
    return f"{page.full_title}. {first.publisher} ({first.year}), {first.title}. Amparo {version}."


def _is_item(page: Page) -> bool:
    return page.id.startswith(("plan/activity/", "plan/mandate/"))


def _in_line(label: str, heads: tuple[PageHead, ...]) -> Prose:
    """Links one after another, which cost no sheet of paper."""
    links = (span for head in heads for span in (Span(" · "), Span(head.full_title, target=head.id)))
    return (Span(label, Style.STRONG), Span(" "), *list(links)[1:])


def _link(head: PageHead) -> Prose:
    return (Span(head.full_title, target=head.id), Span(f" · {_(KIND_NAMES[head.kind])}"))


def _serving(page: Page) -> list[Block]:
    blocks: list[Block] = []
    called = tuple(head for head in page.served_by if head.kind == Kind.DIRECTORY)
    if others := tuple(head for head in page.served_by if head.kind != Kind.DIRECTORY):
        blocks.append(Items(tuple(map(_link, others))))
    if called:  # as many as there are states
        blocks.append(Paragraph(_in_line(f"{_(KIND_NAMES[Kind.DIRECTORY])}:", called)))
    if page.gaps:
        kinds = ", ".join(_(KIND_NAMES[kind]) for kind in page.gaps)
        blocks.append(Paragraph(prose(_("Not in this kit yet: {kinds}.").format(kinds=kinds))))
    if not page.expects and not page.served_by:
        policy = _("A matter of policy: the kit shows it as context and has no field resource for it.")
        blocks.append(Paragraph(prose(policy)))
    return blocks
