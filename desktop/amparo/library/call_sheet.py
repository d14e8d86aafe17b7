"""The call sheet of a state: every number on one sheet of paper, for the wall or the vehicle."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amparo.core.blocks import Block, Calls, Heading, Items, Lines, prose
from amparo.core.contact_gaps import gaps_of
from amparo.core.contacts import Call, Entry, best_to_call, for_a_child, grouped
from amparo.core.i18n import _


def call_sheet(entry: Entry) -> tuple[Block, ...]:
    """Emergency, whom to call first, for a child, and all others; each number once, with its warnings."""
    return tuple(_Sheet().blocks(entry))


class _Sheet:
    """Remembers which numbers stand already: a line that two authorities share is told once."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def blocks(self, entry: Entry) -> Iterator[Block]:
        if entry.emergency:
            yield Heading(_("In danger"))
            yield Calls(tuple(_emergency(entry)))
        if gaps := gaps_of(entry):
            yield Items(tuple(map(prose, gaps)), is_small=True)
        first = tuple(call for call in best_to_call(entry) if call.authority)
        for title, calls in (
            (_("Call first"), first),
            (_("For a child"), for_a_child(entry)),
            (_("Others"), _all(entry)),
        ):
            if fresh := tuple(self._fresh(calls)):
                yield from (Heading(title), Calls(fresh))
        old = sorted({old.text for one in entry.authorities for old in one.superseded})
        old += [conflict.text for conflict in entry.conflicts if conflict.old_numbers]
        if old:
            yield Heading(_("Do not dial"))
            yield Items(tuple(map(prose, old)), is_small=True)
        yield Lines((_("Checked on"), _("By"), _("Result")))
        about = _("From the kit’s directory, whose page has the source of each number. No number was called.")
        yield Items((prose(about),), is_small=True)

    def _fresh(self, calls: Iterable[Call]) -> Iterator[Call]:
        for call in calls:
            if call.number.dial not in self._told:
                self._told.add(call.number.dial)
                yield call


def _emergency(entry: Entry) -> Iterator[Call]:
    """Emergency numbers, one that several services share once; what a list adds to one is on the page."""
    for services, number in grouped(tuple(replace(number, note="") for number in entry.emergency)):
        yield Call(number=number, services=services)


def _all(entry: Entry) -> tuple[Call, ...]:
    return tuple(Call(number=number, authority=one) for one in entry.authorities for number in one.numbers)
