"""A printout as the bytes of a PDF, the same bytes each time: no clock, no user, no name of a machine."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from reportlab import rl_config

from amparo.core.dates import long_date
from amparo.core.i18n import _
from amparo.core.progress import Tick, no_tick
from amparo.core.settings import Paper
from amparo.paper.acroform import AcroForm, FormCanvas
from amparo.paper.bands import Band
from amparo.paper.cards import draw_cards
from amparo.paper.fonts import Face, letter_widths, measured, printable
from amparo.paper.galley import Galley
from amparo.paper.lines import shortened
from amparo.paper.pager import Leaf, Pager
from amparo.paper.printout import Copy, Form, Printout
from amparo.paper.sizes import GUTTER_PT, SMALL

SIZES_PT = {Paper.A4: (595.276, 841.89), Paper.LETTER: (612.0, 792.0)}

_PROGRAM = "Amparo"
_MM = 72 / 25.4
_SIDE_PT = 16 * _MM
_HEAD_PT = 13 * _MM  # from the edge to the outer side of the header and the footer
_FRAME_PT = 20 * _MM  # from the edge to the frame of the text, above and below
_RULE_PT = 0.4
_OFF_RULE_PT = 5
_APART_PT = 16  # between two things on one line of the header or the footer

_drawing = Lock()
"""reportlab keeps the letters of all documents being drawn in one font object."""


def to_pdf(printout: Printout, paper: Paper, tick: Tick = no_tick) -> bytes:
    """Set a printout on paper.

    Args:
        tick: called with (0, pages so far) while pages are made up, then with (pages drawn, all pages).
    Raises: what `tick` raises; nothing is left behind.
    """
    sheet = _Sheet(*SIZES_PT[paper])
    if printout.form is Form.CARDS:
        with _drawing:
            return _Drawing(printout, sheet).finish_cards()
    leaves = Pager(sheet.frame_height_pt, tick).fill(Galley(sheet.frame_width_pt).bands(printout))
    with _drawing:
        return _Drawing(printout, sheet).finish(leaves, tick)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet of paper; all measures from its left lower corner."""

    width_pt: float
    height_pt: float

    @property
    def frame_width_pt(self) -> float:
        return self.width_pt - 2 * _SIDE_PT

    @property
    def frame_height_pt(self) -> float:
        return self.height_pt - 2 * _FRAME_PT

    @property
    def frame_top_pt(self) -> float:
        return self.height_pt - _FRAME_PT

    @property
    def right_pt(self) -> float:
        return self.width_pt - _SIDE_PT


class _Drawing:
    def __init__(self, printout: Printout, sheet: _Sheet) -> None:
        self._printout, self._sheet = printout, sheet
        self._left_pt = _SIDE_PT + GUTTER_PT
        self._pdf = BytesIO()
        self._canvas = self._begun()
        self._form = AcroForm(self._canvas) if printout.form is Form.FILLABLE else None

    def finish(self, leaves: list[Leaf], tick: Tick) -> bytes:
        copies = self._printout.copies
        for made, copy in enumerate(copies):
            if made and self._printout.apart and len(leaves) % 2:
                self._canvas.showPage()  # the back of the copy before stays empty
            for number, leaf in enumerate(leaves, 1):
                self._draw_header(copy)
                for placed in leaf:
                    self._draw_band(copy, placed.band, self._sheet.frame_top_pt - placed.down_pt)
                self._draw_footer(copy, number, len(leaves))
                self._canvas.showPage()
                tick(made * len(leaves) + number, len(copies) * len(leaves))
        if self._form:
            self._form.finish()
        self._canvas.save()
        return self._pdf.getvalue()

    def finish_cards(self) -> bytes:
        draw_cards(self._canvas, self._printout, (self._sheet.width_pt, self._sheet.height_pt))
        self._canvas.save()
        return self._pdf.getvalue()

    def _begun(self) -> FormCanvas:
        printout, sheet = self._printout, self._sheet
        letter_widths(Face.REGULAR)  # the first of a page, which must be known before it begins
        rl_config.useA85 = 0  # bytes as they are: a fifth smaller, and a PDF was never a text file
        canvas = FormCanvas(
            self._pdf,
            pagesize=(sheet.width_pt, sheet.height_pt),
            pageCompression=1,
            invariant=1,
            lang=printout.lang,
        )
        canvas.setTitle(" ".join(printable(printout.title, Face.REGULAR).split()))
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator(_PROGRAM)
        canvas.setProducer(_PROGRAM)
        issued = printout.edition.issued
        canvas.setDateFormatter(lambda *_now: f"D:{issued:%Y%m%d}000000Z")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    def _draw_band(self, copy: Copy, band: Band, top_pt: float) -> None:
        band.draw(self._canvas, _SIDE_PT, top_pt, is_fillable=self._form is not None)
        if self._form:
            for place in band.places(_SIDE_PT, top_pt):
                self._form.add(place, copy.serial)

    def _draw_header(self, copy: Copy) -> None:
        sheet, printout = self._sheet, self._printout
        baseline_pt = sheet.height_pt - _HEAD_PT - SMALL.type_pt
        room_pt = sheet.right_pt - self._left_pt
        place = " · ".join(filter(None, (copy.site, printout.state)))
        place = shortened(place, SMALL, room_pt / (2 if copy.site else 3))
        title = shortened(printout.title, SMALL, room_pt - _wide_pt(place) - _APART_PT)
        self._say(self._left_pt, baseline_pt, title)
        self._say(sheet.right_pt - _wide_pt(place), baseline_pt, place)
        self._rule(baseline_pt - _OFF_RULE_PT)

    def _draw_footer(self, copy: Copy, number: int, count: int) -> None:
        sheet, printout, baseline_pt = self._sheet, self._printout, _HEAD_PT
        # Translators: the version of the content with its date, such as Content 2026.11.1 of 3 November 2026
        version = _("Content {version} of {date}").format(
            version=printout.edition.version, date=long_date(printout.edition.issued)
        )
        printed = printout.fingerprint(copy)
        page = printable(_("page {number} of {count}").format(number=number, count=count), SMALL.face())
        if copy.serial:
            many = _("copy {number} of {count}").format(number=copy.serial, count=len(printout.copies))
            page = f"{printable(many, SMALL.face())} · {page}"
        page_left_pt = sheet.right_pt - _wide_pt(page)
        taken_pt = _wide_pt(page) + _wide_pt(printed) + 2 * _APART_PT
        version = shortened(version, SMALL, sheet.right_pt - self._left_pt - taken_pt)
        between_pt = self._left_pt + _wide_pt(version) + page_left_pt - _wide_pt(printed)
        self._rule(baseline_pt + SMALL.type_pt + _OFF_RULE_PT)
        self._say(self._left_pt, baseline_pt, version)
        self._say(between_pt / 2, baseline_pt, printed)
        self._say(page_left_pt, baseline_pt, page)

    def _say(self, left_pt: float, baseline_pt: float, said: str) -> None:
        self._canvas.setFont(SMALL.face(), SMALL.type_pt)
        self._canvas.drawString(left_pt, baseline_pt, said)

    def _rule(self, at_pt: float) -> None:
        self._canvas.setLineWidth(_RULE_PT)
        self._canvas.line(self._left_pt, at_pt, self._sheet.right_pt, at_pt)


def _wide_pt(said: str) -> float:
    return measured(said, SMALL.face(), SMALL.type_pt)
