"""How much there is of what is wanted, as squares: filled for what is there, empty for a gap."""

from collections.abc import Iterator
from itertools import islice

from amparo.core.blocks import Cell, Matrix
from amparo.core.i18n import _
from amparo.paper.bands import Band, Column, Mark, Rules
from amparo.paper.lines import broken
from amparo.paper.sizes import LABEL, ROW

_NAME_SHARE = 0.2
_SQUARE_PT = 6.5
_STEP_PT = 8.5


def matrix_bands(matrix: Matrix, left_pt: float, width_pt: float) -> Iterator[Band]:
    """A row a name; squares wrap within their column, and the count stands under them in words."""
    name_pt = width_pt * _NAME_SHARE
    part_pt = (width_pt - name_pt) / len(matrix.columns)
    lefts_pt = [left_pt + name_pt + place * part_pt for place in range(len(matrix.columns))]
    heads = (
        Column(at_pt, broken(name, LABEL, part_pt - 4))
        for at_pt, name in zip(lefts_pt, matrix.columns, strict=True)
    )
    strip = Band(columns=tuple(heads), left_pt=left_pt, width_pt=width_pt, padding_pt=3)
    yield Band(
        columns=strip.columns,
        left_pt=left_pt,
        width_pt=width_pt,
        before_pt=9,
        padding_pt=3,
        rules=Rules(under=1),
        keeps_next=True,
    )
    across = max(1, int((part_pt - 4) // _STEP_PT))
    for number, (name, cells) in enumerate(matrix.rows, 1):
        high = max(-(-cell.of // across) for cell in cells)
        marks = (
            mark for at_pt, cell in zip(lefts_pt, cells, strict=True) for mark in _marks(cell, at_pt, across)
        )
        yield Band(
            columns=(
                Column(left_pt, broken(name, LABEL, name_pt - 4)),
                *(
                    Column(at_pt, broken(_words(cell), ROW, part_pt - 4))
                    for at_pt, cell in zip(lefts_pt, cells, strict=True)
                ),
            ),
            left_pt=left_pt,
            width_pt=width_pt,
            padding_pt=3,
            foot_pt=high * _STEP_PT + 3,
            marks=tuple(marks),
            rules=Rules(under=0.4),
            keeps_next=number < len(matrix.rows),
        )


def _words(cell: Cell) -> str:
    return _("{done} of {all}").format(done=cell.done, all=cell.of) if cell.of else "–"


def _marks(cell: Cell, left_pt: float, across: int) -> Iterator[Mark]:
    places = ((down, beside) for down in range(cell.of) for beside in range(across))
    for number, (down, beside) in enumerate(islice(places, cell.of)):
        yield Mark(
            left_pt + beside * _STEP_PT, ROW.leading_pt + 3 + down * _STEP_PT, _SQUARE_PT, number < cell.done
        )
