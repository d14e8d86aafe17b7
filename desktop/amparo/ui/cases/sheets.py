"""Cases, visits, referrals and the log on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from amparo.core.blocks import Block, Fields, Heading, Items, Lines, Paragraph, Scan, Table, prose
from amparo.core.fields import Field
from amparo.core.filled import Values, key_of, row_count, value_words
from amparo.core.i18n import _
from amparo.ui.cases.contents import Contents
from amparo.ui.cases.told import referral_line, screening_line
from amparo.ui.cases.words import DEEDS

if TYPE_CHECKING:
    from amparo.vault.audit import AuditEntry
    from amparo.vault.records import KeptScreening, Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheet:
    """What is printed of the vault.

    Attributes:
        about: the code for the log; empty for none.
        salt: of its fingerprint.
    """

    title: str
    blocks: tuple[Block, ...]
    as_of: date
    about: str = ""
    salt: bytes = b""
    is_personal: bool = True


def filled_blocks(form: tuple[Block, ...], values: Values) -> tuple[Block, ...]:
    """What a form is filled with; what identifies the person stands on sheets of its own."""
    return tuple(_filled(form, values))


def case_sheet(
    form: tuple[Block, ...],
    values: Values,
    screenings: tuple[KeptScreening, ...],
    referrals: tuple[Referral, ...],
    contents: Contents,
) -> tuple[Block, ...]:
    """A case: what is known, and what belongs to it."""
    parts: list[Block] = [*filled_blocks(form, values)]
    if screenings:
        lines = tuple(prose(screening_line(one, contents)) for one in screenings)
        parts += [Heading(_("Screenings")), Items(lines)]
    if referrals:
        parts += [Heading(_("Referrals")), Items(tuple(prose(referral_line(one)) for one in referrals))]
    return tuple(parts)


def shift_sheet(entries: tuple[AuditEntry, ...]) -> tuple[Block, ...]:
    """The deeds of a shift with the head of the chain, for a signature."""
    rows = tuple(
        (str(entry.number), entry.at.replace("T", " "), _(DEEDS.get(entry.deed, entry.deed)), entry.about)
        for entry in entries
    )
    head = entries[-1].digest if entries else ""
    explained = _(
        "The head is a checksum over every deed since the vault was made. If a deed is changed, removed or"
        " moved later, the head no longer fits. Keep this sheet apart from the computer."
    )
    return (
        Table((_("No."), _("Time (UTC)"), _("Deed"), _("Code or count")), rows),
        Heading(_("Head of the log")),
        Paragraph(prose(" ".join(head[at : at + 8] for at in range(0, len(head), 8)))),
        Paragraph(prose(explained)),
        Lines((_("Service number"), _("Date"), _("Signature"))),
    )


def key_card_sheet(name: str, line: str, letters: str) -> tuple[Block, ...]:
    """A receiver's key for senders: letters to compare by voice, and the line for a camera or a keyboard."""
    if not line:
        return (Paragraph(prose(_("Write the name of the body first; the card is made of it."))),)
    how = _(
        "Give this card to those who refer people to you. Before they use it they call you, by a number that"
        " they know, and you read them the letters."
    )
    return (
        Heading(name),
        Paragraph(prose(how)),
        Heading(_("Letters to compare")),
        Heading(letters, level=1),
        Scan(line),
        Paragraph(prose(line)),
    )


def _filled(form: tuple[Block, ...], values: Values) -> Iterator[Block]:
    heading: Heading | None = None
    for block in form:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Fields):
            rows = tuple(_rows(block, values))
            if rows and heading is not None:
                yield heading
                heading = None
            if rows:
                yield Table((_("Field"), _("Answer")), rows)


def _rows(block: Fields, values: Values) -> Iterator[tuple[str, str]]:
    if not block.repeats:
        for field in block.fields:
            yield from _answers(field, values)
        return
    for row in range(row_count(values, block.id)):
        for field in block.fields:
            for label, words in _answers(field, values, block.id, row):
                yield f"{row + 1}. {label}", words


def _answers(field: Field, values: Values, group: str = "", row: int = 0) -> Iterator[tuple[str, str]]:
    label = f"{field.number} {field.label}" if field.number else field.label
    if value := values.get(key_of(field.id, group=group, row=row)):
        yield label, value_words(field, value)
    for detail in field.details:
        if value := values.get(key_of(field.id, detail=detail.id, group=group, row=row)):
            yield f"{label}: {detail.label}", value_words(detail, value)
