"""What Home says of the officer's own state: loaded once the first window is up."""

from amparo.core.contact_gaps import gaps_of
from amparo.core.contact_words import call_facts, call_name
from amparo.core.contacts import Entry, best_to_call, police_emergency

_OTHERS = 2
"""Numbers beside the emergency number; all are in the directory."""


def first_calls(entry: Entry) -> dict[str, list[str]]:
    """The first numbers to call with who answers, the emergency number before all."""
    others = [call for call in best_to_call(entry) if call.authority]
    told: dict[str, list[str]] = {}
    for call in (*police_emergency(entry)[:1], *others[:_OTHERS]):
        told.setdefault(call.number.dial, []).append(f"{call_name(call)} · {call_facts(call)[0]}")
    return told


def first_gap(entry: Entry) -> str:
    """What must be said beside them; empty for nothing."""
    return next(iter(gaps_of(entry)), "")
