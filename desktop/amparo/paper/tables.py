"""Tables: columns as wide as what stands in them, heads on every page, rows that stay whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amparo.core.blocks import Span, Style, Table
from amparo.paper.bands import Band, Column, Rules
from amparo.paper.fonts import measured, printable
from amparo.paper.lines import Line, Size, broken

CELL = Size(9.5, 13.5)
HEAD = Size(9.5, 13.5, is_bold=True)

_ABOVE_PT = 12
_BETWEEN_PT = 12
_PADDING_PT = 4
_NARROWEST_PT = 36
"""A table with narrower columns is set row by row, each cell on lines of its own."""

_REPEATED_PT = 120  # a taller head is not repeated: it would leave the rows no room


def table_bands(table: Table, left_pt: float, width_pt: float) -> Iterator[Band]:
    """The rows of a table with their heads, or its rows as lists where it has too many columns."""
    if not table.head:
        return
    room_pt = width_pt - _BETWEEN_PT * (len(table.head) - 1)
    if room_pt / len(table.head) < _NARROWEST_PT:
        yield from _listed(table, left_pt, width_pt)
        return
    widths = _shared(*_wishes(table), room_pt)
    strip = Band(columns=(), left_pt=left_pt, width_pt=width_pt, padding_pt=_PADDING_PT)
    columns = _cells(table.head, HEAD, widths, left_pt)
    head = replace(strip, columns=columns, before_pt=_ABOVE_PT, rules=Rules(under=1), keeps_next=True)
    yield head
    repeated = head if head.height_pt <= _REPEATED_PT else None
    for row in table.rows:
        columns = _cells(row, CELL, widths, left_pt)
        yield replace(strip, columns=columns, rules=Rules(under=0.4), head=repeated)


def _cells(row: Sequence[str], size: Size, widths: Sequence[float], left_pt: float) -> tuple[Column, ...]:
    columns = []
    for cell, width_pt in zip(row, widths, strict=True):
        columns.append(Column(left_pt, broken(cell, size, width_pt)))
        left_pt += width_pt + _BETWEEN_PT
    return tuple(columns)


def _wishes(table: Table) -> tuple[list[float], list[float]]:
    """For each column, the width of its longest word and that of its longest cell."""
    longest_words, longest_cells = [], []
    for head, *cells in zip(table.head, *table.rows, strict=True):
        sizes = ((head, HEAD), *((cell, CELL) for cell in cells))
        widths = [
            [measured(word, size.face(), size.type_pt) for word in _words(cell, size)] for cell, size in sizes
        ]
        space_pt = measured(" ", CELL.face(), CELL.type_pt)
        longest_words.append(max((max(cell, default=0) for cell in widths), default=0))
        longest_cells.append(max(sum(cell) + space_pt * len(cell) for cell in widths))
    return longest_words, longest_cells


def _words(cell: str, size: Size) -> list[str]:
    return printable(cell, size.face()).split(" ")


def _shared(least: Sequence[float], wished: Sequence[float], room_pt: float) -> list[float]:
    """Widths that fill the room: short columns as they wish, the long ones share what is left.

    Where the longest words do not fit side by side, none has more than its fair share, and they are cut.
    """
    if sum(least) > room_pt:
        least = [min(need, room_pt / len(least)) for need in least]
    widths = dict(enumerate(least))
    spare_pt = room_pt - sum(least)
    waiting = sorted(widths, key=lambda column: wished[column] - least[column])
    while waiting:  # from the most modest wish; what it leaves is for those after it
        column = waiting.pop(0)
        given_pt = min(max(wished[column] - least[column], 0), spare_pt / (len(waiting) + 1))
        widths[column] += given_pt
        spare_pt -= given_pt
    widths[len(least) - 1] += spare_pt
    return [widths[column] for column in range(len(least))]


def _listed(table: Table, left_pt: float, width_pt: float) -> Iterator[Band]:
    for number, row in enumerate(table.rows):
        lines: list[Line] = []
        for head, cell in zip(table.head, row, strict=True):
            named = (Span(f"{head}  ", Style.STRONG), Span(cell))
            lines.extend(broken(named, CELL, width_pt))
        yield Band(
            columns=(Column(left_pt, tuple(lines)),),
            left_pt=left_pt,
            width_pt=width_pt,
            before_pt=0 if number else _ABOVE_PT,
            padding_pt=_PADDING_PT,
            rules=Rules(under=0.4),
        )
