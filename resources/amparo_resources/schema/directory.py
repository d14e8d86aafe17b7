"""Whom to call in a state or organisation."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Confidence, Document, Part, PerLang, Said, Seen, Slug, State


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
    warning: PerLang = msgspec.field(default_factory=dict)
    do_not_dial: bool = False


class Body(Part, frozen=True, kw_only=True):
    """An authority or service."""

    id: Slug
    name: Said
    names: PerLang = msgspec.field(default_factory=dict)
    role: Said
    confidence: Confidence
    provenance: Annotated[tuple[Provenance, ...], msgspec.Meta(min_length=1)]
    numbers: tuple[Number, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    note: PerLang = msgspec.field(default_factory=dict)


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
