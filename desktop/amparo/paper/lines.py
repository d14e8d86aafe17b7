"""Prose broken into lines of one width. The text is never parsed, so none of it can act as markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amparo.core.blocks import Prose, Style, prose
from amparo.paper.fonts import CAP_HEIGHT, Face, measured, printable

Piece = tuple[Face, str]
Word = list[Piece]
"""It has more than one piece where the style changes inside it."""

_FACES = {Style.PLAIN: Face.REGULAR, Style.STRONG: Face.BOLD, Style.EMPHASIS: Face.ITALIC}


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type with its leading; in a bold one, all is bold."""

    type_pt: float
    leading_pt: float
    is_bold: bool = False

    def face(self, style: Style = Style.PLAIN) -> Face:
        """The face for a stretch of prose."""
        return Face.BOLD if self.is_bold else _FACES[style]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type.

    Attributes:
        before_pt: white above it, where it is not the first of its column.
    """

    pieces: tuple[Piece, ...]
    width_pt: float
    size: Size
    before_pt: float = 0

    @property
    def baseline_pt(self) -> float:
        """From the top of the line down to its baseline: capitals stand in the middle of the leading."""
        return (self.size.leading_pt + CAP_HEIGHT * self.size.type_pt) / 2


def broken(words: Prose | str, size: Size, width_pt: float, before_pt: float = 0) -> tuple[Line, ...]:
    """Break prose into lines: white space folded, a word that is wider than a line cut.

    Args:
        before_pt: white above the first line.
    """
    said = prose(words) if isinstance(words, str) else words
    lines = [_line(line, size) for line in _filled(_words(said, size), size.type_pt, width_pt)]
    if lines:
        lines[0] = replace(lines[0], before_pt=before_pt)
    return tuple(lines)


def shortened(text: str, size: Size, width_pt: float) -> str:
    """The text, or as much of it as fits one line, with an ellipsis."""
    lines = broken(text, size, width_pt)
    if len(lines) > 1:
        room_pt = width_pt - measured("…", size.face(), size.type_pt)
        return "".join(said for _, said in broken(text, size, room_pt)[0].pieces) + "…"
    return "".join(said for line in lines for _, said in line.pieces)


def _words(said: Prose, size: Size) -> list[Word]:
    words: list[Word] = []
    goes_on = False  # whether the next piece belongs to the last word
    for span in said:
        face = size.face(span.style)
        for number, piece in enumerate(printable(span.text, face).split(" ")):
            goes_on = goes_on and not number
            if piece and goes_on:
                words[-1].append((face, piece))
            elif piece:
                words.append([(face, piece)])
                goes_on = True
    return words


def _filled(words: Iterable[Word], type_pt: float, width_pt: float) -> Iterator[list[Word]]:
    """The words by lines, each line with as many as it holds."""
    line: list[Word] = []
    left_pt = width_pt
    for whole in words:
        for word in _cut(whole, type_pt, width_pt):
            needed_pt = _wide([*word, (word[0][0], " ")] if line else word, type_pt)
            if line and needed_pt > left_pt:
                yield line
                line, left_pt, needed_pt = [], width_pt, _wide(word, type_pt)
            line.append(word)
            left_pt -= needed_pt
    if line:
        yield line


def _cut(word: Word, type_pt: float, width_pt: float) -> Iterator[Word]:
    """The word itself, or pieces of it that fit a line; accents have no width and stay where they are."""
    if _wide(word, type_pt) <= width_pt:
        yield word
        return
    piece: Word = []
    left_pt = width_pt
    for face, letter in ((face, letter) for face, said in word for letter in said):
        letter_pt = measured(letter, face, type_pt)
        if piece and letter_pt > left_pt:
            yield piece
            piece, left_pt = [], width_pt
        piece.append((face, letter))
        left_pt -= letter_pt
    yield piece


def _wide(word: Word, type_pt: float) -> float:
    return sum(measured(said, face, type_pt) for face, said in word)


def _line(words: list[Word], size: Size) -> Line:
    pieces: Word = []
    for word in words:
        if pieces:
            pieces.append((pieces[-1][0], " "))
        pieces.extend(word)
    joined = _joined(pieces)
    return Line(joined, _wide(list(joined), size.type_pt), size)


def _joined(pieces: Word) -> tuple[Piece, ...]:
    """The pieces, with neighbours of one face as one."""
    joined: list[tuple[Face, list[str]]] = []
    for face, said in pieces:
        if joined and joined[-1][0] is face:
            joined[-1][1].append(said)
        else:
            joined.append((face, [said]))
    return tuple((face, "".join(parts)) for face, parts in joined)
