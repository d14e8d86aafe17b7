"""The ILO rule: when the indicators of one dimension make it positive.

From the operational indicators of trafficking in human beings (ILO and European Commission, 2009), as a copy
gives them that has not been compared with the original: two strong; one strong and one medium or weak; three
medium; two medium and one weak. A dimension that is not positive is not established, which is not absent.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations_with_replacement

_ENOUGH = 3
"""No dimension wants more indicators than so many."""


class Strength(StrEnum):
    """How heavily an ILO indicator weighs, the heaviest first."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


def is_positive(strengths: Iterable[Strength]) -> bool:
    """Whether confirmed indicators of these strengths, each counted once, make their dimension positive."""
    counted = Counter(strengths)
    strong, medium, weak = (counted[strength] for strength in Strength)
    return (strong >= 1 and strong + medium + weak >= 2) or medium >= 3 or (medium >= 2 and weak >= 1)


def missing(strengths: Iterable[Strength]) -> tuple[tuple[Strength, ...], ...]:
    """What more would make the dimension positive: each way with nothing in it to spare, the shortest first.

    Returns: nothing, where it is positive already.
    """
    counted = tuple(strengths)
    if is_positive(counted):
        return ()
    ways: list[tuple[Strength, ...]] = []
    for number in range(1, _ENOUGH + 1):
        for way in combinations_with_replacement(Strength, number):
            if is_positive((*counted, *way)) and not any(Counter(less) <= Counter(way) for less in ways):
                ways.append(way)
    return tuple(ways)
