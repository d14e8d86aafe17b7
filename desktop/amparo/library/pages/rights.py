"""The card that is shown to a person: its messages, and the tiles to answer with."""

from amparo.core.blocks import Heading, Items, prose
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import page_of
from amparo_resources import schema


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the card, a passage for each message."""
    document = written.document
    assert isinstance(document, schema.Rights)
    messages = Items(tuple(prose(message.text) for message in document.messages), numbered=True)
    blocks = (messages, Heading("Answers"), Items(tuple(map(prose, document.answers))))
    passages = tuple(Passage(title=document.title, text=message.text) for message in document.messages)
    return (page_of(written, blocks, passages),)
