"""The rights card: what is shown to a person across a desk, and what they point at to answer."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence or two to show.

    Attributes:
        number: its place on the card.
        everywhere: it may be shown in any state; else only where the state has confirmed it.
        child: it is on the card for children too.
        sources: keys.
    """

    number: int
    id: str
    text: str
    everywhere: bool
    child: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A word to point at, or a sentence without a number."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What the card's page says between the messages, in the language of the messages.

    Attributes:
        everywhere, to_confirm, answers, for_child: headings.
        caution: over the messages that need a state's confirmation.
        mark: beside each of them.
    """

    everywhere: str
    to_confirm: str
    caution: str
    mark: str
    answers: str
    for_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPart:
    """A part of the card as a list shows it.

    Attributes:
        caution: what to heed before any of it is shown; empty for nothing.
        rows: a number, or nothing; the words beside it; and the keys of what they rest on, or nothing.
        tiles: words that stand side by side.
    """

    title: str
    caution: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()
    tiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsCard:
    """All that the card can show.

    Attributes:
        messages: in the order of their numbers.
        answers: tiles to point at.
        child_only: what the card for children says besides its messages.
    """

    words: CardWords
    messages: tuple[Message, ...]
    answers: tuple[Tile, ...]
    child_only: tuple[Tile, ...] = ()

    def shown_in(self, confirmed: Collection[str], *, to_child: bool = False) -> tuple[str, ...]:
        """What may be shown to a person, in its order.

        Args:
            confirmed: ids of the messages that the state has confirmed.
            to_child: only what the card for children says.
        """
        messages = self.for_child if to_child else self.messages
        shown = tuple(one.text for one in messages if one.everywhere or one.id in confirmed)
        return (*shown, *(tile.text for tile in self.child_only)) if to_child else shown

    @property
    def for_everywhere(self) -> tuple[Message, ...]:
        """What may be shown in any state."""
        return tuple(message for message in self.messages if message.everywhere)

    @property
    def to_confirm(self) -> tuple[Message, ...]:
        """What may be shown only where the state has confirmed it."""
        return tuple(message for message in self.messages if not message.everywhere)

    @property
    def for_child(self) -> tuple[Message, ...]:
        """What the card for children shows; of these too, some need confirmation."""
        return tuple(message for message in self.messages if message.child)

    @property
    def parts(self) -> tuple[CardPart, ...]:
        """The card as a list to read: what may be shown everywhere comes first, and apart from the rest."""
        words = self.words
        for_child = (*map(self._row, self.for_child), *(("", tile.text, "") for tile in self.child_only))
        parts = (
            CardPart(title=words.everywhere, rows=tuple(map(self._row, self.for_everywhere))),
            CardPart(
                title=words.to_confirm, caution=words.caution, rows=tuple(map(self._row, self.to_confirm))
            ),
            CardPart(title=words.answers, tiles=tuple(tile.text for tile in self.answers)),
            CardPart(title=words.for_child, rows=for_child),
        )
        return tuple(part for part in parts if part.rows or part.tiles)

    def marked(self, message: Message) -> str:
        """The words of a message; where it needs confirmation, they say so."""
        return message.text if message.everywhere else f"{message.text} ({self.words.mark})"

    def _row(self, message: Message) -> tuple[str, str, str]:
        return f"{message.number}.", self.marked(message), ", ".join(message.sources)
