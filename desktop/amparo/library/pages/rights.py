"""The card that is shown to a person: its messages, and the tiles to answer with."""

from amparo.core.blocks import Block, Heading, Paragraph, prose
from amparo.core.cards import CardWords, Message, RightsCard, Tile
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import note_of, page_of, text_of
from amparo_resources import schema

_WORDS = {
    "en": CardWords(
        everywhere="May be shown everywhere",
        to_confirm="Only where your state has confirmed it",
        caution="What follows depends on national law. Do not show it before your state has confirmed it.",
        mark="only where your state has confirmed it",
        answers="Answers to point at",
        for_child="Card for children",
    )
}
_NOTES = {"en": "How to use the card"}


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the card, a passage for each message."""
    document = written.document
    assert isinstance(document, schema.Rights)
    card = _card(document, _WORDS.get(written.lang, _WORDS["en"]))
    heading = _NOTES.get(written.lang, _NOTES["en"])
    intro, notes = Paragraph(prose(document.intro)), tuple(map(note_of, document.notes))
    blocks: list[Block] = [intro, card]
    passages = [Passage(title=document.title, text=document.intro)]
    passages += [Passage(title=document.title, text=card.marked(message)) for message in card.messages]
    if notes:
        blocks += [Heading(heading), *notes]
        passages.append(Passage(title=f"{document.title}: {heading}", text=text_of(notes)))
    return (page_of(written, tuple(blocks), tuple(passages)),)


def _card(document: schema.Rights, words: CardWords) -> RightsCard:
    return RightsCard(
        words=words,
        messages=tuple(
            Message(
                number=said.number,
                id=said.id,
                text=said.text,
                everywhere=said.show == "everywhere",
                child=said.child,
                sources=said.sources,
            )
            for said in document.messages
        ),
        answers=tuple(map(_tile, document.answers)),
        child_only=tuple(map(_tile, document.child_only)),
    )


def _tile(said: schema.Tile) -> Tile:
    return Tile(id=said.id, text=said.text)
