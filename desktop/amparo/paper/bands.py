"""Bands: what stands side by side on a page, from edge to edge. A page is bands one under another.

Everything on paper is one: an item with its number in the margin, a note in its box, a row of a table.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from reportlab.pdfgen.canvas import Canvas

from amparo.paper.lines import Line
from amparo.paper.slots import Place, Slot

BOX_PT = 12.8
"""The side of a box to tick: 4.5 mm."""
STROKE_PT = 0.5
"""The weight of a line to write on."""
_TYPED_PT = 16
"""Room over a line for one line of typed text; handwriting takes no less."""
_COMPANY = 2
"""Lines that a part of a divided column has at least, where the column allows it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one under another.

    Attributes:
        left_pt: from the left edge of the frame; where `is_flush_right`, the right ends of the lines.
    """

    left_pt: float
    lines: tuple[Line, ...]
    is_flush_right: bool = False

    @property
    def height_pt(self) -> float:
        """From the top of the first line to the foot of the last."""
        inner_pt = sum(line.size.leading_pt + line.before_pt for line in self.lines)
        return inner_pt - self.lines[0].before_pt if self.lines else 0

    def cut(self, room_pt: float) -> tuple[Self, Self]:
        """What fits the room, and the rest; either may be without lines."""
        fitting = self._fitting(room_pt)
        alone = len(self.lines) - fitting < _COMPANY
        if fitting < len(self.lines) and alone and fitting > _COMPANY:
            fitting -= 1
        return replace(self, lines=self.lines[:fitting]), replace(self, lines=self.lines[fitting:])

    def draw(self, canvas: Canvas, left_pt: float, top_pt: float) -> None:
        """Set the lines on the page; coordinates are those of the frame, upwards as in a PDF."""
        text = canvas.beginText()
        for number, line in enumerate(self.lines):
            top_pt -= line.before_pt if number else 0
            indent_pt = -line.width_pt if self.is_flush_right else 0
            text.setTextOrigin(left_pt + self.left_pt + indent_pt, top_pt - line.baseline_pt)
            for face, said in line.pieces:
                text.setFont(face, line.size.type_pt)
                text.textOut(said)
            top_pt -= line.size.leading_pt
        canvas.drawText(text)

    def _fitting(self, room_pt: float) -> int:
        for number, line in enumerate(self.lines):
            room_pt -= line.size.leading_pt + (line.before_pt if number else 0)
            if room_pt < 0:
                return number
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines drawn around a band, each by its weight in points; 0 for none.

    Attributes:
        over_length: how much of the width the upper one takes.
    """

    box: float = 0
    side: float = 0
    over: float = 0
    under: float = 0
    over_length: float = 1

    def draw(self, canvas: Canvas, left_pt: float, top_pt: float, width_pt: float, height_pt: float) -> None:
        """Draw them; `left_pt` and `top_pt` are where the band begins."""
        right_pt, foot_pt = left_pt + width_pt, top_pt - height_pt
        if self.box:  # inside, so that a heavy one is no wider than a thin one
            inset = self.box / 2
            canvas.setLineWidth(self.box)
            canvas.rect(left_pt + inset, foot_pt + inset, width_pt - self.box, height_pt - self.box)
        if self.side:
            canvas.setLineWidth(self.side)
            canvas.line(left_pt + self.side / 2, top_pt, left_pt + self.side / 2, foot_pt)
        if self.over:
            canvas.setLineWidth(self.over)
            canvas.line(left_pt, top_pt, left_pt + width_pt * self.over_length, top_pt)
        if self.under:
            canvas.setLineWidth(self.under)
            canvas.line(left_pt, foot_pt, right_pt, foot_pt)


NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Mark:
    """A small square, filled or empty; `down_pt` is from the top of its band's columns."""

    left_pt: float
    down_pt: float
    side_pt: float
    is_filled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One strip of a page.

    Attributes:
        left_pt, width_pt: where its rules begin, from the left edge of the frame, and how far they reach.
        before_pt: white above it, where it does not begin a page.
        padding_pt: white above and below its columns, inside its rules.
        begins_sheet: whether it begins another sheet, and not the back of one that is printed on both sides.
        keeps_next: whether the next band must not begin another page.
        divides: whether it may go on overleaf though a page could hold it whole.
        boxes_pt: where boxes to tick begin, from the left edge of the frame.
        ticked_pt: those of them that are ticked.
        strokes_pt: lines to write on, along its foot: where each begins, and how far it reaches.
        ruled: so many lines one over another for each of the `strokes_pt`, over the whole of its height.
        line_slots: what a PDF reader can fill over the `strokes_pt`, one for each, None where a pen must; or
            none at all.
        box_slots: what it can tick in the boxes, one for each, or none at all.
        foot_pt: white under its columns, inside its rules, and the `marks` that stand there.
        head: what is repeated above it where it begins a page, such as the heads of a table.
    """

    columns: tuple[Column, ...]
    left_pt: float = 0
    width_pt: float = 0
    before_pt: float = 0
    padding_pt: float = 0
    rules: Rules = NO_RULES
    begins_sheet: bool = False
    keeps_next: bool = False
    divides: bool = False
    boxes_pt: tuple[float, ...] = ()
    ticked_pt: tuple[float, ...] = ()
    strokes_pt: tuple[tuple[float, float], ...] = ()
    ruled: int = 1
    line_slots: tuple[Slot | None, ...] = ()
    box_slots: tuple[Slot, ...] = ()
    foot_pt: float = 0
    marks: tuple[Mark, ...] = ()
    head: "Band | None" = None

    @property
    def height_pt(self) -> float:
        """Its height without the white above it."""
        columns_pt = max((column.height_pt for column in self.columns), default=0)
        return 2 * self.padding_pt + columns_pt + self.foot_pt

    @property
    def least_pt(self) -> float:
        """The room below which it does not begin on a page."""
        if not self.divides:
            return self.height_pt
        heads = (replace(column, lines=column.lines[:_COMPANY]).height_pt for column in self.columns)
        return 2 * self.padding_pt + max(heads, default=0)

    def cut(self, room_pt: float) -> tuple[Self, Self] | None:
        """The part that fits the room, and the rest; None where not one line fits."""
        halves = [column.cut(room_pt - 2 * self.padding_pt) for column in self.columns]
        first, rest = tuple(half[0] for half in halves), tuple(half[1] for half in halves)
        if not any(column.lines for column in first):
            return None
        after = replace(self, columns=rest, before_pt=0, boxes_pt=(), box_slots=(), begins_sheet=False)
        return replace(self, columns=first, keeps_next=False), after

    def places(self, left_pt: float, top_pt: float) -> Iterator[Place]:
        """Where its slots lie on the page, as people read them."""
        for slot, box_pt in zip(self.box_slots, self.boxes_pt, strict=bool(self.box_slots)):
            yield Place(
                slot=slot,
                left_pt=left_pt + box_pt,
                foot_pt=top_pt - self._boxes_down_pt,
                width_pt=BOX_PT,
                height_pt=BOX_PT,
            )
        foot_pt = top_pt - self.height_pt + STROKE_PT
        strokes = zip(self.line_slots, self.strokes_pt, strict=bool(self.line_slots))
        for typed, (start_pt, length_pt) in strokes:
            if typed:
                yield Place(
                    slot=typed,
                    left_pt=left_pt + start_pt,
                    foot_pt=foot_pt,
                    width_pt=length_pt,
                    height_pt=(self.height_pt if typed.is_long else _TYPED_PT) - STROKE_PT,
                    strokes_pt=tuple(up_pt - STROKE_PT for up_pt in self._strokes_up_pt[1:]),
                )

    def draw(self, canvas: Canvas, left_pt: float, top_pt: float, *, is_fillable: bool = False) -> None:
        """Draw it with its upper edge at `top_pt`.

        Args:
            is_fillable: whether its slots will lie over it, with the lines that they show themselves.
        """
        self.rules.draw(canvas, left_pt + self.left_pt, top_pt, self.width_pt, self.height_pt)
        for box_pt in self.boxes_pt:
            canvas.setLineWidth(0.9)
            canvas.rect(left_pt + box_pt, top_pt - self._boxes_down_pt, BOX_PT, BOX_PT)
        canvas.setLineWidth(0.6)
        for mark in self.marks:
            at_pt = top_pt - self.padding_pt - mark.down_pt - mark.side_pt
            canvas.rect(left_pt + mark.left_pt, at_pt, mark.side_pt, mark.side_pt, fill=int(mark.is_filled))
        for box_pt in self.ticked_pt:  # a cross: neither of our faces has a tick
            canvas.setLineWidth(1.6)
            left, foot = left_pt + box_pt + 2.5, top_pt - self.padding_pt - BOX_PT + 1.5
            canvas.line(left, foot, left + BOX_PT - 5, foot + BOX_PT - 5)
            canvas.line(left, foot + BOX_PT - 5, left + BOX_PT - 5, foot)
        for up_pt in self._strokes_up_pt[: 1 if is_fillable and self.line_slots else None]:
            at_pt = top_pt - self.height_pt + up_pt
            for start_pt, length_pt in self.strokes_pt:
                canvas.setLineWidth(STROKE_PT)
                canvas.line(left_pt + start_pt, at_pt, left_pt + start_pt + length_pt, at_pt)
        for column in self.columns:
            column.draw(canvas, left_pt, top_pt - self.padding_pt)

    @property
    def _strokes_up_pt(self) -> tuple[float, ...]:
        """The lines to write on, from the foot upwards."""
        return tuple(number * self.height_pt / self.ruled for number in range(self.ruled))

    @property
    def _boxes_down_pt(self) -> float:
        """From its top to the feet of its boxes."""
        return self.padding_pt + BOX_PT + 1


Sides = tuple[tuple[Band, ...], tuple[Band, ...]]
"""The front and the back of a card, each as bands one under another."""
