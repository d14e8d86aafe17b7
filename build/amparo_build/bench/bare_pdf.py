"""The least that a text as PDF can be with reportlab: lines broken to the width, one below the other.

With the fonts of the kit's paper, and with nothing of the kit. As a program it prints the milliseconds of its
first PDF, everything that it had to load among them.
"""

import json
import sys
import time
from functools import cache
from io import BytesIO
from pathlib import Path

Line = tuple[bool, str]
"""Whether it is bold, and what it says."""

REGULAR, BOLD = "BareSans", "BareSans-Bold"
_PACKED = {REGULAR: "notos", BOLD: "notosbo"}
_WIDTH_PT, _HEIGHT_PT, _MARGIN_PT = 595.276, 841.89, 62
_TYPE_PT, _LEADING_PT = 10.5, 15.5


def bare_pdf(lines: list[Line]) -> bytes:
    """Set lines of text on A4."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    _load_fonts()
    pdf = BytesIO()
    canvas = Canvas(pdf, pagesize=(_WIDTH_PT, _HEIGHT_PT), pageCompression=1, invariant=1)
    down_pt = _HEIGHT_PT - _MARGIN_PT
    canvas.setFont(REGULAR, _TYPE_PT)
    for is_bold, text in lines:
        face = BOLD if is_bold else REGULAR
        for line in simpleSplit(text, face, _TYPE_PT, _WIDTH_PT - 2 * _MARGIN_PT):
            if down_pt < _MARGIN_PT:
                canvas.showPage()
                down_pt = _HEIGHT_PT - _MARGIN_PT
            canvas.setFont(face, _TYPE_PT)
            canvas.drawString(_MARGIN_PT, down_pt, line)
            down_pt -= _LEADING_PT
    canvas.save()
    return pdf.getvalue()


@cache
def _load_fonts() -> None:
    import pymupdf_fonts
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, packed in _PACKED.items():
        registerFont(TTFont(name, BytesIO(pymupdf_fonts.myfont(packed))))


def main() -> int:
    """Set the lines of a file, and print how long that took."""
    lines = json.loads(Path(sys.argv[1]).read_bytes())
    began = time.perf_counter()
    bare_pdf(lines)
    print(1000 * (time.perf_counter() - began))
    return 0


if __name__ == "__main__":
    sys.exit(main())
