"""Documents that are data, drawn with the common blocks: headings, lists, tables and notes."""

from collections.abc import Iterator
from dataclasses import replace

from amparo.core.blocks import Block, Heading, Items, Note, Paragraph, Sign, Signs, Table, Tone, prose
from amparo.core.indicators import Indicator, PointsTo
from amparo.core.model import PageId
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage, named_sources, status_of
from amparo.library.pages.prose import block_text
from amparo_resources import schema

_NOT_RATED = "not rated"
_DO_NOT_DIAL = "do not dial"


def checklist(written: Written) -> tuple[Draft, ...]:
    """A page for the checklist, a passage for each sign; what to keep in mind stands after the signs."""
    document = written.document
    assert isinstance(document, schema.Checklist)
    blocks: list[Block] = [Paragraph(prose(document.intro))]
    passages = []
    for situation in document.situations:
        signs = tuple(Sign(sign.id, sign.short, sign.observation) for sign in situation.indicators)
        blocks += [Heading(situation.title), Signs(signs)]
        passages += [Passage(title=sign.short, text=sign.observation) for sign in situation.indicators]
    caveats = (*document.caveats, *(caveat for part in document.situations for caveat in part.caveats))
    if caveats:
        blocks += [Heading("Keep in mind"), Items(tuple(prose(_with_keys(caveat)) for caveat in caveats))]
    page = _page(written, document, tuple(blocks), tuple(passages))
    return (replace(page, indicators=tuple(_indicators(document))),)


def _with_keys(remark: schema.Remark) -> str:
    return f"{remark.text} [{', '.join(remark.sources)}]" if remark.sources else remark.text


def _indicators(document: schema.Checklist) -> Iterator[Indicator]:
    for situation in document.situations:
        for sign in situation.indicators:
            yield Indicator(
                id=sign.id,
                situation=situation.title,
                short=sign.short,
                observation=sign.observation,
                applies_to=sign.applies_to,
                points_to=tuple(map(_points_to, sign.points_to)),
                danger=sign.danger,
                sources=sign.sources,
            )


def _points_to(said: schema.PointsTo) -> PointsTo:
    return PointsTo(
        dimension=said.dimension,
        indicator=said.indicator,
        adult=None if said.adult == _NOT_RATED else said.adult,
        child=None if said.child == _NOT_RATED else said.child,
        suggests=said.suggests,
        checked=said.checked,
    )


def form(written: Written) -> tuple[Draft, ...]:
    """A page for the form, a passage for each group of fields."""
    document = written.document
    assert isinstance(document, schema.Form)
    blocks: list[Block] = [Paragraph(prose(document.intro))]
    for group in document.groups:
        rows = tuple((field.label, field.reason, field.privacy) for field in group.fields)
        blocks += [Heading(group.title), Table(("Field", "Why", "Privacy"), rows), *_remarks(group.notes)]
    return (_page(written, document, tuple(blocks), _sections(document.title, blocks)),)


def rights(written: Written) -> tuple[Draft, ...]:
    """A page for the card, a passage for each message."""
    document = written.document
    assert isinstance(document, schema.Rights)
    messages = Items(tuple(prose(message.text) for message in document.messages), numbered=True)
    blocks = (messages, Heading("Answers"), Items(tuple(map(prose, document.answers))))
    passages = tuple(Passage(title=document.title, text=message.text) for message in document.messages)
    return (_page(written, document, blocks, passages),)


def training(written: Written) -> tuple[Draft, ...]:
    """A page for the scenarios, a passage for each."""
    document = written.document
    assert isinstance(document, schema.Training)
    blocks: list[Block] = []
    for scenario in document.scenarios:
        blocks += [Paragraph(prose(scenario.situation)), Heading(scenario.question, level=2)]
        blocks.append(Items(tuple(prose(choice.text) for choice in scenario.choices), numbered=True))
        reasons = " ".join(choice.reason for choice in scenario.choices if choice.right)
        blocks.append(Note(prose(reasons), Tone.ADVICE, scenario.sources))
    passages = tuple(Passage(title=scene.question, text=scene.situation) for scene in document.scenarios)
    return (_page(written, document, tuple(blocks), passages),)


def directory(written: Written) -> tuple[Draft, ...]:
    """A page for the state or organisation, a passage for each body."""
    document = written.document
    assert isinstance(document, schema.Directory)
    state = document.state or ""
    blocks: list[Block] = []
    passages = [Passage(title=document.title, text=" ".join(document.names.values()), state=state)]
    if document.emergency:
        blocks += [Heading("Emergency"), _numbers(document.emergency)]
    for body in document.bodies:
        blocks.append(Heading(body.name))
        if body.numbers:
            blocks.append(_numbers(body.numbers))
        blocks += [Note(prose(note)) for note in body.note.values()]
        passages.append(_body_passage(body, state))
    return (_page(written, document, tuple(blocks), tuple(passages)),)


def _body_passage(body: schema.Body, state: str) -> Passage:
    """Found by any of its numbers; one that is not to be dialled is never part of the excerpt."""
    shown = (number.dial for number in body.numbers if not number.do_not_dial)
    return Passage(
        title=body.name,
        text=" ".join((body.name, *body.names.values(), body.role, *shown)),
        tags=tuple(number.dial for number in body.numbers if number.do_not_dial),
        state=state,
    )


def _numbers(numbers: tuple[schema.Number, ...]) -> Table:
    rows = tuple(
        (
            number.service,
            _DO_NOT_DIAL if number.do_not_dial else number.dial,
            number.confidence,
            seen(number),
        )
        for number in numbers
    )
    return Table(("Service", "Number", "Confidence", "Seen"), rows)


def seen(number: schema.Number) -> str:
    """When and where a number was seen: the newest dated source first."""
    newest = max(number.provenance, key=lambda source: "" if source.seen_on == "undated" else source.seen_on)
    return f"{newest.seen_on}, {newest.title}"


def _remarks(remarks: tuple[schema.Remark, ...]) -> list[Block]:
    return [Note(prose(remark.text), Tone.WARNING, remark.sources) for remark in remarks]


def _sections(title: str, blocks: list[Block]) -> tuple[Passage, ...]:
    return (Passage(title=title, text="\n".join(map(block_text, blocks))),)


def _page(
    written: Written, document: schema.Document, blocks: tuple[Block, ...], passages: tuple[Passage, ...]
) -> Draft:
    cited = (key for _path, key in named_sources(document))
    return Draft(
        id=PageId(f"{written.kind}/{written.id}"),
        kind=written.kind,
        lang=written.lang,
        title=document.title,
        text="\n\n".join(map(block_text, blocks)),
        audience=document.audience,
        serves=document.serves,
        sources=tuple(dict.fromkeys((*document.sources, *cited))),
        as_of=document.as_of,
        status=status_of(document),
        blocks=blocks,
        passages=passages,
    )
