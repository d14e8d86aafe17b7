"""Authorities and numbers on paper: the number is the largest thing on its card, warnings beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from amparo.core.blocks import Contact, Numbers, Prose, Span, Style
from amparo.core.contact_words import (
    NO_NUMBER,
    SOURCE,
    WARNING,
    authority_facts,
    call_facts,
    call_name,
    call_warnings,
    number_facts,
    own_name,
    services_words,
    source_words,
    warnings_of,
    who_answers,
)
from amparo.core.contacts import Call, Number, grouped
from amparo.core.i18n import _
from amparo.paper.bands import Band, Column, Rules
from amparo.paper.lines import Line, Size, broken
from amparo.paper.sizes import LABEL, ROW, SUBTITLE

NUMBER = Size(16, 20, is_bold=True)
_NAME = replace(SUBTITLE, is_bold=True)
_BETWEEN_PT = 12
_PADDING_PT = 4
_INSET_PT = 8
_NUMBER_SHARE = 0.4
_CALL_SHARE = 0.31
_BEFORE_CARD_PT = 12
_BEFORE_NUMBER_PT = 4


def numbers_bands(block: Numbers, left_pt: float, width_pt: float) -> Iterator[Band]:
    """Emergency numbers, each with the services that answer it, and where they are from."""
    card = _Card(left_pt, width_pt)
    for services, number in grouped(block.numbers):
        yield card.number(number, services_words(services))
    if block.numbers:
        yield card.strip(_fact(_(SOURCE), source_words(block.numbers[0].provenance, block.cited)))


def contact_bands(block: Contact, left_pt: float, width_pt: float) -> Iterator[Band]:
    """An authority: names, what to know before a call, numbers, and all else that is known.

    The names stand again on every page; they begin none without the first number.
    """
    authority, card = block.authority, _Card(left_pt, width_pt)
    told = filter(None, (authority.warning, who_answers(authority)))
    head = card.head(
        authority.name_en, *((Span(name),) for name in own_name(authority)), *map(_warning, told)
    )
    yield head
    for number in authority.numbers:
        yield replace(card.number(number, is_boxed=bool(authority.warning)), head=head)
    unknown = () if authority.numbers else ((Span(_(NO_NUMBER)),),)
    source = (_(SOURCE), source_words(authority.provenance, block.cited))
    facts = (_fact(label, words) for label, words in (*authority_facts(authority), source))
    yield replace(card.strip(*unknown, *facts), head=head)


def call_bands(calls: tuple[Call, ...], left_pt: float, width_pt: float) -> Iterator[Band]:
    """Numbers to call, a row each, short enough for a sheet on the wall."""
    wide_pt = width_pt * _CALL_SHARE
    for before, call in zip((None, *calls), calls, strict=False):
        is_another = before is None or before.authority is None or before.authority != call.authority
        said: list[Prose] = [(Span(call_name(call), Style.STRONG),)] if is_another else []
        said.append((Span(" · ".join(call_facts(call))),))
        if warnings := call_warnings(call, before):
            said.append(_warning(" ".join(warnings)))
        yield Band(
            columns=(
                Column(left_pt, broken(call.number.dial, NUMBER, wide_pt)),
                Column(left_pt + wide_pt + _BETWEEN_PT, _lines(said, width_pt - wide_pt - _BETWEEN_PT)),
            ),
            left_pt=left_pt,
            width_pt=width_pt,
            padding_pt=1.5,
            rules=Rules(over=0.4 if is_another and before else 0),
        )


class _Card:
    """Sets the parts of a card of one width."""

    def __init__(self, left_pt: float, width_pt: float) -> None:
        self._left_pt, self._width_pt = left_pt, width_pt

    def head(self, name: str, *said: Prose) -> Band:
        """A name under a rule, and what is said below it."""
        lines = (*broken(name, _NAME, self._width_pt), *_lines(said, self._width_pt))
        head = self._band(Column(self._left_pt, lines))
        return replace(head, before_pt=_BEFORE_CARD_PT, rules=Rules(over=0.75), keeps_next=True)

    def number(self, number: Number, name: str = "", is_boxed: bool = False) -> Band:
        """The number, and beside it how far it can be trusted; one to be wary of stands in a box."""
        wide_pt = self._width_pt * _NUMBER_SHARE
        beside_pt = self._width_pt - wide_pt - _BETWEEN_PT - 2 * _INSET_PT
        warnings = warnings_of(number)
        warned = (_warning(" ".join(warnings)),) if warnings else ()
        said = (*warned, *(_fact(label, words) for label, words in number_facts(number)))
        called = (*broken(name, LABEL, wide_pt), *broken(number.dial, NUMBER, wide_pt))
        columns = (
            Column(self._left_pt + _INSET_PT, called),
            Column(self._left_pt + _INSET_PT + wide_pt + _BETWEEN_PT, _lines(said, beside_pt)),
        )
        rules = Rules(box=1) if warnings or is_boxed else Rules(side=2.5)
        return replace(self._band(*columns), before_pt=_BEFORE_NUMBER_PT, rules=rules)

    def strip(self, *said: Prose) -> Band:
        """What stands under the numbers."""
        return self._band(Column(self._left_pt, _lines(said, self._width_pt)))

    def _band(self, *columns: Column) -> Band:
        return Band(columns=columns, left_pt=self._left_pt, width_pt=self._width_pt, padding_pt=_PADDING_PT)


def _lines(said: Iterable[Prose], width_pt: float) -> tuple[Line, ...]:
    return tuple(chain.from_iterable(broken(prose, ROW, width_pt, before_pt=1) for prose in said))


def _fact(label: str, words: str) -> Prose:
    return (Span(f"{label}: ", Style.STRONG), Span(words))


def _warning(words: str) -> Prose:
    return (Span(f"{_(WARNING)}. {words}", Style.STRONG),)
