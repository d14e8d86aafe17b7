"""What is filled in by hand: fields with lines or boxes, rows for many people, lines to write on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amparo.core.blocks import Fields, Lines
from amparo.core.fields import REQUIRED, Field
from amparo.core.i18n import _
from amparo.paper.answers import ticked
from amparo.paper.bands import Band, Column, Rules
from amparo.paper.lines import broken
from amparo.paper.sizes import LABEL, SMALL, TEXT

_ROW_PT = 23
"""From one line to write on to the next: room for a hand in a hurry."""

_LABEL_SHARE = 0.38
_BETWEEN_PT = 10
_NUMBER_PT = 24
_LONG_LINES = 4
_NAME_SHARE = 2  # the first column of a roll is a name, and wider than the others


def field_bands(fields: Fields, rows: int, left_pt: float, width_pt: float) -> Iterator[Band]:
    """Every field with the room for its answer; repeating ones as a table with so many rows."""
    if fields.repeats:
        yield from _roll(fields.fields, rows, left_pt, width_pt)
        return
    for field in fields.fields:
        yield from _field(field, left_pt, width_pt)


def line_bands(lines: Lines, left_pt: float, width_pt: float) -> Iterator[Band]:
    """Its words side by side, each with its line after it, and whole lines under them."""
    part_pt = (width_pt - _BETWEEN_PT * (len(lines.labels) - 1)) / len(lines.labels)
    columns, strokes = [], []
    for place, label in enumerate(lines.labels):
        at_pt = left_pt + place * (part_pt + _BETWEEN_PT)
        words = broken(label, SMALL, part_pt)
        used_pt = words[-1].width_pt + 4
        columns.append(Column(at_pt, words))
        strokes.append((at_pt + used_pt, part_pt - used_pt))
    yield Band(columns=tuple(columns), before_pt=12, strokes_pt=tuple(strokes))
    for empty in _empty(lines.count, left_pt, width_pt):
        yield replace(empty, keeps_next=False)  # notes may go on overleaf


def _field(field: Field, left_pt: float, width_pt: float) -> Iterator[Band]:
    label = f"{field.label} ({_(REQUIRED[field.required])})"
    options = (_("Yes"), _("No")) if field.type == "yes-no" else field.options
    if field.type == "fixed":
        yield Band(columns=(Column(left_pt, broken(field.label, TEXT, width_pt)),), before_pt=9)
    elif options or field.type == "long-text":
        words = Column(left_pt, broken(label, LABEL, width_pt))
        yield Band(columns=(words,), before_pt=10, keeps_next=True)
        if field.type == "long-text":
            yield from _empty(_LONG_LINES, left_pt, width_pt)
        yield from ticked(options, left_pt, width_pt)
    else:
        label_pt = width_pt * _LABEL_SHARE
        at_pt = left_pt + label_pt + _BETWEEN_PT
        words = Column(left_pt, broken(label, LABEL, label_pt))
        stroke = (at_pt, left_pt + width_pt - at_pt)
        yield Band(columns=(words,), before_pt=10, padding_pt=2, strokes_pt=(stroke,))


def _empty(count: int, left_pt: float, width_pt: float) -> Iterator[Band]:
    for number in range(1, count + 1):
        yield Band(
            columns=(), padding_pt=_ROW_PT / 2, strokes_pt=((left_pt, width_pt),), keeps_next=number < count
        )


def _roll(fields: Sequence[Field], rows: int, left_pt: float, width_pt: float) -> Iterator[Band]:
    """A numbered row for each person; the names of the columns stand again on every page."""
    room_pt = width_pt - _NUMBER_PT - _BETWEEN_PT * (len(fields) - 1)
    part_pt = room_pt / (len(fields) - 1 + _NAME_SHARE)
    widths_pt = [part_pt * _NAME_SHARE, *[part_pt] * (len(fields) - 1)]
    lefts_pt = [left_pt + _NUMBER_PT]
    for width in widths_pt[:-1]:
        lefts_pt.append(lefts_pt[-1] + width + _BETWEEN_PT)
    columns = (
        Column(at_pt, broken(field.label, LABEL, width))
        for field, at_pt, width in zip(fields, lefts_pt, widths_pt, strict=True)
    )
    head = Band(
        columns=tuple(columns),
        left_pt=left_pt,
        width_pt=width_pt,
        before_pt=10,
        padding_pt=3,
        rules=Rules(under=1),
        keeps_next=True,
    )
    yield head
    for number in range(1, rows + 1):
        yield Band(
            columns=(Column(left_pt, broken(f"{number}", SMALL, _NUMBER_PT)),),
            padding_pt=(_ROW_PT - SMALL.leading_pt) / 2,
            strokes_pt=tuple(zip(lefts_pt, widths_pt, strict=True)),
            head=head,
        )
