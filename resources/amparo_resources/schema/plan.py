"""The Work Plan, to the letter."""

from typing import Literal

from amparo_resources.schema.base import Audience, Document, Part, Remark, Resource, Said


class Clause(Part, frozen=True, kw_only=True):
    """A piece of the plan, to the letter.

    Attributes:
        marker: the number as printed, such as `13.`; empty for an unnumbered piece.
        subject: what it is about, in the kit's words.
    """

    text: Said
    marker: str = ""
    subject: str = ""
    notes: tuple[Remark, ...] = ()


class Activity(Clause, frozen=True, kw_only=True):
    """A possible activity for member states, or a mandate to the General Secretariat.

    Attributes:
        expects: kinds of resource that serve it in the field; none for a policy-level item.
        instruments: that its text, or its footnote, cites.
        mark: the footnote sign on a line of its own after the text.
        footnote: the text of that footnote, to the letter.
    """

    number: int
    audience: tuple[Audience, ...] = ()
    expects: tuple[Resource, ...] = ()
    instruments: tuple[Said, ...] = ()
    mark: str = ""
    footnote: str = ""


class Paragraph(Clause, frozen=True, kw_only=True):
    """An operative paragraph of the resolution."""

    number: int
    instruments: tuple[Said, ...] = ()


class Pillar(Part, frozen=True, kw_only=True):
    """One of the plan's three sections."""

    id: Literal["prevention", "prosecution", "protection"]
    subject: Said
    marker: Said
    heading: Said
    activities: tuple[Activity, ...]


class Mandates(Part, frozen=True, kw_only=True):
    """The mandates to the General Secretariat."""

    subject: Said
    heading: Said
    items: tuple[Activity, ...]


class Resolution(Part, frozen=True, kw_only=True):
    """The resolution that carries the plan."""

    subject: Said
    front: tuple[Said, ...]
    preamble: tuple[Clause, ...]
    resolves: Said
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Remark, ...] = ()


class Introduction(Part, frozen=True, kw_only=True):
    """The headings and the opening paragraphs of the appendix."""

    subject: Said
    headings: tuple[Said, ...]
    paragraphs: tuple[Clause, ...]
    notes: tuple[Remark, ...] = ()


class Plan(Document, frozen=True, kw_only=True):
    """The Work Plan: every piece verbatim and in its order, notes apart."""

    kind: Literal["plan"]
    citation: Said
    resolution: Resolution
    introduction: Introduction
    definition: Clause
    pillars: tuple[Pillar, Pillar, Pillar]
    mandates: Mandates
    notes: tuple[Remark, ...] = ()
