"""Small cards, many to a sheet with marks to cut along: the fronts, and overleaf the backs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reportlab.pdfgen.canvas import Canvas

from amparo.core.blocks import Card, Lines, plain
from amparo.core.cards import RightsCard
from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.paper.bands import Band, Column, Sides
from amparo.paper.blanks import line_bands
from amparo.paper.lines import broken
from amparo.paper.printout import Printout
from amparo.paper.rights import small_sides
from amparo.paper.sizes import LABEL, ROW

_MM = 72 / 25.4
INSET_PT = 3.5 * _MM
"""From the edge of a card to its words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a sheet is divided; what is left over is the edge that every printer needs, on A4 and Letter."""

    width_pt: float
    height_pt: float
    across: int
    down: int

    @property
    def room_pt(self) -> float:
        """The width between the edges of a card."""
        return self.width_pt - 2 * INSET_PT


POCKET = Cut(92 * _MM, 64 * _MM, 2, 4)
FOLDED = Cut(93 * _MM, 127 * _MM, 2, 2)
"""Folded once, half as high."""

_NUMBER_PT = 15
_ROOM_PT = POCKET.room_pt
_MARK_PT = 4 * _MM
_CHANNELS = 3  # lines for where to report
_KEYS = re.compile(r"\s*\[([A-Z0-9-]+)\]")


def draw_cards(canvas: Canvas, printout: Printout, sheet_pt: tuple[float, float]) -> None:
    """Draw a sheet of fronts and a sheet of backs, all alike: they fit whichever way the paper is turned."""
    cut, pairs = cut_of(printout)
    left_pt = (sheet_pt[0] - cut.across * cut.width_pt) / 2
    foot_pt = (sheet_pt[1] - cut.down * cut.height_pt) / 2
    for side in chain.from_iterable(pairs):
        for place in range(cut.across * cut.down):
            down, across = divmod(place, cut.across)
            at_pt = left_pt + across * cut.width_pt + INSET_PT
            top_pt = foot_pt + (down + 1) * cut.height_pt - INSET_PT
            for band in side:
                top_pt -= band.before_pt
                band.draw(canvas, at_pt, top_pt)
                top_pt -= band.height_pt
        _draw_marks(canvas, cut, left_pt, foot_pt)
        canvas.showPage()


def cut_of(printout: Printout) -> tuple[Cut, tuple[Sides, ...]]:
    """How its sheets are divided, and the two sides of each card that it takes."""
    if any(isinstance(block, RightsCard) for block in printout.blocks):
        return FOLDED, tuple(small_sides(printout, FOLDED.room_pt, FOLDED.height_pt - 2 * INSET_PT))
    return POCKET, (sides(printout),)


def sides(printout: Printout) -> Sides:
    """The front and the back of a pocket card, each as bands one under another."""
    items = [plain(item) for block in printout.blocks if isinstance(block, Card) for item in block.items]
    keys = tuple(dict.fromkeys(key for item in items for key in _KEYS.findall(item)))
    return tuple(_front(printout, items)), tuple(_back(printout, keys))


def _front(printout: Printout, items: list[str]) -> Iterator[Band]:
    """The lines, without the keys of what they rest on: those are overleaf."""
    yield Band(columns=(Column(0, broken(printout.title, LABEL, _ROOM_PT)),))
    for number, item in enumerate(items, 1):
        marker = Column(0, broken(f"{number}.", ROW, _NUMBER_PT))
        words = broken(_KEYS.sub("", item), ROW, _ROOM_PT - _NUMBER_PT)
        yield Band(columns=(marker, Column(_NUMBER_PT, words)), before_pt=1.5)
    whose = broken(_("A card of Amparo, not of the United Nations."), ROW, _ROOM_PT)
    yield Band(columns=(Column(0, whose),), before_pt=5)


def _back(printout: Printout, keys: tuple[str, ...]) -> Iterator[Band]:
    yield from line_bands(Lines((_("Report to:"),), _CHANNELS - 1), 0, _ROOM_PT)
    version = _("Content {version} of {date}").format(
        version=printout.edition.version, date=long_date(printout.edition.issued)
    )
    for words in (
        _("Write only what the mission has confirmed, and no name of a person met."),
        _("Rests on: {keys}").format(keys=", ".join(keys)),
        " · ".join(filter(None, ("Amparo", version, printout.status, printout.fingerprint()))),
    ):
        yield Band(columns=(Column(0, broken(words, ROW, _ROOM_PT)),), before_pt=5)


def _draw_marks(canvas: Canvas, cut: Cut, left_pt: float, foot_pt: float) -> None:
    """A cross wherever four cards meet, and its arms along the edges: nothing runs through the words."""
    canvas.setLineWidth(0.4)
    half_pt = _MARK_PT / 2
    for across in range(cut.across + 1):
        for down in range(cut.down + 1):
            x, y = left_pt + across * cut.width_pt, foot_pt + down * cut.height_pt
            canvas.line(x - half_pt, y, x + half_pt, y)
            canvas.line(x, y - half_pt, x, y + half_pt)
