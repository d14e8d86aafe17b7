"""A document as a tuple of blocks: the window and the paper draw the same ones."""

from dataclasses import dataclass
from enum import StrEnum


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
    """A heading; level 1 is the page's own sections."""

    text: str
    level: int = 1


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
    """A list, one prose an item."""

    items: tuple[Prose, ...]
    numbered: bool = False


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
    """

    text: Prose
    tone: Tone = Tone.EDITORIAL
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a checklist, as a line to be answered."""

    id: str
    short: str
    observation: str


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs one under another; on paper each has boxes for confirmed, suspected and no."""

    signs: tuple[Sign, ...]


Block = Heading | Paragraph | Verbatim | Footnote | Items | Table | Note | Signs


def plain(prose: Prose) -> str:
    """The words of a prose without their styles."""
    return "".join(span.text for span in prose)


def prose(text: str) -> Prose:
    """Unstyled words as prose."""
    return (Span(text),)
