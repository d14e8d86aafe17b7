"""Whom to call in a state or organisation: emergency first, then who answers, then what is not known."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from amparo.core.blocks import (
    Block,
    Contact,
    Heading,
    Items,
    Note,
    Numbers,
    Paragraph,
    Prose,
    Span,
    Style,
    Table,
    Tone,
    prose,
)
from amparo.core.contact_gaps import doubtful_line, gaps_of, in_plan, no_emergency, no_line, not_found
from amparo.core.contact_words import (
    CONFIDENCE,
    ROLE_NAMES,
    TREATIES,
    TREATY_STATUS,
    date_words,
    language_words,
    own_name,
    services_words,
    warnings_of,
)
from amparo.core.contacts import HOTLINE, ROLES, Authority, Entry, Number, Provenance, Treaty, grouped
from amparo.core.i18n import N_
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.entries import entry_of
from amparo.library.jumps import name_key, number_keys
from amparo.library.pages.made import page_of
from amparo_resources import schema

CONTEXT = "Directory of authorities: whom to call"
_CAUTION = (
    "In danger, use the emergency number first. No number here was called when the kit was made: look at "
    "its confidence, its date and its warnings. “Of the right form” does not mean that somebody answers."
)
_ABOUT_LISTS = (
    "Emergency numbers come from a public list of 2024, held against another of 2025. Confirmed means that "
    "the numbering plan, as the public library libphonenumber has it, marks the same number."
)
_SUPERSEDED = "These numbers are on old leaflets and lists. They may reach nobody, or somebody else."


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the state or organisation, a passage for each authority and for the emergency numbers."""
    document = written.document
    assert isinstance(document, schema.Directory)
    entry = entry_of(written)
    blocks = tuple(_Sheet(entry).blocks())
    draft = page_of(written, blocks, tuple(_passages(entry)))
    return (replace(draft, context=CONTEXT, shortcuts=tuple(sorted(_shortcuts(entry)))),)


