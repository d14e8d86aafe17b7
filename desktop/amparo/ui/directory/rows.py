"""The lines of the directory: entries that answer what was typed and the role that was chosen."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.core.contact_words import CONFIDENCE_WORD, NO_NUMBER, ROLE_NAMES
from amparo.core.contacts import Authority, Call, Entry, best_to_call
from amparo.core.i18n import _
from amparo.core.model import PageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A state or an organisation with the first number that it is called by.

    Attributes:
        number: as dialled in its state; else that there is none.
        sure: how far the number can be trusted, in a word or two; empty for none.
    """

    page: PageId
    name: str
    number: str
    sure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """One's own state, the other states by name, and organisations; any may be empty."""

    mine: tuple[Row, ...] = ()
    states: tuple[Row, ...] = ()
    organisations: tuple[Row, ...] = ()


def rows_of(entries: tuple[Entry, ...], state: str, query: str = "", role: str = "") -> Rows:
    """The entries that answer.

    Args:
        state: one's own, ISO 3166 alpha-3; empty for none.
        query: every word of it must be in names, roles or numbers of an entry.
        role: of an authority that the entry has; empty for any.
    """
    words = folded(query).split()
    found = [entry for entry in entries if _answers(entry, words, role)]
    found.sort(key=lambda entry: folded(entry.name))
    return Rows(
        mine=tuple(_row(entry, role) for entry in found if entry.alpha3 and entry.alpha3 == state),
        states=tuple(_row(entry, role) for entry in found if entry.alpha3 and entry.alpha3 != state),
        organisations=tuple(_row(entry, role) for entry in found if not entry.alpha3),
    )


def folded(text: str) -> str:
    """Without case and accents, as people type it."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _answers(entry: Entry, words: list[str], role: str) -> bool:
    authorities = entry.of_role(role) if role else entry.authorities
    if role and not authorities:
        return False
    text = folded(" ".join(_told(entry, authorities)))
    return all(word in text for word in words)


def _told(entry: Entry, authorities: tuple[Authority, ...]) -> Iterator[str]:
    yield from (entry.name, entry.alpha3, *(name for _lang, name in entry.names), *entry.also)
    yield from (number.dial for number in entry.emergency)
    for authority in authorities:
        yield from (authority.name, authority.name_en, _(ROLE_NAMES[authority.role]))
        for number in authority.numbers:
            yield from (number.dial, _digits(number.dial), _digits(number.from_abroad))
        yield from (old for one in authority.superseded for old in one.numbers)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _row(entry: Entry, role: str) -> Row:
    calls = _of_role(entry, role) if role else best_to_call(entry)
    if not calls:
        return Row(page=entry.page, name=entry.name, number=_(NO_NUMBER))
    first = calls[0].number
    sure = _(CONFIDENCE_WORD[first.confidence])
    return Row(page=entry.page, name=entry.name, number=first.dial, sure=sure)


def _of_role(entry: Entry, role: str) -> tuple[Call, ...]:
    return tuple(Call(number=number, authority=one) for one in entry.of_role(role) for number in one.numbers)
