"""Three independent readers of a form in a PDF: each fills it and tells what was filled.

What is filled is told by the names of fields: a text, or the value of the box that is ticked.
"""

import ctypes
import json
import logging
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

Values = dict[str, str]
OFF = "Off"

_SYSTEM_PYTHON = "/usr/bin/python3"  # poppler comes with the system, and has no wheel
_POPPLER = """
import json, sys
import gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler

source, target, wanted = sys.argv[1:4]
wanted = json.loads(wanted)
document = Poppler.Document.new_from_file("file://" + source, None)
fields = {}
for number in range(document.get_n_pages()):
    for one in document.get_page(number).get_form_field_mapping():
        place = (number, -round(one.area.y1), one.area.x1)
        fields.setdefault(one.field.get_name(), []).append((place, one.field))
said = {}
for name, boxes in fields.items():
    boxes = [field for place, field in sorted(boxes, key=lambda box: box[0])]
    if boxes[0].get_field_type() == Poppler.FormFieldType.TEXT:
        if name in wanted:
            boxes[0].text_set_text(wanted[name])
        said[name] = boxes[0].text_get_text() or ""
    else:
        if name in wanted:
            boxes[wanted[name]].button_set_state(True)
        said[name] = [box.button_get_state() for box in boxes]
if target:
    document.save("file://" + target)
print(json.dumps(said))
"""


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf warns of a line feed, which no font has a letter for."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(level)


def widgets(pdf: bytes) -> list[list[Any]]:
    """What can be filled, page by page, in the order of the tab key, as pypdf sees it."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    return [[one.get_object() for one in page.get("/Annots", [])] for page in reader.pages]


def name_of(widget: Any) -> str:
    """The name of its field."""
    return str(widget["/T"] if "/T" in widget else widget["/Parent"]["/T"])


def value_of(widget: Any) -> str:
    """The value of its field when this box is ticked; empty for a text."""
    drawn = widget["/AP"]["/N"]
    if isinstance(drawn, pypdf.generic.StreamObject):
        return ""
    (value,) = (str(state)[1:] for state in drawn if state != f"/{OFF}")
    return value


def boxes_of(pdf: bytes) -> dict[str, list[str]]:
    """The values of all boxes, by the name of their field."""
    found: dict[str, list[str]] = {}
    for widget in (widget for page in widgets(pdf) for widget in page):
        if value := value_of(widget):
            found.setdefault(name_of(widget), []).append(value)
    return found


def read_by_pypdf(pdf: bytes, _folder: Path) -> Values:
    """What is filled, as pypdf reads it."""
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")).removeprefix("/") for name, field in fields.items()}


def fill_by_pypdf(pdf: bytes, values: Mapping[str, str], _folder: Path) -> bytes:
    """Fill and save; the form is never told to draw its fields anew."""
    boxes = boxes_of(pdf)
    said = {name: f"/{value}" if name in boxes else value for name, value in values.items()}
    writer, out = pypdf.PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    with _quiet():
        writer.update_page_form_field_values(None, said, auto_regenerate=None)
    writer.write(out)
    return out.getvalue()


def read_by_pdfium(pdf: bytes, _folder: Path) -> Values:
    """What is filled, as pdfium reads it."""
    said: Values = {}
    with _form(pdf) as (_document, form, annotations):
        for _page, widget in annotations():
            name = _asked(pdfium.FPDFAnnot_GetFormFieldName, form, widget)
            if not _is_box(form, widget):
                said[name] = _asked(pdfium.FPDFAnnot_GetFormFieldValue, form, widget)
            elif pdfium.FPDFAnnot_IsChecked(form, widget):
                said[name] = _asked(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget)
            else:
                said.setdefault(name, OFF)
    return said


def fill_by_pdfium(pdf: bytes, values: Mapping[str, str], _folder: Path) -> bytes:
    """Type and click as a person does, and save."""
    with _form(pdf) as (document, form, annotations):
        for page, widget in annotations():
            name = _asked(pdfium.FPDFAnnot_GetFormFieldName, form, widget)
            if name not in values:
                continue
            if not _is_box(form, widget):
                _type(form, page, widget, values[name])
            elif _asked(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget) == values[name]:
                _click(form, page, widget)
        saved = BytesIO()
        document.save(saved)
    return saved.getvalue()


def read_by_poppler(pdf: bytes, folder: Path) -> Values:
    """What is filled, as poppler reads it."""
    boxes = boxes_of(pdf)
    said: Values = {}
    for name, value in _by_poppler(pdf, {}, folder)[0].items():
        ticked = (
            [box for box, is_on in zip(boxes[name], value, strict=True) if is_on] if name in boxes else []
        )
        assert len(ticked) < 2, f"{name}: {ticked}"
        said[name] = (ticked or [OFF])[0] if name in boxes else value
    return said


def fill_by_poppler(pdf: bytes, values: Mapping[str, str], folder: Path) -> bytes:
    """Fill and save."""
    boxes = boxes_of(pdf)
    said = {name: boxes[name].index(value) if name in boxes else value for name, value in values.items()}
    return _by_poppler(pdf, said, folder)[1]


def typed_on_paper(pdf: bytes) -> list[str]:
    """The words of the pages together with what their fields show."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        words = []
        for number in range(len(document)):
            page = document[number]
            assert pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT) != pdfium.FLATTEN_FAIL
            page.close()
            page = document[number]  # as it is now
            text = page.get_textpage()
            words.append(str(text.get_text_range()))
            text.close()
            page.close()
    return words


