"""Whom to call: authorities with their numbers, what to warn of, and the best number that there is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from amparo.core.model import PageId

HOTLINE, COORDINATION, POLICE = "hotline", "coordinating-body", "police-unit"
PROSECUTION = "prosecution-unit"
VICTIM_SERVICES, CHILDREN, CONSULAR = "victim-services", "child-protection", "consular"
ROLES = (
    HOTLINE,
    COORDINATION,
    POLICE,
    PROSECUTION,
    VICTIM_SERVICES,
    CHILDREN,
    "labour-inspectorate",
    CONSULAR,
    "international",
)
"""What an authority is for, in the order in which a page shows them."""

CONFIRMED = "confirmed"
CONFIDENCES = (CONFIRMED, "single-source", "known-not-looked-up")
"""The best first."""

EMERGENCY = "emergency"
OLD_BEFORE = "2023"
"""A number last seen earlier may have changed: it is shown with a warning."""

_ANSWERING = (COORDINATION, POLICE, PROSECUTION, VICTIM_SERVICES)
"""Who answers for trafficking where there is no reporting line."""

_WITHOUT_NUMBER = (POLICE, PROSECUTION, VICTIM_SERVICES, COORDINATION)
"""Whom the police can find where nobody has a number: those who take cases before those who meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a contact is from.

    Attributes:
        address: on the web; empty for none.
        seen_on: the date of the source itself: a year, a month or a day; empty where it carries none.
    """

    title: str
    address: str = ""
    seen_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number to call.

    Attributes:
        dial: as dialled in its state.
        kind: emergency, hotline, office, whatsapp or text.
        confidence: confirmed, single-source or known-not-looked-up.
        service: of an emergency number: police, ambulance or fire.
        from_abroad: with the code of its country; empty where it has no such form.
        dialling: international, toll-free, national or short-code; empty for an emergency number.
        plan_check: what the numbering plan says of its form; empty where that was not checked.
        last_seen: as `Provenance.seen_on`: the newest dated source that gives this very number.
        provenance: its own, or that of its authority.
    """

    dial: str
    kind: str
    confidence: str
    service: str = ""
    from_abroad: str = ""
    hours: str = ""
    dialling: str = ""
    plan_check: str = ""
    last_seen: str = ""
    note: str = ""
    warning: str = ""
    provenance: tuple[Provenance, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether two or more separate publications agree on it."""
        return self.confidence == CONFIRMED

    @property
    def is_old(self) -> bool:
        """Whether it has not been seen lately, or nobody knows when."""
        return self.last_seen < OLD_BEFORE

    @property
    def is_sure(self) -> bool:
        """Whether it is confirmed, and was seen lately."""
        return self.is_confirmed and not self.is_old

    @property
    def is_doubtful(self) -> bool:
        """Whether it is neither: one source of long ago, and nobody knows whether it still answers."""
        return not self.is_confirmed and self.is_old

    @property
    def e164(self) -> str:
        """As a machine dials it from anywhere, such as +12423768477; empty where it has no such form."""
        digits = "".join(filter(str.isdigit, self.from_abroad))
        return f"+{digits}" if digits else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """What nobody should dial any more: told as the source tells it, and the numbers in it."""

    text: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An authority or service.

    Attributes:
        id: its name for ever, within its entry.
        name: its own; `name_en` in English.
        role: one of `ROLES`.
        confidence: in its numbers where it has any, else in its existence and role.
        is_general: it is not specific to trafficking, or nothing that was read says that it deals with it.
        answered_by: who answers its numbers, police or prosecutors, where its role does not tell.
        languages: of service: ISO 639 codes, or words.
        key_card: the line of its key card, to which referrals are sealed; empty for none.
    """

    id: str
    name: str
    name_en: str
    role: str
    confidence: str
    is_general: bool = False
    answered_by: str = ""
    numbers: tuple[Number, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    key_card: str = ""
    note: str = ""
    warning: str = ""
    provenance: tuple[Provenance, ...]

    @property
    def latest_seen(self) -> str:
        """The newest date among its sources; empty where none carries one."""
        return newest(self.provenance).seen_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """How a state stands to a treaty.

    Attributes:
        name: palermo-protocol or untoc.
        status: ratification or accession, in that year; `date` and `signed` are empty where not known.
    """

    name: str
    status: str
    year: int
    date: str = ""
    signed: str = ""
    confidence: str
    note: str = ""
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Where sources disagree; `old_numbers` in it are not to be dialled."""

    text: str
    old_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A state or an organisation, and whom to call there.

    Attributes:
        page: where it is read, such as `directory/bol`.
        names: (language, name), for each language of the kit; `also` are other names that people use.
        alpha2, alpha3: ISO 3166; empty for an organisation, as are the calling code and the languages.
        emergency_in_plan: what the numbering plan marks as emergency numbers; not who answers.
        confirmed_messages: ids of the messages of the rights card that the state has confirmed.
    """

    page: PageId
    name: str
    names: tuple[tuple[str, str], ...]
    also: tuple[str, ...] = ()
    alpha2: str = ""
    alpha3: str = ""
    calling_code: str = ""
    official_languages: tuple[str, ...] = ()
    emergency: tuple[Number, ...] = ()
    emergency_in_plan: tuple[str, ...] = ()
    authorities: tuple[Authority, ...] = ()
    roles_not_found: tuple[str, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    confirmed_messages: tuple[str, ...] = ()
    note: str = ""

    def named_in(self, lang: str) -> Self:
        """The same with the name of its state in this language; an organisation keeps its short name."""
        return replace(self, name=dict(self.names).get(lang, self.name)) if self.alpha3 else self

    def of_role(self, role: str) -> tuple[Authority, ...]:
        """Its authorities of this role, in their order."""
        return tuple(one for one in self.authorities if one.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number that can be called, and whose it is.

    Attributes:
        authority: None for an emergency number; `services` are then those that answer it.
    """

    number: Number
    authority: Authority | None = None
    services: tuple[str, ...] = ()


def newest(provenance: tuple[Provenance, ...]) -> Provenance:
    """The source with the newest date; the first of those without any."""
    return max(provenance, key=lambda source: source.seen_on)


def best_to_call(entry: Entry) -> tuple[Call, ...]:
    """The best numbers of an entry, the most trusted first; an organisation may have none.

    The reporting lines; else the bodies that answer for trafficking and have a number; else the police's
    emergency number. A line that may be long dead never stands before a body that surely answers: there
    both are given, the body first. What must be said beside them: `contact_gaps.gaps_of`.
    """
    lines = _numbers_of(entry, (HOTLINE,))
    if lines and not may_be_dead(entry):
        return lines
    return (*_numbers_of(entry, _ANSWERING), *lines) or police_emergency(entry)


def may_be_dead(entry: Entry) -> bool:
    """Whether every reporting line is doubtful, and a body that answers for trafficking has a sure number."""
    lines = _numbers_of(entry, (HOTLINE,))
    return (
        bool(lines)
        and all(call.number.is_doubtful for call in lines)
        and any(call.number.is_sure for call in _numbers_of(entry, _ANSWERING))
    )


def police_emergency(entry: Entry) -> tuple[Call, ...]:
    """The emergency number of the police; of an organisation, none."""
    return tuple(Call(number=number) for number in entry.emergency if number.service == "police")


def for_a_child(entry: Entry) -> tuple[Call, ...]:
    """The numbers of child protection, the most trusted first."""
    return _numbers_of(entry, (CHILDREN,), even_general=True)


def asked_instead(entry: Entry, role: str = "") -> Authority | None:
    """Whom to ask where an authority of this role is not known: one with a number, if there is any."""
    with_numbers = [one for one in _own(entry, (HOTLINE, *_ANSWERING), role) if one.numbers]
    return min(with_numbers, key=_doubt, default=next(_own(entry, _WITHOUT_NUMBER, role), None))


def grouped(numbers: tuple[Number, ...]) -> Iterator[tuple[tuple[str, ...], Number]]:
    """Numbers with the services that answer them: police, ambulance and fire may share one."""
    services: dict[Number, list[str]] = {}
    for number in numbers:
        shared = next((one for one in services if _is_the_same(one, number)), number)
        services.setdefault(shared, []).append(number.service)
    for number, names in services.items():
        yield tuple(names), number


def _own(entry: Entry, roles: tuple[str, ...], but: str) -> Iterator[Authority]:
    """Authorities of all roles but one, in the order of the roles; none that is general."""
    for role in roles:
        if role != but:
            yield from (one for one in entry.of_role(role) if not one.is_general)


def _doubt(authority: Authority) -> int:
    """How far its best number is from being confirmed."""
    return min(CONFIDENCES.index(number.confidence) for number in authority.numbers)


def _is_the_same(one: Number, other: Number) -> bool:
    """Whether two differ in nothing but their service."""
    return all(getattr(one, name) == getattr(other, name) for name in Number.__slots__ if name != "service")


def _numbers_of(entry: Entry, roles: tuple[str, ...], even_general: bool = False) -> tuple[Call, ...]:
    calls = [
        Call(number=number, authority=authority)
        for role in roles
        for authority in entry.of_role(role)
        if even_general or not authority.is_general
        for number in authority.numbers
    ]
    return tuple(sorted(calls, key=lambda call: CONFIDENCES.index(call.number.confidence)))
