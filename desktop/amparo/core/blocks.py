"""A document as a tuple of blocks: the window and the paper draw the same ones."""

from dataclasses import dataclass
from enum import StrEnum

from amparo.core.cards import RightsCard
from amparo.core.contacts import Authority, Call, Number
from amparo.core.fields import Field
from amparo.core.indicators import Indicator
from amparo.core.scenes import Scene


class Style(StrEnum):
    """How a stretch of prose stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of prose in one style.

    Attributes:
        target: a page id, or a web address, that it leads to; empty for none.
    """

    text: str
    style: Style = Style.PLAIN
    target: str = ""


Prose = tuple[Span, ...]


class VerbatimRole(StrEnum):
    """What a verbatim piece is in the document that it is taken from."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"


class Tone(StrEnum):
    """How urgent a note is."""

    EDITORIAL = "editorial"
    ADVICE = "advice"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's own sections.

    Attributes:
        begins_sheet: paper begins a new sheet with it, so that what comes before can be kept apart.
    """

    text: str
    level: int = 1
    begins_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose of the kit."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Another's words, to the letter, glitches and white space included.

    Attributes:
        marker: the number as printed there, such as `13.`.
        mark: the sign of a footnote, printed on a line of its own after the text.
        target: the page of this piece alone, where it is shown among others.
    """

    text: str
    role: VerbatimRole = VerbatimRole.TEXT
    marker: str = ""
    mark: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, verbatim."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one prose an item.

    Attributes:
        is_small: paper sets it in smaller type, so that a sheet to fill in stays one sheet.
    """

    items: tuple[Prose, ...]
    numbered: bool = False
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one line of headings; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What the kit adds, set apart from the text.

    Attributes:
        sources: the keys of what it rests on.
        is_small: paper sets it in smaller type, so that a sheet to fill in stays few sheets.
    """

    text: Prose
    tone: Tone = Tone.EDITORIAL
    sources: tuple[str, ...] = ()
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs one under another; on paper each has boxes for confirmed, suspected and no.

    Attributes:
        answers: (sign id, what was answered, a note) of a screening; none for a blank.
    """

    signs: tuple[Indicator, ...]
    answers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What signs point to, how heavily, and what they rest on; apart from the rows that are ticked."""

    signs: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a form; where they repeat, a row of a table for each person or item.

    Attributes:
        rows: so many on paper, where they repeat; 0 for as many as whoever prints it wants.
        id: of the group in its form.
        apart: on sheets of their own, which are filled by hand and sealed.
    """

    fields: tuple[Field, ...]
    repeats: bool = False
    rows: int = 0
    id: str = ""
    apart: bool = False

    @property
    def is_fillable(self) -> bool:
        """Whether any of it may be filled on the screen of any PDF reader, and lie in a file in clear."""
        return not self.apart and any(field.is_fillable for field in self.fields)


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on by hand; a screen has no use for them.

    Attributes:
        labels: words that share one line, each with room after it.
        count: further lines under them.
    """

    labels: tuple[str, ...]
    count: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """Lines to carry in a pocket: a list, which paper can also set as small cards."""

    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers for danger, which belong to no authority and rest on the same sources.

    Attributes:
        cited: the places of those sources in the page's list.
    """

    numbers: tuple[Number, ...]
    cited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """An authority with its numbers; those that nobody should dial any more are not drawn.

    Attributes:
        cited: the places of its sources in the page's list.
    """

    authority: Authority
    cited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """So many of so many."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """A picture of how much there is: a square for each thing that is wanted, filled where it is there.

    Attributes:
        rows: a name, and a cell for each column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as a square code for a camera; only paper draws it."""

    text: str


@dataclass(frozen=True, slots=True)
class Calls:
    """Numbers to call with whose they are, a line each: what an officer looks for in a hurry."""

    calls: tuple[Call, ...]


Block = (
    Heading
    | Paragraph
    | Verbatim
    | Footnote
    | Items
    | Table
    | Note
    | Signs
    | Weights
    | Fields
    | Lines
    | Scene
    | Card
    | RightsCard
    | Numbers
    | Contact
    | Calls
    | Matrix
    | Scan
)


def signs_of(blocks: tuple[Block, ...]) -> tuple[Indicator, ...]:
    """All signs of a checklist, in the order in which it shows them."""
    return tuple(sign for block in blocks if isinstance(block, Signs) for sign in block.signs)


def plain(prose: Prose) -> str:
    """The words of a prose without their styles."""
    return "".join(span.text for span in prose)


def prose(text: str) -> Prose:
    """Unstyled words as prose."""
    return (Span(text),)