class _Sheet:
    """Sets out one entry; every source has its place in the list at the end."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._sources: dict[Provenance, int] = {}

    def blocks(self) -> Iterator[Block]:
        entry = self._entry
        yield from self._emergency()
        if entry.alpha3:
            yield Note(prose(_CAUTION), Tone.WARNING)
        if entry.note:
            yield Note(prose(entry.note))
        for role in ROLES:
            yield from self._of_role(role)
        yield from self._not_found()
        yield from self._superseded()
        yield from self._conflicts()
        yield from self._treaties()
        yield from self._about()
        yield Heading("Where the contacts are from")
        yield Items(tuple(map(_cited, self._sources)), numbered=True, is_small=True)

    def _emergency(self) -> Iterator[Block]:
        entry = self._entry
        if not entry.emergency:
            for words in gaps_of(entry, N_):
                yield Note(prose(words), Tone.WARNING)
            return
        yield Heading("Emergency numbers")
        if unconfirmed := no_emergency(entry, N_):
            yield Note(prose(" ".join(unconfirmed)), Tone.DANGER)
        for provenance, numbers in groupby(entry.emergency, lambda number: number.provenance):
            yield Numbers(tuple(numbers), self._places(provenance))
        about = _ABOUT_LISTS if unconfirmed else f"{_ABOUT_LISTS} {in_plan(entry, N_)}"
        yield Paragraph(prose(about))

    def _of_role(self, role: str) -> Iterator[Block]:
        authorities = self._entry.of_role(role)
        gap = (*no_line(self._entry, N_), *doubtful_line(self._entry, N_)) if role == HOTLINE else ()
        if authorities or gap:
            yield Heading(ROLE_NAMES[role])
        if gap:
            yield Note(prose(" ".join(gap)), Tone.WARNING)
        for authority in authorities:
            yield Contact(authority, self._places(authority.provenance))

    def _not_found(self) -> Iterator[Block]:
        roles = [role for role in self._entry.roles_not_found if role != HOTLINE]  # said where it would be
        names: dict[str, list[str]] = {}
        for role in roles:
            names.setdefault(not_found(self._entry, role, N_), []).append(ROLE_NAMES[role])
        if names:
            yield Heading("Not found")
            yield Items(
                tuple(
                    (Span(f"{'; '.join(said)}: ", Style.STRONG), Span(told)) for told, said in names.items()
                )
            )

    def _superseded(self) -> Iterator[Block]:
        lines: dict[str, list[str]] = {}
        for authority in self._entry.authorities:
            for old in authority.superseded:
                lines.setdefault(old.text, []).append(authority.name_en)
        told = [conflict for conflict in self._entry.conflicts if conflict.old_numbers]
        if lines or told:
            yield Heading("Do not dial")
            yield Note(prose(_SUPERSEDED), Tone.DANGER)
            yield Items(
                (
                    *(_do_not_dial(text, names) for text, names in lines.items()),
                    *(prose(conflict.text) for conflict in told),
                )
            )

    def _conflicts(self) -> Iterator[Block]:
        told = [conflict for conflict in self._entry.conflicts if not conflict.old_numbers]
        if told:
            yield Heading("Where sources disagree")
            yield Items(tuple(prose(conflict.text) for conflict in told))

    def _treaties(self) -> Iterator[Block]:
        treaties = self._entry.treaties
        if treaties:
            yield Heading("Treaties")
            head = ("Treaty", "Status", "Signed", "Confidence", "Sources")
            yield Table(head, tuple(map(self._treaty, treaties)))
            for note in dict.fromkeys(treaty.note for treaty in treaties if treaty.note):
                yield Paragraph(prose(note))

    def _treaty(self, treaty: Treaty) -> tuple[str, ...]:
        when = date_words(treaty.date, N_) if treaty.date else f"{treaty.year}"
        return (
            TREATIES[treaty.name],
            f"{TREATY_STATUS[treaty.status]} {when}",
            date_words(treaty.signed, N_),
            CONFIDENCE[treaty.confidence],
            ", ".join(map(str, self._places(treaty.provenance))),
        )

    def _about(self) -> Iterator[Block]:
        if self._entry.alpha3:
            yield Heading("About the state")
            languages = language_words(self._entry.official_languages, N_)
            words = (
                f"Code from abroad: {self._entry.calling_code}. Official languages: {languages}. "
                f"ISO codes: {self._entry.alpha2}, {self._entry.alpha3}."
            )
            yield Paragraph(prose(words))

    def _places(self, provenance: tuple[Provenance, ...]) -> tuple[int, ...]:
        return tuple(self._sources.setdefault(source, len(self._sources) + 1) for source in provenance)


def _do_not_dial(text: str, names: list[str]) -> Prose:
    return (Span(f"Do not dial: {text}.", Style.STRONG), Span(f" It was a number of “{'”, “'.join(names)}”."))


def _cited(source: Provenance) -> Prose:
    return (Span(source.title, target=source.address), Span(f", {date_words(source.seen_on, N_)}"))


def _passages(entry: Entry) -> Iterator[Passage]:
    names = tuple(dict.fromkeys((*(name for _lang, name in entry.names), *entry.also)))
    tags = (*names, entry.alpha3) if entry.alpha3 else names
    old = tuple(number for conflict in entry.conflicts for number in conflict.old_numbers)
    text = f"{CONTEXT}. {', '.join(names)}"
    yield Passage(title=entry.name, text=text, tags=(*tags, *old), state=entry.alpha3)
    if entry.emergency:
        lines = (
            f"{services_words(services, N_)}: {_told(one)}" for services, one in grouped(entry.emergency)
        )
        title = f"{entry.name}: emergency numbers"
        yield Passage(title=title, text=". ".join(lines), tags=tags, state=entry.alpha3)
    for authority in entry.authorities:
        yield Passage(
            title=f"{entry.name}: {authority.name_en}",
            text=". ".join(_passage(authority)),
            tags=(*tags, *_superseded_tags(authority)),
            state=entry.alpha3,
        )


def _passage(authority: Authority) -> Iterator[str]:
    """Found by any of its numbers; one that is not to be dialled is never part of an excerpt."""
    yield from (ROLE_NAMES[authority.role], *own_name(authority))
    yield from (_told(number, authority) for number in authority.numbers)
    yield from filter(None, (authority.note, authority.email))


def _superseded_tags(authority: Authority) -> Iterator[str]:
    for old in authority.superseded:
        for number in old.numbers:
            yield from (number, "".join(filter(str.isdigit, number)))


def _told(number: Number, authority: Authority | None = None) -> str:
    """A number never stands without how far it can be trusted."""
    warned = "; see its warnings" if warnings_of(number, authority, N_) else ""
    return f"{number.dial} ({CONFIDENCE[number.confidence]}, {date_words(number.last_seen, N_)}{warned})"


def _shortcuts(entry: Entry) -> set[str]:
    """What leads straight to the page: its names, and every number on it, old ones too."""
    keys = {name_key(name) for name in (entry.name, *(name for _lang, name in entry.names), *entry.also)}
    for authority in entry.authorities:
        for number in authority.numbers:
            keys |= number_keys(number.dial, number.from_abroad, entry.calling_code)
        for old in authority.superseded:
            for text in old.numbers:
                keys |= number_keys(text, "", entry.calling_code)
    for conflict in entry.conflicts:
        for text in conflict.old_numbers:
            keys |= number_keys(text, "", entry.calling_code)
    return keys
