"""Cards for a pocket, eight to a sheet with marks to cut along: the fronts, and overleaf the backs."""

import re
from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from amparo.core.blocks import Card, Lines, plain
from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.paper.bands import Band, Column
from amparo.paper.blanks import line_bands
from amparo.paper.lines import broken
from amparo.paper.printout import Printout
from amparo.paper.sizes import LABEL, ROW

_MM = 72 / 25.4
WIDTH_PT, HEIGHT_PT = 92 * _MM, 64 * _MM
"""Of a card; eight of them leave every printer its edge, on A4 and Letter."""

_ACROSS, _DOWN = 2, 4
_INSET_PT = 3.5 * _MM
_ROOM_PT = WIDTH_PT - 2 * _INSET_PT
_NUMBER_PT = 15
_MARK_PT = 4 * _MM
_CHANNELS = 3  # lines for where to report
_KEYS = re.compile(r"\s*\[([A-Z0-9-]+)\]")


def draw_cards(canvas: Canvas, printout: Printout, sheet_pt: tuple[float, float]) -> None:
    """Draw both sheets. All cards are alike, so the backs fit whichever way the paper is turned."""
    left_pt = (sheet_pt[0] - _ACROSS * WIDTH_PT) / 2
    foot_pt = (sheet_pt[1] - _DOWN * HEIGHT_PT) / 2
    for side in sides(printout):
        for place in range(_ACROSS * _DOWN):
            down, across = divmod(place, _ACROSS)
            at_pt = left_pt + across * WIDTH_PT + _INSET_PT
            top_pt = foot_pt + (down + 1) * HEIGHT_PT - _INSET_PT
            for band in side:
                top_pt -= band.before_pt
                band.draw(canvas, at_pt, top_pt)
                top_pt -= band.height_pt
        _draw_marks(canvas, left_pt, foot_pt)
        canvas.showPage()


def sides(printout: Printout) -> tuple[tuple[Band, ...], tuple[Band, ...]]:
    """The front and the back of a card, each as bands one under another."""
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
        " · ".join(filter(None, ("Amparo", version, printout.status, printout.fingerprint))),
    ):
        yield Band(columns=(Column(0, broken(words, ROW, _ROOM_PT)),), before_pt=5)


def _draw_marks(canvas: Canvas, left_pt: float, foot_pt: float) -> None:
    """A cross wherever four cards meet, and its arms along the edges: nothing runs through the words."""
    canvas.setLineWidth(0.4)
    half_pt = _MARK_PT / 2
    for across in range(_ACROSS + 1):
        for down in range(_DOWN + 1):
            x, y = left_pt + across * WIDTH_PT, foot_pt + down * HEIGHT_PT
            canvas.line(x - half_pt, y, x + half_pt, y)
            canvas.line(x, y - half_pt, x, y + half_pt)
