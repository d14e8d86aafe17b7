"""What is said of authorities and numbers, and how far they can be trusted.

Every function takes `say`, which puts a sentence into the language in use. Documents are made without one:
they give `N_`, and the words stay English.
"""

from collections.abc import Callable, Iterator

from amparo.core.contacts import (
    CHILDREN,
    CONSULAR,
    COORDINATION,
    EMERGENCY,
    HOTLINE,
    POLICE,
    PROSECUTION,
    Authority,
    Call,
    Number,
    Provenance,
    grouped,
    newest,
)
from amparo.core.dates import partial_date
from amparo.core.i18n import N_, _

Say = Callable[[str], str]
Fact = tuple[str, str]
"""A label, and what stands beside it."""

ROLE_NAMES = {
    HOTLINE: N_("Reporting line"),
    COORDINATION: N_("Coordinating body"),
    POLICE: N_("Police unit"),
    PROSECUTION: N_("Prosecution unit"),
    "victim-services": N_("Services for victims"),
    CHILDREN: N_("Child protection"),
    "labour-inspectorate": N_("Labour inspectorate"),
    CONSULAR: N_("Consular protection"),
    "international": N_("International organisation"),
}
SERVICES = {"police": N_("Police"), "ambulance": N_("Ambulance"), "fire": N_("Fire")}
CONFIDENCE = {
    "confirmed": N_("confirmed by two or more publications"),
    "single-source": N_("one source only"),
    "known-not-looked-up": N_("general knowledge, not looked up"),
}
CONFIDENCE_WORD = {
    "confirmed": N_("confirmed"),
    "single-source": N_("one source only"),
    "known-not-looked-up": N_("not looked up"),
}
"""The same in a word or two, where there is no room for more."""

NO_NUMBER = N_("No number is known to this kit.")
SOURCE = N_("Source")
WARNING = N_("Warning")
TREATIES = {
    "palermo-protocol": N_("Palermo Protocol, against trafficking in persons"),
    "untoc": N_("United Nations Convention against Transnational Organized Crime"),
}
TREATY_STATUS = {"ratification": N_("ratified"), "accession": N_("acceded")}
_KINDS = {
    "hotline": N_("telephone line"),
    "office": N_("office telephone"),
    "whatsapp": N_("WhatsApp"),
    "text": N_("text message"),
}
_WRITTEN = frozenset({"whatsapp", "text"})
"""Who calls such a number by voice may reach nobody."""

_DIALLING = {
    "international": N_("can be dialled from abroad"),
    "toll-free": N_("free of charge; may not work from abroad or from every mobile"),
    "national": N_("inside the state only"),
    "short-code": N_("short number: inside the state only, and not from every mobile"),
}
_PLAN = {
    "valid": N_("of the right form; nobody called it"),
    "possible": N_("of a possible length"),
    "plausible length": N_("short number of a plausible length"),
    "known short number": N_("known short number"),
    "not in library": N_("not known to the numbering plan"),
    "": N_("not checked"),
}
_LANGUAGES = {
    "en": N_("English"),
    "es": N_("Spanish"),
    "pt": N_("Portuguese"),
    "fr": N_("French"),
    "nl": N_("Dutch"),
    "ht": N_("Haitian Creole"),
    "qu": N_("Quechua"),
    "ay": N_("Aymara"),
    "gn": N_("Guaraní"),
    "200+ through interpretation": N_("more than 200 through interpreters"),
}
_NOT_CONFIRMED = {
    "single-source": N_("Not confirmed: one source only."),
    "known-not-looked-up": N_("Not confirmed: general knowledge, not looked up."),
}


def warnings_of(number: Number, authority: Authority | None = None, say: Say = _) -> tuple[str, ...]:
    """What must stand beside a number; none only for one that is confirmed, recent and without remark.

    Args:
        authority: whose number it is, with its own warning; None where that stands beside it already.
    """
    return tuple(_warnings(number, authority, say))


def number_facts(number: Number, say: Say = _) -> tuple[Fact, ...]:
    """All else that is known of a number, most needed first."""
    facts = [
        (say(N_("Confidence")), say(CONFIDENCE[number.confidence])),
        (say(N_("Last published")), date_words(number.last_seen, say)),
    ]
    if number.kind != EMERGENCY:
        facts += [
            *_if_said(say(N_("From abroad")), number.from_abroad),
            (say(N_("Kind")), f"{say(_KINDS[number.kind])}; {say(_DIALLING[number.dialling])}"),
            (say(N_("Hours")), hours_words(number.hours, say)),
            (say(N_("Numbering plan")), say(_PLAN[number.plan_check])),
        ]
    return (*facts, *_if_said(say(N_("Note")), number.note))


def authority_facts(authority: Authority, say: Say = _) -> tuple[Fact, ...]:
    """What is known of an authority beside its numbers."""
    facts = [
        *_if_said(say(N_("E-mail")), authority.email),
        *_if_said(say(N_("Website")), authority.website),
        *_if_said(say(N_("Languages")), language_words(authority.languages, say)),
        *_if_said(say(N_("Note")), authority.note),
    ]
    if not authority.numbers:  # else its confidence is that of its numbers, and stands beside them
        # Translators: how sure it is that the authority exists and does this work
        facts.append((say(N_("The authority itself")), say(CONFIDENCE[authority.confidence])))
    return tuple(facts)


def source_words(provenance: tuple[Provenance, ...], cited: tuple[int, ...], say: Say = _) -> str:
    """The newest source with its date, and the places of all in the page's list of sources."""
    source = newest(provenance)
    places = f" [{', '.join(map(str, cited))}]" if cited else ""
    return f"{source.title} ({date_words(source.seen_on, say)}){places}"


