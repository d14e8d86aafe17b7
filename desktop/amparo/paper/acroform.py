"""A form in a PDF that any reader can fill (AcroForm): texts and boxes, over what the blank shows.

Written with reportlab's objects rather than by its own `acroForm`, which knows no composite fonts and shares
one picture among fields: a program that fills one then changes its neighbours. Readers are never asked to
draw the fields anew (`NeedAppearances`): they do so with fonts that lack letters.
"""

from typing import Any, cast

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from amparo.paper.bands import BOX_PT, STROKE_PT
from amparo.paper.slots import Place, Slot
from amparo.paper.typed import FONT, typed_font

_SET = f"/{FONT} 10 Tf 0 g"
"""How a text is set: in one size. Left to choose, pdfium goes down to 4 points, and poppler cuts feet off."""
_SET_NARROW = f"/{FONT} 0 Tf 0 g"
"""How it is set in a table: in whatever size fits the room, on several lines."""
_PRINTED = 1 << 2
_REQUIRED = 1 << 1
_MULTILINE = 1 << 12
_WHOLE = 1 << 23
"""No more is taken than can be seen: what scrolled out of sight would be missing on paper."""
_OFF = "Off"
_TICK = ((0.2, 0.5), (0.42, 0.24), (0.82, 0.82))  # in sides of its box
_TICK_PT = 1.6


class FormCanvas(Canvas):
    """A canvas whose fields follow one another, by the tab key, as they were added."""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - reportlab's name
        super()._setAnnotations(page)  # type: ignore[misc]  # the stubs leave out what is private
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
        page.Tabs = PDFName("S")


class AcroForm:
    """The fields of one document: `add` them as they are read, then `finish`."""

    def __init__(self, canvas: FormCanvas) -> None:
        self._canvas = cast(Any, canvas)  # the stubs leave out what is private
        self._document = self._canvas._doc
        self._fonts = PDFDictionary({FONT: typed_font(self._document)})
        self._ticked = self._picture(_tick(), BOX_PT, BOX_PT)
        self._empty = self._picture("", BOX_PT, BOX_PT)
        self._fields: dict[str, list[tuple[Slot, PDFDictionary]]] = {}

    def add(self, place: Place, serial: str = "") -> None:
        """Lay a field over a place of the page that is being drawn.

        Args:
            serial: of the copy, where there are several; fields of one name would have one value.
        Raises: ValueError, where the document has a field of that name, and this is no answer to it.
        """
        slot = place.slot
        answers = self._fields.setdefault(f"copy-{serial}/{slot.name}" if serial else slot.name, [])
        values = {other.value for other, _widget in answers}
        if slot.value in values or (values and not (slot.value and all(values))):
            raise ValueError(f"two fields are called {slot.name}")
        widget = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "Rect": PDFArray(
                    [
                        place.left_pt,
                        place.foot_pt,
                        place.left_pt + place.width_pt,
                        place.foot_pt + place.height_pt,
                    ]
                ),
                "F": _PRINTED,
                "P": self._document.thisPageRef(),
                "TU": PDFString(slot.tooltip),
                **(self._box(place) if slot.value else self._text(place)),
            }
        )
        answers.append((slot, widget))
        self._canvas._addAnnotation(widget)

    def finish(self) -> None:
        """Write the form into the document; no field can be added after it."""
        fields = [self._field(name, answers) for name, answers in self._fields.items()]
        self._document._catalog.AcroForm = PDFDictionary(
            {
                "Fields": PDFArray(fields),
                "DA": PDFString(_SET),
                "DR": PDFDictionary({"Font": self._fonts}),
            }
        )

    def _field(self, name: str, answers: list[tuple[Slot, PDFDictionary]]) -> Any:
        """What is asked: one text, one box, or boxes of which one can be ticked."""
        slot, widget = answers[0]
        flags = slot.is_required * _REQUIRED
        said: dict[str, Any] = {"T": PDFString(name)}
        if slot.value:
            said |= {"FT": PDFName("Btn"), "V": PDFName(_OFF), "Ff": flags}
        else:
            said |= {"FT": PDFName("Tx"), "Ff": flags | _WHOLE | slot.is_long * _MULTILINE}
        if len(answers) == 1:
            widget.dict.update(said)
            return self._document.Reference(widget)
        kids = PDFArray([self._document.Reference(kid) for _slot, kid in answers])
        field = self._document.Reference(PDFDictionary({**said, "TU": PDFString(slot.words), "Kids": kids}))
        for _slot, kid in answers:
            kid["Parent"] = field
        return field

    def _text(self, place: Place) -> dict[str, Any]:
        """A text is drawn by the reader; empty, it shows the lines to write on that lie inside it."""
        strokes = " ".join(
            f"0 {up_pt:.3f} m {place.width_pt:.3f} {up_pt:.3f} l S" for up_pt in place.strokes_pt
        )
        drawn = f"/Tx BMC q {STROKE_PT} w {strokes} Q EMC" if strokes else "/Tx BMC EMC"
        # One for each field, however alike: a program that fills one may draw over it.
        picture = self._picture(drawn, place.width_pt, place.height_pt, Font=self._fonts)
        appearance = PDFString(_SET_NARROW if place.slot.is_narrow else _SET)
        return {"DA": appearance, "AP": PDFDictionary({"N": picture})}

    def _box(self, place: Place) -> dict[str, Any]:
        """A box shows a tick or nothing."""
        pictures = PDFDictionary({place.slot.value: self._ticked, _OFF: self._empty})
        return {"AS": PDFName(_OFF), "AP": PDFDictionary({"N": pictures})}

    def _picture(self, drawn: str, width_pt: float, height_pt: float, **resources: PDFDictionary) -> Any:
        """What a reader shows in the place of a field."""
        head = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, width_pt, height_pt]),
            "Resources": PDFDictionary(resources),
        }
        return self._document.Reference(PDFStream(PDFDictionary(head), drawn, [PDFZCompress]))


def _tick() -> str:
    """A tick for a box, as a path: the fonts of a reader may have none."""
    first, *others = (f"{across * BOX_PT:.2f} {up * BOX_PT:.2f}" for across, up in _TICK)
    return f"q {_TICK_PT} w 1 J 1 j {first} m {' '.join(f'{point} l' for point in others)} S Q"
