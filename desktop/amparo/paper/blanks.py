"""What is filled in by hand: fields with lines or boxes, rows for many people, lines to write on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from math import ceil

from amparo.core.blocks import Fields, Lines
from amparo.core.fields import Detail, Field, Option
from amparo.paper.bands import Band, Column, Rules
from amparo.paper.lines import Line, Size, broken
from amparo.paper.sizes import LABEL, SMALL, TEXT
from amparo.paper.slots import Question, Slot, question_of, yes_and_no

_ROW_PT = 23
"""From one line to write on to the next: room for a hand in a hurry."""

_LABEL_SHARE = 0.38
_WIDE_LABEL_SHARE = 0.5
_CHOICES = ("choice", "choices")  # what other fields have in options stands under their line
_TICKED = ("yes-no", *_CHOICES)
_ONE_OF = ("yes-no", "choice")
_OPTION = replace(SMALL, leading_pt=15)
"""A box is taller than the words beside it."""
_SHORTEST_PT = {False: 68, True: 130}
"""Of a line to write on by hand: a date, or a few words."""

_CELLS = 24  # boxes begin at so many places of a line
_BETWEEN_PT = 10
_NUMBER_PT = 24
_LONG_LINES = {"long-text": 4, "codes": 2}
_NAME_SHARE = 2  # the first column of a roll is a name, and wider than the others
_SHARES = {"number": 0.6, "long-text": 2.4}
_TALL_PT = 36  # of a row with a long text in it: two lines of handwriting
_HANG_PT = 8  # between the number of a field and its label
_BOX_ROOM_PT = 20  # for a box before the word that it belongs to
_INDENT_PT = 22  # of what is written beside an answer

Answers = tuple[Sequence[Option], Sequence[Slot]]
"""What is ticked, and the slot of each box; none where a pen ticks."""


def field_bands(fields: Fields, rows: int, left_pt: float, width_pt: float) -> Iterator[Band]:
    """Every field with the room for its answer; repeating ones as a table with so many rows."""
    if fields.repeats:
        yield from _roll(fields, fields.rows or rows, left_pt, width_pt)
        return
    for field in fields.fields:
        asked = question_of(field, is_apart=fields.apart)
        answer = tuple(_field(field, asked, left_pt, width_pt))
        first, *others = _with_details(answer, field, asked, left_pt, width_pt)
        yield _numbered(first, field.number, left_pt)
        yield from others


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
    for _number in range(lines.count):
        yield _ruled(1, left_pt, width_pt)  # each by itself: notes may go on overleaf


def _field(field: Field, asked: Question, left_pt: float, width_pt: float) -> Iterator[Band]:
    if field.type == "fixed":
        yield Band(columns=(Column(left_pt, broken(field.label, TEXT, width_pt)),), before_pt=9)
    elif field.type == "yes-no" or field.type in _CHOICES:
        answers = _answers(field, asked)
        yield from _ticked(asked.words, LABEL, answers, left_pt, width_pt, before_pt=7)
    elif field.type in _LONG_LINES:
        yield from _lined(asked, field.type, left_pt, width_pt)
    else:
        label_pt = _label_pt(asked.words, width_pt)
        at_pt = left_pt + label_pt + _BETWEEN_PT
        words = Column(left_pt, broken(asked.words, LABEL, label_pt))
        yield Band(
            columns=(words,),
            before_pt=7,
            padding_pt=2,
            strokes_pt=((at_pt, left_pt + width_pt - at_pt),),
            line_slots=asked.text(field.type),
            keeps_next=bool(field.options),
        )
        yield from _boxes(_answers(field, asked), left_pt, width_pt)


def _lined(asked: Question, kind: str, left_pt: float, width_pt: float) -> Iterator[Band]:
    """A label with lines to write on; the first one stands after it, where there is room.

    That first line is for the pen alone: what is typed needs the whole width.
    """
    words = broken(asked.words, LABEL, width_pt)
    used_pt = words[0].width_pt + _BETWEEN_PT
    begun = len(words) == 1 and width_pt - used_pt >= _SHORTEST_PT[True]
    strokes = ((left_pt + used_pt, width_pt - used_pt),) if begun else ()
    yield Band(
        columns=(Column(left_pt, words),), before_pt=7, padding_pt=2, strokes_pt=strokes, keeps_next=True
    )
    yield replace(_ruled(_LONG_LINES[kind] - begun, left_pt, width_pt), line_slots=asked.text(kind))


def _answers(said: Field | Detail, asked: Question) -> Answers:
    """What is ticked; a question has its two answers."""
    options = yes_and_no() if said.type == "yes-no" else said.options
    slots = asked.one_of(options) if said.type in _ONE_OF else asked.any_of(options)
    return options, slots


def _numbered(band: Band, number: int, left_pt: float) -> Band:
    """The first band of a field with its number in the margin."""
    if not number:
        return band
    hung = Column(left_pt - _HANG_PT, broken(f"{number}", SMALL, left_pt), is_flush_right=True)
    return replace(band, columns=(hung, *band.columns))


def _with_details(
    answer: tuple[Band, ...], field: Field, asked: Question, left_pt: float, width_pt: float
) -> tuple[Band, ...]:
    """What is written beside an answer: on its last line, where that has boxes and room, else below it."""
    details = list(field.details)
    has_line = bool(details) and details[0].type not in _TICKED
    if has_line and answer[-1].boxes_pt:
        beside = _beside(answer[-1], details[0], asked, left_pt + width_pt)
        if beside:
            answer = (*answer[:-1], beside)
            del details[0]
    below = tuple(_details(details, asked, left_pt + _INDENT_PT, width_pt - _INDENT_PT))
    if below:  # they stay with what they belong to
        answer = tuple(replace(band, keeps_next=True) for band in answer)
    return (*answer, *below)


def _beside(band: Band, detail: Detail, asked: Question, right_pt: float) -> Band | None:
    """The band with a word and a line to write on after its boxes; None where there is no room for them."""
    at_pt = max(column.left_pt + max(line.width_pt for line in column.lines) for column in band.columns)
    at_pt += 2 * _BETWEEN_PT
    words = broken(detail.label, _OPTION, right_pt)
    stroke_pt = at_pt + words[0].width_pt + 4
    if len(words) > 1 or right_pt - stroke_pt < _SHORTEST_PT[detail.type == "text"]:
        return None
    return replace(
        band,
        columns=(*band.columns, Column(at_pt, words)),
        strokes_pt=((stroke_pt, right_pt - stroke_pt),),
        line_slots=asked.beside(detail).text(detail.type),
    )


def _details(details: Sequence[Detail], asked: Question, left_pt: float, width_pt: float) -> Iterator[Band]:
    """What is written beside an answer: those with a line share it, the others have boxes."""
    for has_line, several in groupby(details, lambda detail: detail.type not in _TICKED):
        if has_line:
            beside = tuple(several)
            slots = tuple(slot for detail in beside for slot in asked.beside(detail).text(detail.type))
            (band,) = line_bands(Lines(tuple(detail.label for detail in beside)), left_pt, width_pt)
            yield replace(band, before_pt=7, line_slots=slots)
            continue
        for detail in several:
            answers = _answers(detail, asked.beside(detail))
            yield from _ticked(detail.label, SMALL, answers, left_pt, width_pt, before_pt=4)


def _ticked(
    label: str, size: Size, answers: Answers, left_pt: float, width_pt: float, before_pt: float
) -> Iterator[Band]:
    """A label with its boxes after it, where one line has room for all of them, else below it."""
    level = replace(size, leading_pt=_OPTION.leading_pt)
    words = broken(label, level, width_pt)
    cell_pt = width_pt / _CELLS
    first = ceil((words[0].width_pt + _BETWEEN_PT) / cell_pt)
    if len(words) == 1 and first < _CELLS:
        beside = tuple(_boxes(answers, left_pt + first * cell_pt, width_pt - first * cell_pt, cell_pt))
        if len(beside) == 1:
            columns = (Column(left_pt, words), *beside[0].columns)
            yield replace(beside[0], columns=columns, before_pt=before_pt)
            return
    yield Band(
        columns=(Column(left_pt, broken(label, size, width_pt)),), before_pt=before_pt, keeps_next=True
    )
    yield from _boxes(answers, left_pt, width_pt)


def _boxes(answers: Answers, left_pt: float, width_pt: float, cell_pt: float = 0) -> Iterator[Band]:
    """A box before each option, as many to a line as there is room for, one under another.

    Args:
        cell_pt: from one place where a box may begin to the next; 0 for so many places a line.
    """
    options, slots = answers
    cell_pt = cell_pt or width_pt / _CELLS
    cells_of_line = round(width_pt / cell_pt)
    lines: list[list[tuple[int, tuple[Line, ...]]]] = []  # where each begins, and its words
    free = 0
    for option in options:
        whole = broken(option.label, _OPTION, width_pt - _BOX_ROOM_PT)
        wide_pt = whole[0].width_pt + _BOX_ROOM_PT + _BETWEEN_PT
        cells = cells_of_line if len(whole) > 1 else min(ceil(wide_pt / cell_pt), cells_of_line)
        if cells > free:
            lines.append([])
            free = cells_of_line
        lines[-1].append((cells_of_line - free, whole))
        free -= cells
    remaining = iter(slots)
    for number, line in enumerate(lines, 1):
        lefts_pt = tuple(left_pt + cell * cell_pt for cell, _ in line)
        columns = tuple(
            Column(at_pt + _BOX_ROOM_PT, words) for at_pt, (_, words) in zip(lefts_pt, line, strict=True)
        )
        yield Band(
            columns=columns,
            before_pt=2,
            keeps_next=number < len(lines),
            boxes_pt=lefts_pt,
            box_slots=tuple(islice(remaining, len(line))),
        )


def _label_pt(label: str, width_pt: float) -> float:
    """Room for a label beside its line: more where one line of words will then do."""
    for share in (_LABEL_SHARE, _WIDE_LABEL_SHARE):
        if len(broken(label, LABEL, width_pt * share)) == 1:
            return width_pt * share
    return width_pt * _LABEL_SHARE


def _ruled(count: int, left_pt: float, width_pt: float) -> Band:
    """Lines to write on that stay together."""
    return Band(columns=(), padding_pt=count * _ROW_PT / 2, strokes_pt=((left_pt, width_pt),), ruled=count)


def _roll(said: Fields, rows: int, left_pt: float, width_pt: float) -> Iterator[Band]:
    """A row for each person or item; the names of the columns stand again on every page.

    Rows are numbered, but for those that are given a number by hand.
    """
    fields = said.fields
    asked = tuple(question_of(field, is_apart=said.apart) for field in fields)
    number_pt = 0 if fields[0].type == "number" else _NUMBER_PT
    room_pt = width_pt - number_pt - _BETWEEN_PT * (len(fields) - 1)
    shares = [_SHARES.get(field.type, 1) for field in fields]
    is_tall = any(field.type == "long-text" for field in fields)
    if number_pt and not is_tall:
        shares[0] = _NAME_SHARE
    row_pt = _TALL_PT if is_tall else _ROW_PT
    widths_pt = [room_pt * share / sum(shares) for share in shares]
    lefts_pt = [left_pt + number_pt]
    for width in widths_pt[:-1]:
        lefts_pt.append(lefts_pt[-1] + width + _BETWEEN_PT)
    names = (
        Column(at_pt, broken(field.label, LABEL, width))
        for field, at_pt, width in zip(fields, lefts_pt, widths_pt, strict=True)
    )
    head = Band(
        columns=tuple(names),
        left_pt=left_pt,
        width_pt=width_pt,
        before_pt=10,
        padding_pt=3,
        rules=Rules(under=1),
        keeps_next=True,
    )
    yield head
    for number in range(1, rows + 1):
        columns = (Column(left_pt, broken(f"{number}", SMALL, number_pt)),) if number_pt else ()
        slots = (
            next(iter(one.in_row(said.id, number).text(field.type)), None)
            for one, field in zip(asked, fields, strict=True)
        )
        yield Band(
            columns=columns,
            padding_pt=(row_pt - max((column.height_pt for column in columns), default=0)) / 2,
            strokes_pt=tuple(zip(lefts_pt, widths_pt, strict=True)),
            line_slots=tuple(slots),
            head=head,
        )
