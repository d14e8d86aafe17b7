"""The kinds of document, as their writers fill them in; typed, and closed to unknown keys.

One document a file: `content/<kind>/<id>.<lang>.yaml`, or `.md` with a YAML head for prose. Directory and
sources are neutral of language: `content/<kind>/<id>.yaml`, with names and notes a language each. What
concerns more than one document (a source that is not defined, an item that does not exist) is checked when
the content is built.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec

Lang = Literal["en", "es", "pt", "fr"]
Said = Annotated[str, msgspec.Meta(min_length=1)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SourceKey = Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")]
Item = Annotated[str, msgspec.Meta(pattern=r"^plan/(activity|mandate)/[1-9][0-9]?$")]
State = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Seen = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$")]
Audience = Literal["border", "labour", "peacekeeping", "police", "consular", "health", "social"]
Resource = Literal["checklist", "guidance", "form", "rights", "training", "directory"]
Confidence = Literal["confirmed", "single-source", "known-not-looked-up"]
Strength = Literal["strong", "medium", "weak", "not rated"]
PerLang = dict[Lang, Said]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whatever stands in a document."""


class Document(Part, frozen=True, kw_only=True):
    """What every document states of itself.

    Attributes:
        serves: the activities and mandates of the Work Plan that it is for.
        as_of: the day that its text speaks from.
        status: `draft`, or `reviewed` with the role of who did.
    """

    title: Said
    audience: tuple[Audience, ...]
    serves: tuple[Item, ...]
    sources: Annotated[tuple[SourceKey, ...], msgspec.Meta(min_length=1)]
    as_of: date
    status: Literal["draft", "reviewed"]
    reviewed_by: str = ""


class Remark(Part, frozen=True, kw_only=True):
    """An editorial note: the kit's words about a text, with what they rest on."""

    text: Said
    sources: tuple[SourceKey, ...]


# --- plan ---


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


# --- checklist ---


class PointsTo(Part, frozen=True, kw_only=True):
    """An ILO indicator that a sign points to, with its weight in the adult and in the child list."""

    dimension: Literal["DR", "CR", "RV", "EX", "CD", "VD"]
    indicator: Said
    adult: Strength
    child: Strength
    suggests: bool = False
    checked: bool = False


class Indicator(Part, frozen=True, kw_only=True):
    """A sign that an officer can see, hear or read; `points_to: []` says that it is not rated."""

    id: Said
    short: Said
    observation: Said
    applies_to: Literal["adult", "child", "both"]
    points_to: tuple[PointsTo, ...]
    danger: bool = False
    sources: Annotated[tuple[SourceKey, ...], msgspec.Meta(min_length=1)]


class Situation(Part, frozen=True, kw_only=True):
    """The signs of one moment of the work, such as the booth or the walk-through."""

    id: Slug
    title: Said
    indicators: tuple[Indicator, ...]
    caveats: tuple[Remark, ...] = ()


class Checklist(Document, frozen=True, kw_only=True):
    """Signs to look for, grouped for the situation that the officer is in."""

    kind: Literal["checklist"]
    intro: Said
    situations: tuple[Situation, ...]
    caveats: tuple[Remark, ...] = ()


# --- guidance ---


class Guidance(Document, frozen=True, kw_only=True):
    """Prose in Markdown under this head."""

    kind: Literal["guidance"]
    summary: Said


# --- form ---


class Field(Part, frozen=True, kw_only=True):
    """A field of a form.

    Attributes:
        type: what is entered; `options` for a choice.
        required: whether it must be filled, or in which case.
        privacy: P0 may stand outside, P1 staff only, P2 identifies the person.
    """

    id: Slug
    label: Said
    type: Literal["text", "long-text", "date", "date-time", "yes-no", "choice", "choices", "body", "fixed"]
    required: Literal["yes", "no", "if-child", "if-no-consent", "receiver"]
    reason: Said
    privacy: Literal["P0", "P1", "P2"]
    options: tuple[Said, ...] = ()
    sources: tuple[SourceKey, ...]


class FieldGroup(Part, frozen=True, kw_only=True):
    """Fields that belong together on screen and paper."""

    title: Said
    fields: tuple[Field, ...]
    notes: tuple[Remark, ...] = ()


class Form(Document, frozen=True, kw_only=True):
    """A form to be filled."""

    kind: Literal["form"]
    intro: Said
    groups: tuple[FieldGroup, ...]


