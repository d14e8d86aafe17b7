"""Whom to call in a state or organisation."""

from amparo.core.blocks import Block, Heading, Note, Table, prose
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import page_of
from amparo_resources import schema

_DO_NOT_DIAL = "do not dial"


def pages(written: Written) -> tuple[Draft, ...]:
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
    return (page_of(written, tuple(blocks), tuple(passages)),)


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
