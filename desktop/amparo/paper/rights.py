"""The rights card: a list to read, sheets to be read across a desk, and small cards to fold."""

from collections.abc import Iterator
from itertools import islice

from amparo.core.blocks import Prose, Span, Style
from amparo.core.cards import CardPart, RightsCard
from amparo.core.i18n import _
from amparo.paper.bands import Band, Column, Rules, Sides
from amparo.paper.lines import Size, broken
from amparo.paper.printout import Printout
from amparo.paper.sizes import HEADINGS, LABEL, ROW, TEXT

_NUMBER_PT = 26
_LARGE = Size(20, 26)
_LARGE_TILES = 3
_TILES = 3
"""Side by side."""


def large_bands(printout: Printout, left_pt: float, width_pt: float) -> Iterator[Band]:
    """What may be shown in the officer's state, and the answers, to read across a desk."""
    for card in _cards(printout):
        for number, text in enumerate(card.shown_in(printout.confirmed)):
            lines = broken(text, _LARGE, width_pt)
            yield Band(columns=(Column(left_pt, lines),), before_pt=9 if number else 0)
        for row in _rows_of(tuple(tile.text for tile in card.answers), _LARGE_TILES):
            yield _boxed(row, left_pt, width_pt)


def small_sides(printout: Printout, width_pt: float, height_pt: float) -> Iterator[Sides]:
    """Cards to fold: inside messages and answers; outside one neutral word, for whoever carries it.

    Where a state has confirmed more messages than one card holds, the others go on a second.
    """
    edition = f"{printout.edition.version} · {printout.fingerprint()}"
    outside = (_line(_("Information"), width_pt, LABEL), _line(edition, width_pt))
    for card in _cards(printout):
        answers = " · ".join(tile.text for tile in card.answers)
        rule = Band(columns=(), width_pt=width_pt, padding_pt=2, rules=Rules(under=0.4))
        foot = (rule, _line(answers, width_pt))
        room_pt = height_pt - sum(map(_height_pt, foot))
        inside: list[Band] = []
        for text in card.shown_in(printout.confirmed):
            line = _line(text, width_pt)
            if inside and sum(map(_height_pt, (*inside, line))) > room_pt:
                yield (*inside, *foot), outside
                inside = []
            inside.append(line)
        yield (*inside, *foot), outside


def _line(text: str, width_pt: float, size: Size = ROW) -> Band:
    return Band(columns=(Column(0, broken(text, size, width_pt)),), before_pt=1.5)


def _height_pt(band: Band) -> float:
    return band.before_pt + band.height_pt


def _cards(printout: Printout) -> Iterator[RightsCard]:
    return (block for block in printout.blocks if isinstance(block, RightsCard))


def _rows_of(words: tuple[str, ...], across: int) -> Iterator[tuple[str, ...]]:
    rest = iter(words)
    while row := tuple(islice(rest, across)):
        yield row


def _boxed(row: tuple[str, ...], left_pt: float, width_pt: float) -> Band:
    room_pt = width_pt / _LARGE_TILES
    columns = (
        Column(left_pt + place * room_pt, broken(tile, _LARGE, room_pt - 8)) for place, tile in enumerate(row)
    )
    return Band(
        columns=tuple(columns),
        left_pt=left_pt,
        width_pt=width_pt,
        padding_pt=14,
        rules=Rules(under=0.75),
    )


def rights_bands(card: RightsCard, left_pt: float, width_pt: float) -> Iterator[Band]:
    """All parts of the card, each under its heading."""
    for part in card.parts:
        yield _words(part.title, left_pt, width_pt, is_heading=True)
        if part.caution:
            yield _words(part.caution, left_pt, width_pt)
        yield from _rows(part, left_pt, width_pt)
        yield from _tiles(part.tiles, left_pt, width_pt)


def _words(said: str, left_pt: float, width_pt: float, *, is_heading: bool = False) -> Band:
    words: Prose = (Span(said, Style.STRONG),)
    lines = broken(words, HEADINGS[0] if is_heading else TEXT, width_pt)
    return Band(columns=(Column(left_pt, lines),), before_pt=15 if is_heading else 4, keeps_next=True)


def _rows(part: CardPart, left_pt: float, width_pt: float) -> Iterator[Band]:
    for number, words, keys in part.rows:
        said = f"{words} [{keys}]" if keys else words
        yield Band(
            columns=(
                Column(left_pt, broken(number, TEXT, _NUMBER_PT)),
                Column(left_pt + _NUMBER_PT, broken(said, TEXT, width_pt - _NUMBER_PT)),
            ),
            before_pt=5,
        )


def _tiles(tiles: tuple[str, ...], left_pt: float, width_pt: float) -> Iterator[Band]:
    room_pt = width_pt / _TILES
    for row in _rows_of(tiles, _TILES):
        columns = (
            Column(left_pt + place * room_pt, broken(tile, TEXT, room_pt)) for place, tile in enumerate(row)
        )
        yield Band(columns=tuple(columns), before_pt=4)