# --- rights ---


class Message(Part, frozen=True, kw_only=True):
    """A sentence to show a person across a desk.

    Attributes:
        show: everywhere, or only where the state has confirmed it.
    """

    id: Slug
    text: Said
    show: Literal["everywhere", "confirmed-by-state"]
    serves: tuple[Item, ...]
    child: bool = False
    sources: tuple[SourceKey, ...]


class Rights(Document, frozen=True, kw_only=True):
    """The messages of the card, and the tiles that a person can point at to answer."""

    kind: Literal["rights"]
    messages: tuple[Message, ...]
    answers: tuple[Said, ...]


# --- training ---


class Choice(Part, frozen=True, kw_only=True):
    """A way to act in a scenario, and why it is right or wrong."""

    text: Said
    right: bool
    reason: Said


class Scenario(Part, frozen=True, kw_only=True):
    """A situation, a question, and ways to act."""

    id: Slug
    situation: Said
    question: Said
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(min_length=2)]
    sources: tuple[SourceKey, ...]


class Training(Document, frozen=True, kw_only=True):
    """Scenarios to learn from."""

    kind: Literal["training"]
    scenarios: tuple[Scenario, ...]


# --- directory ---


class Provenance(Part, frozen=True, kw_only=True):
    """Where a contact is from; a number without it does not pass."""

    title: Said
    address: str = ""
    seen_on: Seen


class Number(Part, frozen=True, kw_only=True):
    """A number to call, as dialled in the state, and from abroad where it has such a form."""

    dial: Said
    from_abroad: str = ""
    service: Said
    confidence: Confidence
    provenance: Annotated[tuple[Provenance, ...], msgspec.Meta(min_length=1)]
    hours: str = ""
    warning: PerLang = {}
    do_not_dial: bool = False


class Body(Part, frozen=True, kw_only=True):
    """An authority or service."""

    id: Slug
    name: Said
    names: PerLang = {}
    role: Said
    confidence: Confidence
    provenance: Annotated[tuple[Provenance, ...], msgspec.Meta(min_length=1)]
    numbers: tuple[Number, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    note: PerLang = {}


class Treaty(Part, frozen=True, kw_only=True):
    """How a state stands to a treaty."""

    name: Said
    status: Said
    date: Seen
    confidence: Confidence
    provenance: Annotated[tuple[Provenance, ...], msgspec.Meta(min_length=1)]


class Directory(Document, frozen=True, kw_only=True):
    """A state, or an organisation (then without `state`), and whom to call there."""

    kind: Literal["directory"]
    names: PerLang
    state: State | None = None
    emergency: tuple[Number, ...] = ()
    bodies: tuple[Body, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    roles_not_found: tuple[str, ...] = ()


# --- thesaurus and sources ---


class Concept(Part, frozen=True, kw_only=True):
    """One idea, and the words for it in each language, the preferred one first."""

    id: Slug
    terms: dict[Lang, Annotated[tuple[Said, ...], msgspec.Meta(min_length=1)]]


class Thesaurus(Part, frozen=True, kw_only=True):
    """The concepts through which a word in one language finds a page in another."""

    kind: Literal["thesaurus"]
    concepts: tuple[Concept, ...]


class Source(Part, frozen=True, kw_only=True):
    """Something that the documents rest on.

    Attributes:
        read: how much of it was read.
        weak: not to be cited to an official on its own.
    """

    key: SourceKey
    title: Said
    publisher: Said
    year: str
    read: Said
    weak: bool = False


class Sources(Part, frozen=True, kw_only=True):
    """All sources, by key."""

    kind: Literal["sources"]
    sources: tuple[Source, ...]


class Edition(Part, frozen=True, kw_only=True):
    """Which edition of the content this is: `content/edition.yaml`."""

    version: Annotated[str, msgspec.Meta(pattern=r"^\d{4}\.\d{1,2}\.\d+$")]
    issued: date


AnyDocument = Document | Sources | Thesaurus
KINDS: dict[str, type[AnyDocument]] = {
    "plan": Plan,
    "checklist": Checklist,
    "guidance": Guidance,
    "form": Form,
    "rights": Rights,
    "training": Training,
    "directory": Directory,
    "thesaurus": Thesaurus,
    "sources": Sources,
}
NEUTRAL = frozenset({"directory", "sources", "thesaurus"})
"""Kinds whose files carry all languages at once."""