def services_words(services: tuple[str, ...], say: Say = _) -> str:
    """Who answers an emergency number."""
    return " · ".join(say(SERVICES[service]) for service in services)


def numbers_text(numbers: tuple[Number, ...], cited: tuple[int, ...], say: Say = _) -> str:
    """All that is drawn of emergency numbers, as plain text."""
    lines: list[str] = []
    for services, number in grouped(numbers):
        lines += (services_words(services, say), *_number_text(number, say))
    if numbers:
        lines.append(f"{say(SOURCE)}: {source_words(numbers[0].provenance, cited, say)}")
    return "\n".join(lines)


def authority_text(authority: Authority, cited: tuple[int, ...], say: Say = _) -> str:
    """All that is drawn of an authority, as plain text."""
    told = filter(None, (authority.warning, who_answers(authority, say)))
    lines = [authority.name_en, *own_name(authority), *(f"{say(WARNING)}. {words}" for words in told)]
    for number in authority.numbers:
        lines += _number_text(number, say)
    if not authority.numbers:
        lines.append(say(NO_NUMBER))
    lines += (f"{label}: {words}" for label, words in authority_facts(authority, say))
    lines.append(f"{say(SOURCE)}: {source_words(authority.provenance, cited, say)}")
    return "\n".join(lines)


def call_name(call: Call, say: Say = _) -> str:
    """Whose number it is, and how to write to it where it is for messages."""
    if call.authority is not None:
        name, kind = call.authority.name_en, call.number.kind
        return f"{name} ({say(_KINDS[kind])})" if kind in _WRITTEN else name
    return say(N_("Emergency: {service}")).format(
        service=services_words(call.services or (call.number.service,), say)
    )


def call_facts(call: Call, say: Say = _) -> tuple[str, ...]:
    """How sure it is, how old, what for, and from abroad: the few things to know before a call."""
    number = call.number
    facts = [
        say(CONFIDENCE_WORD[number.confidence]),
        say(N_("last published: {date}")).format(date=date_words(number.last_seen, say)),
    ]
    if number.kind in _WRITTEN:
        facts.append(say(_KINDS[number.kind]))
    if number.hours:
        facts.append(hours_words(number.hours, say))
    if number.from_abroad:
        facts.append(say(N_("from abroad: {number}")).format(number=number.from_abroad))
    if number.kind != EMERGENCY and number.note:
        facts.append(number.note)
    return tuple(facts)


def emergency_words(calls: tuple[Call, ...], say: Say = _) -> str:
    """The emergency numbers of a status line, each with whether it is confirmed; empty for none."""
    words = {True: say(N_("confirmed")), False: say(N_("unconfirmed"))}
    said = (f"{call.number.dial} ({words[call.number.is_confirmed]})" for call in calls)
    return say(N_("Emergency {numbers}")).format(numbers=", ".join(said)) if calls else ""


def call_warnings(call: Call, before: Call | None = None, say: Say = _) -> tuple[str, ...]:
    """What must stand beside it.

    Args:
        before: the call that stands over it; what is said there of the same authority is not said again.
    """
    if call.authority is not None and before is not None and before.authority == call.authority:
        return warnings_of(call.number, None, say)
    answers = who_answers(call.authority, say) if call.authority else ""
    return (*warnings_of(call.number, call.authority, say), *filter(None, (answers,)))


def own_name(authority: Authority) -> tuple[str, ...]:
    """The name of an authority in its own language, where the English one does not hold it already."""
    return () if authority.name in authority.name_en else (authority.name,)


def who_answers(authority: Authority, say: Say = _) -> str:
    """What a person should be told before a call is made in their name; empty for nothing."""
    if not authority.numbers:
        return ""
    if authority.role == POLICE or authority.answered_by == "police":
        return say(N_("Law enforcement answers here. Tell the person so before you call."))
    if authority.role == PROSECUTION or authority.answered_by == "prosecutors":
        return say(N_("The prosecution service answers here. Tell the person so before you call."))
    return ""


def date_words(seen: str, say: Say = _) -> str:
    """A year, a month or a day in words; says so where there is none."""
    return partial_date(seen, say) if seen else say(N_("no date known"))


def hours_words(hours: str, say: Say = _) -> str:
    """When somebody answers; says so where that is not known."""
    if hours == "24/7":
        return say(N_("day and night (24/7)"))
    return hours or say(N_("not known"))


def language_words(languages: tuple[str, ...], say: Say = _) -> str:
    """Languages by name."""
    return ", ".join(say(_LANGUAGES[one]) if one in _LANGUAGES else one for one in languages)


def _number_text(number: Number, say: Say) -> Iterator[str]:
    yield number.dial
    if warnings := warnings_of(number, say=say):
        yield f"{say(WARNING)}. {' '.join(warnings)}"
    yield from (f"{label}: {words}" for label, words in number_facts(number, say))


def _warnings(number: Number, authority: Authority | None, say: Say) -> Iterator[str]:
    if not number.is_confirmed:
        yield say(_NOT_CONFIRMED[number.confidence])
    yield from filter(None, (number.warning, authority.warning if authority else ""))
    if not number.last_seen:
        yield say(N_("No source of it carries a date: it may have changed."))
    elif number.is_old:
        words = say(N_("Last published {date}: it may have changed."))
        yield words.format(date=date_words(number.last_seen, say))


def _if_said(label: str, words: str) -> tuple[Fact, ...]:
    return ((label, words),) if words else ()