Reader = tuple[Callable[[bytes, Mapping[str, str], Path], bytes], Callable[[bytes, Path], Values]]

READERS: dict[str, Reader] = {
    "pypdf": (fill_by_pypdf, read_by_pypdf),
    "pdfium": (fill_by_pdfium, read_by_pdfium),
    "poppler": (fill_by_poppler, read_by_poppler),
}


@cache
def has_poppler() -> bool:
    """Whether the system's own Python knows poppler (`gir1.2-poppler-0.18` and `python3-gi`)."""
    asked = 'import gi; gi.require_version("Poppler", "0.18"); from gi.repository import Poppler'
    try:
        return subprocess.run([_SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _by_poppler(pdf: bytes, wanted: Mapping[str, Any], folder: Path) -> tuple[dict[str, Any], bytes]:
    if not has_poppler():
        pytest.skip("the system's Python has no poppler: gir1.2-poppler-0.18, python3-gi")
    source, target = folder / "before.pdf", folder / "after.pdf"
    source.write_bytes(pdf)
    done = subprocess.run(
        [_SYSTEM_PYTHON, "-c", _POPPLER, str(source), str(target), json.dumps(wanted)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout), target.read_bytes()


@contextmanager
def _form(pdf: bytes) -> Iterator[tuple[Any, Any, Callable[[], Iterator[tuple[Any, Any]]]]]:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    form = document.formenv

    def annotations() -> Iterator[tuple[Any, Any]]:
        for page in document:
            for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
                widget = pdfium.FPDFPage_GetAnnot(page, number)
                yield page, widget
                pdfium.FPDFPage_CloseAnnot(widget)
            page.close()

    with closing(document):
        yield document, form, annotations


def _is_box(form: Any, widget: Any) -> bool:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, widget)
    assert kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_CHECKBOX)
    return bool(kind == pdfium.FPDF_FORMFIELD_CHECKBOX)


def _asked(question: Callable[..., int], form: Any, widget: Any) -> str:
    needed = question(form, widget, None, 0)
    buffer = (ctypes.c_ushort * (needed // 2))()
    question(form, widget, buffer, needed)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _type(form: Any, page: Any, widget: Any, text: str) -> None:
    encoded = f"{text}\0".encode("utf-16-le")
    buffer = ctypes.create_string_buffer(encoded, len(encoded))
    assert pdfium.FORM_SetFocusedAnnot(form, widget)
    pdfium.FORM_SelectAllText(form, page)
    pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FORM_ForceToKillFocus(form)


def _click(form: Any, page: Any, widget: Any) -> None:
    box = pdfium.FS_RECTF()
    assert pdfium.FPDFAnnot_GetRect(widget, box)
    at = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    pdfium.FORM_OnMouseMove(form, page, 0, *at)
    pdfium.FORM_OnLButtonDown(form, page, 0, *at)
    pdfium.FORM_OnLButtonUp(form, page, 0, *at)
    pdfium.FORM_ForceToKillFocus(form)
