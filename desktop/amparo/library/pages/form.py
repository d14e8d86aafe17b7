"""Forms: what is asked, why, and how private the answer is."""

from amparo.core.blocks import Block, Fields, Heading, Note, Paragraph, Tone, prose
from amparo.core.fields import Field
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import page_of, text_of
from amparo_resources import schema


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the form, a passage for each group of fields."""
    document = written.document
    assert isinstance(document, schema.Form)
    blocks: list[Block] = [Paragraph(prose(document.intro))]
    passages = [Passage(title=document.title, text=document.intro)]
    for group in document.groups:
        fields = Fields(tuple(map(_field, group.fields)), repeats=group.repeats)
        notes = [Note(prose(note.text), Tone.WARNING, note.sources) for note in group.notes]
        blocks += [Heading(group.title), *notes, fields]
        passages.append(Passage(title=f"{document.title}: {group.title}", text=text_of((*notes, fields))))
    return (page_of(written, tuple(blocks), tuple(passages)),)


def _field(said: schema.Field) -> Field:
    return Field(
        id=said.id,
        label=said.label,
        type=said.type,
        required=said.required,
        reason=said.reason,
        privacy=said.privacy,
        options=said.options,
    )
