"""What the kit speaks about: kinds of document, pages, sources, the edition of the content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:  # a score of classes that the first window has no use for
    from amparo.core.blocks import Block

PageId = NewType("PageId", str)
"""Names one page for ever, such as `plan/activity/13` or `guidance/first-contact`."""


class Kind(StrEnum):
    """The kinds of document."""

    PLAN = "plan"
    CHECKLIST = "checklist"
    GUIDANCE = "guidance"
    FORM = "form"
    RIGHTS = "rights"
    TRAINING = "training"
    DIRECTORY = "directory"
    THESAURUS = "thesaurus"
    SOURCES = "sources"


class Audience(StrEnum):
    """Whose work a page is for."""

    BORDER = "border"
    LABOUR = "labour"
    PEACEKEEPING = "peacekeeping"
    POLICE = "police"
    CONSULAR = "consular"
    HEALTH = "health"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from.

    Attributes:
        key: the short name that documents use, such as `OAS-2551`.
        year: of publication, as the source states it; empty where none was recorded.
        read: how much of it was read, in words.
    """

    key: str
    title: str
    publisher: str
    year: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialNote:
    """What the kit adds to a text, always shown apart from it."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """A page as a list shows it.

    Attributes:
        subject: what it is about, in the kit's own words; empty where the title says it all.
        parent: the page under which a tree shows it.
        audience: whose work it is for.
    """

    id: PageId
    kind: Kind
    lang: str
    title: str
    subject: str
    parent: PageId | None
    audience: tuple[Audience, ...] = ()

    @property
    def full_title(self) -> str:
        """Title and subject in one line."""
        return f"{self.title}: {self.subject}" if self.subject else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(PageHead):
    """Something that can be opened, read, printed and cited.

    Attributes:
        context: where it stands, such as "Prevention · possible activity for member states".
        text: the exact plain text, white space and all.
        footnote: the exact text of the footnote that hangs on it.
        instruments: the legal instruments that its text cites.
        expects: the kinds of resource that would serve it in the field; none for a policy-level item.
        serves: the items of the Work Plan that it serves.
        served_by: the pages that serve it, where it is such an item.
        read_on: the pages that its reader is likely to need next.
        as_of: the date its text speaks from.
        status: `draft`, or by what role it was reviewed.
    """

    context: str
    text: str
    footnote: str | None
    notes: tuple[EditorialNote, ...]
    instruments: tuple[str, ...]
    expects: tuple[Kind, ...]
    serves: tuple[PageId, ...]
    served_by: tuple[PageHead, ...]
    read_on: tuple[PageHead, ...]
    sources: tuple[Source, ...]
    as_of: date
    status: str
    blocks: tuple[Block, ...]

    @property
    def gaps(self) -> tuple[Kind, ...]:
        """The kinds of resource that would serve it and are not in this content."""
        return tuple(kind for kind in self.expects if kind not in {page.kind for page in self.served_by})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which content this is.

    Attributes:
        version: as printed on every page, such as `2026.11.1`.
        issued: the day it was given out.
        sha256: of the pack, in hexadecimal.
    """

    version: str
    issued: date
    sha256: str


def order_of(version: str) -> tuple[int, ...]:
    """What says which of two editions is the newer, by their versions; lowest for what is no version."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() and part.isascii() for part in parts) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of text with the places that answer a query.

    Attributes:
        marks: half-open (start, end) offsets into `text`, in order, apart from one another.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that answers a query; `library.search.excerpt_of` cuts out the part that does.

    Attributes:
        text: of the whole passage.
        asked: the words to look for in it; `is_begun` where the last may be the beginning of one.
        found_by: the concept through which it was found, or empty where the words themselves are in it.
    """

    page: PageId
    kind: Kind
    lang: str
    title: str
    context: str
    text: str
    asked: str
    is_begun: bool = False
    source: Source
    as_of: date
    score: float
    found_by: str = ""
