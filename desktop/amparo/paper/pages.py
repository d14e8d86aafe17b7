"""A PDF as pictures and as text, for the preview, the printer and the tests."""

from dataclasses import dataclass
from threading import RLock
from types import TracebackType
from typing import Self

import pypdfium2

_PT_PER_INCH = 72

_pdfium = RLock()
"""pdfium aborts the process where two threads use it, even on separate documents."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A page as grey pixels.

    Attributes:
        stride: bytes from one row to the next, `width` or more.
        grey: one byte a pixel, 0 black, rows from the top.
    """

    width: int
    height: int
    stride: int
    grey: bytes


class Pages:
    """The pages of a PDF, counted from 0. Safe to use from any thread; close it, best by `with`.

    Args:
        pdf: the bytes of a whole PDF.
    Raises: ValueError, where they are none.
    """

    def __init__(self, pdf: bytes) -> None:
        with _pdfium:
            try:
                self._document = pypdfium2.PdfDocument(pdf)
                self._document.init_forms()  # otherwise fields are left out of the picture
            except pypdfium2.PdfiumError as error:
                raise ValueError(f"not a PDF: {error}") from error
            self.count = len(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the document; a second time does nothing."""
        with _pdfium:
            self._document.close()

    def size_pt(self, number: int) -> tuple[float, float]:
        """Width and height of a page, in points (1/72 inch)."""
        with _pdfium:
            width, height = self._document.get_page_size(self._checked(number))
        return float(width), float(height)

    def render(self, number: int, *, dpi: float) -> Bitmap:
        """Draw a page: 96 dpi suits a screen, 300 a printer (an A4 page is then 8.7 MB)."""
        with _pdfium:
            page = self._document[self._checked(number)]
            try:
                drawn = page.render(scale=dpi / _PT_PER_INCH, grayscale=True)
                bitmap = Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
                drawn.close()
            finally:
                page.close()
        return bitmap

    def text(self, number: int) -> str:
        """The words of a page in the order they were drawn, a line each, broken as on paper."""
        with _pdfium:
            page = self._document[self._checked(number)]
            try:
                words = page.get_textpage()
                said = str(words.get_text_range())
                words.close()
            finally:
                page.close()
        # pdfium writes a hyphen at the end of a line as a sign of its own and swallows the break.
        return said.replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\x02", "-\n")

    def _checked(self, number: int) -> int:
        if not 0 <= number < self.count:
            raise IndexError(f"page {number} of {self.count}")
        return number
