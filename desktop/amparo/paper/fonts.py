"""The faces of the paper: Noto Sans, embedded.

The fonts that every PDF reader brings lack letters that names have. A face is unpacked when it is first
used, in some 17 ms.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from io import BytesIO
from threading import RLock

import pymupdf_fonts
from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

CAP_HEIGHT = 0.714
"""Height of a capital letter over the type size; the same in the three faces."""

_LAST_LETTER = 0xFFFF  # reportlab writes no usable text for a letter beyond it
_NO_BREAK_SPACES = "\u00a0\u202f"
_SOFT_HYPHEN = "\u00ad"  # left out: nothing is hyphenated here
_REPLACEMENT = "\ufffd"

_loading = RLock()


class Face(StrEnum):
    """A face, by the name under which the PDF knows it."""

    REGULAR = "NotoSans"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"


_PACKED = {Face.REGULAR: "notos", Face.BOLD: "notosbo", Face.ITALIC: "notosit"}


def missing_letters(text: str) -> str:
    """The letters of a text that cannot be printed, once each and in order; empty where all is well.

    White space is no letter. On paper each of these is set as U+FFFD, so that a loss can be seen.
    """
    known = [letter_widths(face) for face in Face]
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if not (letter.isspace() or letter == _SOFT_HYPHEN or all(letter in face for face in known))
    )


def printable(text: str, face: Face) -> str:
    """The text as the face can set it: plain spaces for other white space, U+FFFD for letters it lacks."""
    known = letter_widths(face)
    lacking = {ord(letter): _instead_of(letter) for letter in set(text) if letter not in known}
    return text.translate(lacking) if lacking else text


def measured(text: str, face: Face, size_pt: float) -> float:
    """How wide a `printable` text is, in points."""
    return sum(map(letter_widths(face).__getitem__, text)) * size_pt / 1000


@cache
def letter_widths(face: Face) -> Mapping[str, int]:
    """The letters that a face can set, with their widths in thousandths of the type size.

    Whoever draws with a face begins here: it is registered with reportlab on the way.
    """
    with _loading:
        font = TTFont(face, BytesIO(pymupdf_fonts.myfont(_PACKED[face])))
        registerFont(font)
        # Otherwise every page names Helvetica too, and what draws it then searches all fonts of the system.
        rl_config.canvas_basefontname = Face.REGULAR
    face_widths, other = font.face.charWidths, font.face.defaultWidth
    glyphs = font.face.charToGlyph  # 0 is the empty box
    return {
        chr(code): face_widths.get(code, other)
        for code, glyph in glyphs.items()
        if glyph and _is_letter(code)
    }


def _is_letter(code: int) -> bool:
    letter = chr(code)
    if letter.isspace():
        return letter == " " or letter in _NO_BREAK_SPACES
    return code <= _LAST_LETTER and letter != _SOFT_HYPHEN and unicodedata.category(letter) != "Cc"


def _instead_of(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if letter == _SOFT_HYPHEN else _REPLACEMENT
