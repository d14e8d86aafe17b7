"""What was measured, as rows of one table: medians, ratios, budgets, and whether they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

HOLDS, MISSED = "holds", "missed"
HEAD = ("", "the kit", "beside it", "ratio", "budget", "")


@dataclass(frozen=True, slots=True)
class Series:
    """One thing measured several times, in `unit`."""

    name: str
    values: tuple[float, ...]
    unit: str = "ms"

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError(f"{self.name}: nothing was measured")

    @property
    def median(self) -> float:
        """The middle of all."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """What nineteen of twenty stay within."""
        if len(self.values) < 2:
            return self.values[0]
        return quantiles(self.values, n=20, method="inclusive")[-1]

    @property
    def spread(self) -> str:
        """The median with the least and the most."""
        least, most = min(self.values), max(self.values)
        return f"{amount(self.median)} {self.unit} ({amount(least)}-{amount(most)})"

    @property
    def tail(self) -> str:
        """What matters of many short waits: the median, most of them, the worst."""
        worst = max(self.values)
        return f"p95 {amount(self.p95)} {self.unit} (median {amount(self.median)}, worst {amount(worst)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table; `verdict` is empty where the figure stands there for scale alone."""

    what: str
    ours: str = ""
    beside: str = ""
    ratio: str = ""
    budget: str = ""
    verdict: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of the head."""
        return (self.what, self.ours, self.beside, self.ratio, self.budget, self.verdict)


def compared(what: str, ours: Series, beside: Series, at_most: float | None = None) -> Row:
    """The kit beside something else, median by median.

    Args:
        at_most: the budget as a ratio; None for a figure without one.
    """
    ratio = ours.median / beside.median
    return Row(
        what=what,
        ours=ours.spread,
        beside=f"{beside.name}: {beside.spread}",
        ratio=f"{ratio:.2f} x",
        budget="" if at_most is None else f"<= {at_most:g} x",
        verdict=_verdict(ratio, at_most),
    )


def compared_p95(what: str, ours: Series, beside: Series) -> Row:
    """Many short waits beside those of something else, by the time that nineteen of twenty take."""
    return Row(
        what=what,
        ours=ours.tail,
        beside=f"{beside.name}: {beside.tail}",
        ratio=f"{ours.p95 / beside.p95:.2f} x",
    )


def told(what: str, ours: Series) -> Row:
    """A median that stands there for scale."""
    return Row(what=what, ours=ours.spread)


def within(what: str, ours: Series, at_most: float) -> Row:
    """A median that has a limit of its own, in the series' unit."""
    return Row(
        what=what,
        ours=ours.spread,
        budget=f"<= {at_most:g} {ours.unit}",
        verdict=_verdict(ours.median, at_most),
    )


def within_p95(what: str, ours: Series, at_most: float) -> Row:
    """Many short waits, of which nineteen in twenty have a limit, in the series' unit."""
    return Row(
        what=what, ours=ours.tail, budget=f"<= {at_most:g} {ours.unit}", verdict=_verdict(ours.p95, at_most)
    )


def not_measured(what: str, why: str) -> Row:
    """A row that says why it is empty."""
    return Row(what=what, verdict=f"not measured: {why}")


def table(rows: Iterable[Row]) -> str:
    """The rows under their head, in columns."""
    lines = [HEAD, *(row.cells for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def summary(rows: Sequence[Row]) -> str:
    """How many budgets hold, and which do not."""
    held = sum(row.verdict == HOLDS for row in rows)
    missed = [row.what for row in rows if row.verdict == MISSED]
    said = f"{held} of {held + len(missed)} budgets hold."
    return f"{said} Missed: {'; '.join(missed)}." if missed else said


def amount(value: float) -> str:
    """A figure with as many digits as it is worth."""
    return f"{value:.0f}" if abs(value) >= 99.95 else f"{value:.1f}"


def _verdict(value: float, at_most: float | None) -> str:
    if at_most is None:
        return ""
    return HOLDS if value <= at_most else MISSED


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
