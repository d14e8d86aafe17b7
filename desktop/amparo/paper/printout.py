"""What goes on paper: the blocks of a page with what its header and footer say. Light to import."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from amparo.core.blocks import Block, Card, Fields, Lines, Signs
from amparo.core.cards import RightsCard
from amparo.core.fingerprint import fingerprint
from amparo.core.i18n import _
from amparo.core.model import Edition, Kind, Page, Source

ROWS = 30
"""People in a class before a deployment, unless somebody says otherwise."""


class Form(StrEnum):
    """How a document is set."""

    PAGES = "pages"
    CARDS = "cards"
    """Small, many to a sheet, with marks to cut along."""
    LARGE = "large"
    """To be read across a desk."""
    FILLABLE = "fillable"
    """Pages that any PDF reader can fill on its screen; what identifies a person stays for the pen."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of several.

    Attributes:
        serial: its number, counted from 1; empty for the only one.
        site: the place that it is for, in its header; empty for none.
    """

    serial: str = ""
    site: str = ""


def numbered(count: int) -> tuple[Copy, ...]:
    """So many copies; one alone bears no number."""
    return tuple(Copy(str(number)) for number in range(1, count + 1)) if count > 1 else (Copy(),)


def for_sites(sites: Iterable[str]) -> tuple[Copy, ...]:
    """A copy for each place, in their order; empty names are passed over."""
    names = [folded for site in sites if (folded := " ".join(site.split()))]
    return tuple(Copy(str(number), name) for number, name in enumerate(names, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """One document as it is printed.

    Attributes:
        document: the page id, such as `plan/activity/13`.
        subtitle: where the document stands, such as "Prevention · possible activity for member states".
        sources: what the document rests on, listed at its end.
        as_of: the date that its text speaks from.
        status: words that stand beside that date, such as that it is a draft; empty for none.
        state: the name of the officer's state, for the header; empty for none.
        copies: each is the whole document, with pages, serial and fingerprint of its own.
        apart: each copy begins a sheet, also where both sides are printed.
        rows: of every table with a row for each person, as many as people sign; a table that says how many
            it has is left alone.
        form: pages as on the screen, or one of the other `forms` that it can take.
        confirmed: ids of the messages that the officer's state has confirmed; others that need it are
            left out of the card's other forms.
        is_personal: it tells of a person, so that it goes to a printer only, and never into a file.
        salt: random, of the case that it is of, so that its fingerprint tells nothing to others.
    """

    document: str
    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    edition: Edition
    as_of: date
    lang: str = "en"
    status: str = ""
    state: str = ""
    copies: tuple[Copy, ...] = (Copy(),)
    apart: bool = False
    rows: int = ROWS
    form: Form = Form.PAGES
    confirmed: tuple[str, ...] = ()
    is_personal: bool = False
    salt: bytes = b""

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that it can take."""
        offered = [Form.PAGES]
        if any(isinstance(block, Card | RightsCard) for block in self.blocks):
            offered.append(Form.CARDS)
        if any(isinstance(block, RightsCard) for block in self.blocks):
            offered.append(Form.LARGE)
        if self.is_personal:
            return (Form.PAGES,)
        if any(isinstance(block, Fields) and block.is_fillable for block in self.blocks):
            offered.append(Form.FILLABLE)
        return tuple(offered)

    @property
    def for_printer(self) -> Self:
        """What a printer gets: nobody types on paper, and a printer need know nothing of fields."""
        return replace(self, form=Form.PAGES) if self.form is Form.FILLABLE else self

    @property
    def has_rows(self) -> bool:
        """Whether `rows` changes anything."""
        return any(isinstance(block, Fields) and block.repeats and not block.rows for block in self.blocks)

    @property
    def is_filled_in(self) -> bool:
        """Whether people write on it, so that one copy is not another."""
        return self.form is not Form.CARDS and any(map(_is_written_on, self.blocks))

    def fingerprint(self, copy: Copy = Copy()) -> str:
        """What the foot of every sheet says, so that document and version can be found again."""
        return fingerprint(self.document, self.edition.version, copy.serial, self.salt)


def printout_of(
    page: Page, edition: Edition, *, state: str = "", confirmed: tuple[str, ...] = ()
) -> Printout:
    """A page of the kit as it is printed.

    Args:
        state: the name of the officer's state as people read it; empty for none.
        confirmed: ids of the messages of the rights card that this state has confirmed.
    """
    return Printout(
        document=page.id,
        title=page.full_title,
        subtitle=page.context,
        blocks=page.blocks,
        sources=page.sources,
        edition=edition,
        as_of=page.as_of,
        lang=page.lang,
        status=_("draft, not yet reviewed") if page.status == "draft" and page.kind != Kind.PLAN else "",
        state=state,
        confirmed=confirmed,
    )


def _is_written_on(block: Block) -> bool:
    return isinstance(block, Fields | Lines) or (isinstance(block, Signs) and not block.answers)
