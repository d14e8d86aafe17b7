"""The face in which a PDF reader shows what was typed into a field: Noto Sans, with every Latin letter.

A reader draws what is typed with the font that the field names, and many know only the letters of Helvetica.
So the form carries a face of its own: a composite font, whose letters are two bytes each.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pymupdf_fonts
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFontFace

FONT = "Wingdings"
"""The name of the face in the form; nobody sees it.

pdfium looks for a letter in the fonts of the system first, and leaves it out where it finds none, unless the
field's font has the name of a font of symbols, which it uses for every letter.
"""

_LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),  # Latin-1, Extended-A and B
    *range(0x2B0, 0x370),  # apostrophes of Quechua and Guaraní; accents that join the letter before them
    *range(0x1E00, 0x1F00),  # Latin Extended Additional
    *range(0x2010, 0x2030),  # dashes and quotation marks
    0x20AC,  # euro
    0x2116,  # numero
    0x2212,  # minus
)
_TAG = "AMPARO+"  # six capitals say that it is a part of a font
_PAIRS = 100
"""So many lines a block of a character map may have."""


def typed_font(document: Any) -> Any:
    """Add the face to a document of reportlab, and return the reference to it: some 60 KB."""
    face, codes = _face()
    glyphs = _glyphs(face, codes)
    name = PDFName(_TAG + face.name.decode())
    widths = PDFArray([face.getCharWidth(code) for code in glyphs.values()])
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDToGIDMap": PDFName("Identity"),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": face.addSubsetObjects(document, _TAG + face.name.decode(), codes),
            "W": PDFArray([1, widths]),  # from glyph 1 on
        }
    )
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(
                    PDFStream(content=_character_map(glyphs), filters=[PDFZCompress])
                ),
            }
        )
    )


@cache
def _face() -> tuple[Any, tuple[int, ...]]:
    """The face, and those of the letters that it has."""
    face = TTFontFace(BytesIO(pymupdf_fonts.myfont("notos")))
    return face, tuple(code for code in _LETTERS if face.charToGlyph.get(code))


def _glyphs(face: Any, codes: tuple[int, ...]) -> dict[int, int]:
    """Glyphs of the embedded part, in order from 1, with the letter that each stands for.

    The part holds glyphs in the order in which its letters first need them; 0 is the empty box.
    """
    letters: dict[int, int] = {}  # glyph of the whole face -> the first letter that has it
    for code in codes:
        letters.setdefault(face.charToGlyph[code], code)
    return dict(enumerate(letters.values(), 1))


def _character_map(glyphs: dict[int, int]) -> str:
    """What tells a reader which letter a glyph is, and so which glyph a typed letter wants."""
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_blocks(glyphs),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )


def _blocks(glyphs: dict[int, int]) -> Iterator[str]:
    pairs = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in glyphs.items()]
    for first in range(0, len(pairs), _PAIRS):
        block = pairs[first : first + _PAIRS]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"
