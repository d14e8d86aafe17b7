"""Bands shared out among pages: no heading alone at a foot, nothing divided that a page can hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amparo.core.progress import Tick, no_tick
from amparo.paper.bands import Band

_ROUNDING_PT = 0.01
"""What sums of fractions may differ by; nobody sees it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A band on its page.

    Attributes:
        down_pt: from the top of the frame to the top of the band.
    """

    band: Band
    down_pt: float


Leaf = list[Placed]


class Pager:
    """Fills pages of one height, from the first band to the last.

    Args:
        tick: called with (0, pages so far) at each new page.
    """

    def __init__(self, height_pt: float, tick: Tick = no_tick) -> None:
        self._height_pt = height_pt
        self._tick = tick
        self._leaves: list[Leaf] = [[]]
        self._down_pt = 0.0
        self._is_fresh = True  # nothing here yet, but for a repeated head

    def fill(self, bands: Iterable[Band]) -> list[Leaf]:
        """Place all bands, and return the pages; there is always one."""
        for group in _groups(bands):
            needed_pt = self._needed_pt(group)
            if needed_pt > self._room_pt(group[0]) + _ROUNDING_PT and not self._is_fresh:
                self._turn(group[0])
            # A group that no page holds is divided where it stands: the heading would stay behind alone.
            is_long = needed_pt > self._height_pt
            for band in group:
                self._place(band, is_long)
        return self._leaves

    def _needed_pt(self, group: list[Band]) -> float:
        *leading, last = group
        above_pt = sum(band.before_pt + band.height_pt for band in leading)
        return above_pt + (last.before_pt if leading else 0) + last.least_pt

    def _room_pt(self, band: Band) -> float:
        return self._height_pt - self._down_pt - self._white_pt(band)

    def _white_pt(self, band: Band) -> float:
        return 0 if self._is_fresh else band.before_pt

    def _place(self, band: Band, divides: bool) -> None:
        rest: Band | None = band
        while rest:
            rest = self._place_some(rest, divides or rest.divides)

    def _place_some(self, band: Band, divides: bool) -> Band | None:
        """Place what fits here, and return what is left for the next page."""
        room_pt = self._room_pt(band)
        if band.height_pt <= room_pt + _ROUNDING_PT:
            self._put(band)
            return None
        parts = band.cut(room_pt) if divides or self._is_fresh else None
        if parts is None and self._is_fresh:
            raise ValueError(f"no line fits a page of {self._height_pt} points")
        if parts is None:
            self._turn(band)
            return band
        self._put(parts[0])
        self._turn(parts[1])
        return parts[1]

    def _put(self, band: Band) -> None:
        self._down_pt += self._white_pt(band)
        self._leaves[-1].append(Placed(band, self._down_pt))
        self._down_pt += band.height_pt
        self._is_fresh = False

    def _turn(self, band: Band) -> None:
        """Begin a new page, for this band."""
        self._tick(0, len(self._leaves))
        self._leaves.append([])
        self._down_pt, self._is_fresh = 0.0, True
        if band.head:
            self._put(band.head)
            self._is_fresh = True


def _groups(bands: Iterable[Band]) -> Iterator[list[Band]]:
    """The bands by what must begin on one page."""
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keeps_next:
            yield group
            group = []
    if group:
        yield group
