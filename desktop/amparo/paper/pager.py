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
            is_full = self._needed_pt(group) > self._room_pt(group[0]) + _ROUNDING_PT
            if (is_full or group[0].begins_sheet) and not self._is_fresh:
                self._turn(group[0])
            if group[0].begins_sheet and len(self._leaves) % 2 == 0:
                self._turn(group[0])  # the back of a sheet stays empty: its front goes another way
            for band in group:
                self._place(band)
        return self._leaves

    def _needed_pt(self, group: list[Band]) -> float:
        """Without the white above the first, as `Band.height_pt`."""
        *leading, last = group
        white_pt = sum(band.before_pt for band in group[1:])
        return white_pt + sum(band.height_pt for band in leading) + last.least_pt

    def _room_pt(self, band: Band) -> float:
        return self._height_pt - self._down_pt - self._white_pt(band)

    def _white_pt(self, band: Band) -> float:
        return 0 if self._is_fresh else band.before_pt

    def _place(self, band: Band) -> None:
        """Put a band on the page, and overleaf what does not fit; its group has all the room there is."""
        while band.height_pt > self._room_pt(band) + _ROUNDING_PT:
            parts = band.cut(self._room_pt(band))
            if parts:
                self._put(parts[0])
                band = parts[1]
            elif self._is_fresh:
                raise ValueError(f"no line fits a page of {self._height_pt} points")
            self._turn(band)
        self._put(band)

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
