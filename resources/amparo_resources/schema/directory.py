"""Whom to call in a state or organisation, and how far each number can be trusted."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Confidence, Document, Part, PerLang, Said, Seen, Slug, State

Role = Literal[
    "hotline",
    "coordinating-body",
    "police-unit",
    "prosecution-unit",
    "victim-services",
    "child-protection",
    "labour-inspectorate",
    "consular",
    "international",
]


class Provenance(Part, frozen=True, kw_only=True):
    """Where a contact is from; a number without it does not pass.

    Attributes:
        address: on the web; empty where it has none.
        seen_on: the date of the source itself, not of a visit to it.
    """

    title: Said
    address: str = ""
    seen_on: Seen


Provenances = Annotated[tuple[Provenance, ...], msgspec.Meta(min_length=1)]


class EmergencyNumber(Part, frozen=True, kw_only=True):
    """A number for danger, as dialled in the state."""

    service: Literal["police", "ambulance", "fire"]
    dial: Said
    confidence: Confidence
    note: PerLang = msgspec.field(default_factory=dict)
    warning: PerLang = msgspec.field(default_factory=dict)
    provenance: Provenances


class Number(Part, frozen=True, kw_only=True):
    """A number of an authority, as dialled in its state.

    Attributes:
        from_abroad: the same with the code of its country, where it has such a form; its digits are E.164.
        dialling: from where it can be called.
        plan_check: what the numbering plan says of its form; empty where that was not checked.
        last_seen: the newest dated source that gives this very number.
        provenance: sources of its own, or `body`, where those of its authority are meant.
    """

    dial: Said
    from_abroad: str = ""
    kind: Literal["hotline", "office", "whatsapp", "text"]
    hours: str = ""
    dialling: Literal["international", "toll-free", "national", "short-code"]
    plan_check: Literal[
        "", "valid", "possible", "plausible length", "known short number", "not in library"
    ] = ""
    confidence: Confidence
    last_seen: Seen
    note: PerLang = msgspec.field(default_factory=dict)
    warning: PerLang = msgspec.field(default_factory=dict)
    provenance: Literal["body"] | Provenances


class Superseded(Part, frozen=True, kw_only=True):
    """What nobody should dial any more, kept so that an old leaflet can be recognised.

    Attributes:
        text: how the facts tell of it.
        numbers: what one would dial, in every form that the text gives.
    """

    text: Said
    numbers: Annotated[tuple[Said, ...], msgspec.Meta(min_length=1)]


class Body(Part, frozen=True, kw_only=True):
    """An authority or service.

    Attributes:
        id: stays for ever, within its document.
        name: its own.
        name_en: its name in English.
        confidence: in its numbers where it has any, else in its existence and role.
        general: it is not specific to trafficking, or nothing that was read says that it deals with it.
        answered_by: who answers its numbers, where its role does not tell.
        languages: of service.
        key_card: the line of its key card, to which referrals are sealed; empty for none.
    """

    id: Slug
    name: Said
    name_en: Said
    role: Role
    confidence: Confidence
    general: bool = False
    answered_by: Literal["", "police", "prosecutors"] = ""
    numbers: tuple[Number, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[Said, ...] = ()
    key_card: str = ""
    note: PerLang = msgspec.field(default_factory=dict)
    warning: PerLang = msgspec.field(default_factory=dict)
    provenance: Provenances


class Treaty(Part, frozen=True, kw_only=True):
    """How a state stands to a treaty.

    Attributes:
        date: of ratification or accession; None where only the year is known.
        signed: None where no date of a signature is known.
    """

    name: Literal["palermo-protocol", "untoc"]
    status: Literal["ratification", "accession"]
    year: int
    date: Seen | None = None
    signed: Seen | None = None
    confidence: Confidence
    note: PerLang = msgspec.field(default_factory=dict)
    provenance: Provenances


class Conflict(Part, frozen=True, kw_only=True):
    """Where sources disagree, and what was made of it, in the kit's own words.

    Attributes:
        old_numbers: numbers in it that nobody should dial.
    """

    text: PerLang
    old_numbers: tuple[Said, ...] = ()


class About(Part, frozen=True, kw_only=True):
    """What a state is known by.

    Attributes:
        alpha2, alpha3: ISO 3166.
        calling_code: with its plus sign, such as `+1-268`.
        official_languages: ISO 639.
    """

    alpha2: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    alpha3: State
    calling_code: Annotated[str, msgspec.Meta(pattern=r"^\+[0-9]{1,3}(-[0-9]{3})?$")]
    official_languages: tuple[Said, ...]


class Directory(Document, frozen=True, kw_only=True):
    """A state, or an organisation (then without `state`), and whom to call there.

    Attributes:
        names: in each language of the kit.
        also: other names that people use for it.
        emergency_in_plan: what the numbering plan marks as emergency numbers; not who answers.
        confirmed_messages: ids of the messages of the rights card that the state has confirmed.
    """

    kind: Literal["directory"]
    names: PerLang
    also: tuple[Said, ...] = ()
    state: About | None = None
    emergency: tuple[EmergencyNumber, ...] = ()
    emergency_in_plan: tuple[Said, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles_not_found: tuple[Role, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    confirmed_messages: tuple[Slug, ...] = ()
    note: PerLang = msgspec.field(default_factory=dict)
