"""Cases of the ILO rule, each worked by hand from `facts`: counts of strong, medium and weak, and the answer.

The rule has four ways to be positive. For each, the table has the case at the threshold, those just below it
(one indicator less, or one a step weaker) and just above it (one more, or one a step heavier).
"""

from typing import NamedTuple


class Case(NamedTuple):
    """So many confirmed indicators of one dimension, and whether they make it positive."""

    strong: int
    medium: int
    weak: int
    positive: bool
    why: str


RULE = (
    # nothing, and one alone
    Case(0, 0, 0, False, "nothing is confirmed"),
    Case(1, 0, 0, False, "one strong alone is not enough"),
    Case(0, 1, 0, False, "one medium alone"),
    Case(0, 0, 1, False, "one weak alone"),
    # two strong
    Case(2, 0, 0, True, "two strong"),
    Case(3, 0, 0, True, "two strong, and one to spare"),
    Case(2, 1, 0, True, "two strong, and a medium to spare"),
    Case(2, 0, 1, True, "two strong, and a weak to spare"),
    Case(2, 1, 1, True, "two strong, and more"),
    Case(4, 4, 4, True, "plenty"),
    # one strong and one medium or weak
    Case(1, 1, 0, True, "one strong, one medium"),
    Case(1, 0, 1, True, "one strong, one weak"),
    Case(1, 1, 1, True, "one strong, one medium, one weak"),
    Case(1, 2, 0, True, "one strong, two medium"),
    Case(1, 0, 2, True, "one strong, two weak"),
    Case(1, 3, 0, True, "one strong, three medium"),
    Case(1, 0, 9, True, "one strong, many weak"),
    # three medium
    Case(0, 3, 0, True, "three medium"),
    Case(0, 2, 0, False, "two medium are one short"),
    Case(0, 4, 0, True, "four medium"),
    Case(0, 3, 1, True, "three medium, a weak to spare"),
    # two medium and one weak
    Case(0, 2, 1, True, "two medium, one weak"),
    Case(0, 2, 2, True, "two medium, two weak"),
    Case(0, 1, 1, False, "one medium, one weak"),
    Case(0, 1, 2, False, "one medium, two weak"),
    Case(0, 1, 9, False, "one medium, however many weak"),
    # weak alone
    Case(0, 0, 2, False, "two weak"),
    Case(0, 0, 3, False, "three weak"),
    Case(0, 0, 9, False, "weak alone never suffices"),
)
