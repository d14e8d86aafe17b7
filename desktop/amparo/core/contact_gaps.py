"""What is said where a number or an authority is not known, and whom to ask instead.

Every function takes `say`, as in `contact_words`.
"""

from collections.abc import Iterator

from amparo.core.contact_words import Say, date_words
from amparo.core.contacts import (
    CONSULAR,
    HOTLINE,
    Entry,
    asked_instead,
    best_to_call,
    for_a_child,
    may_be_dead,
)
from amparo.core.i18n import N_, _


def gaps_of(entry: Entry, say: Say = _) -> tuple[str, ...]:
    """What must be said beside the best numbers of an entry: what is not known, and whom to ask instead."""
    if not entry.alpha3:
        return () if best_to_call(entry) else (say(N_("No telephone number is known to this kit.")),)
    return (*no_line(entry, say), *doubtful_line(entry, say), *no_emergency(entry, say))


def no_line(entry: Entry, say: Say = _) -> tuple[str, ...]:
    """That a state has no reporting line, and what to do instead; nothing where it has one."""
    if not entry.alpha3 or any(one.numbers for one in entry.of_role(HOTLINE)):
        return ()
    return tuple(_no_line(entry, say))


def doubtful_line(entry: Entry, say: Say = _) -> tuple[str, ...]:
    """That the reporting line may be long dead, and who surely answers; nothing without such a doubt."""
    if not may_be_dead(entry):
        return ()
    first = best_to_call(entry)[0].authority
    assert first
    seen = max(number.last_seen for one in entry.of_role(HOTLINE) for number in one.numbers)
    words = say(
        N_("The reporting line was last published {date}, in one source only. First call: {authority}.")
    )
    return (words.format(date=date_words(seen, say), authority=first.name_en),)


def no_emergency(entry: Entry, say: Say = _) -> tuple[str, ...]:
    """That no emergency number of a state is confirmed, and whom to ask; nothing where one is."""
    if not entry.alpha3 or any(number.is_confirmed for number in entry.emergency):
        return ()
    return tuple(_no_emergency(entry, say))


def in_plan(entry: Entry, say: Say = _) -> str:
    """What the numbering plan of a state marks as emergency numbers."""
    if not entry.emergency_in_plan:
        return ""
    words = say(N_("The numbering plan marks as emergency numbers: {numbers}. It does not say who answers."))
    return words.format(numbers=", ".join(entry.emergency_in_plan))


def not_found(entry: Entry, role: str, say: Say = _) -> str:
    """That no authority of a role was found, and whom to ask instead."""
    if role == CONSULAR:
        return say(
            N_(
                "Not looked up. Only if the person asks for it: the ministry of foreign affairs of the"
                " person’s state."
            )
        )
    other = asked_instead(entry, role)
    if other is None:
        return say(N_("No entry was found. Ask the police; in danger, call the emergency number."))
    if other.numbers:
        return say(N_("No entry was found. Ask instead: {authority}.")).format(authority=other.name_en)
    words = N_("No entry was found. Ask instead: {authority}, whose number is not known to this kit.")
    return say(words).format(authority=other.name_en)


def _no_line(entry: Entry, say: Say) -> Iterator[str]:
    words = N_("No reporting line against trafficking is known to this kit for {state}.")
    yield say(words).format(state=entry.name)
    other = asked_instead(entry, HOTLINE)
    if other is not None and other.numbers:
        words = N_("Where somebody is in danger, call the emergency number; otherwise {authority}.")
        yield say(words).format(authority=other.name_en)
    elif other is not None:
        words = N_(
            "Call the emergency number. Ask the police for: {authority}; its number is not known here."
        )
        yield say(words).format(authority=other.name_en)
    else:
        yield say(N_("Call the emergency number, and ask the police who deals with trafficking."))
    if children := for_a_child(entry):
        assert children[0].authority
        yield say(N_("For a child: {authority}.")).format(authority=children[0].authority.name_en)


def _no_emergency(entry: Entry, say: Say) -> Iterator[str]:
    words = N_("No emergency number of {state} is confirmed. Ask on the spot which number answers.")
    yield say(words).format(state=entry.name)
    if (other := asked_instead(entry)) is not None and other.numbers:
        yield say(N_("Or ask: {authority}.")).format(authority=other.name_en)
    yield from filter(None, (in_plan(entry, say),))
