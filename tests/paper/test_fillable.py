"""Forms that a PDF reader can fill: what has a field, what must not, and what becomes of what is typed."""

import os
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from amparo.core.blocks import Block, Fields, Heading, prose
from amparo.core.blocks import Paragraph as Said
from amparo.core.fields import Detail
from amparo.core.model import Kind
from amparo.core.settings import Paper
from amparo.library.reader import reading
from amparo.library.store import Store
from amparo.paper.pages import Pages
from amparo.paper.pdf import SIZES_PT, to_pdf
from amparo.paper.printout import Form, Printout, numbered, printout_of
from tests.core.examples import field, options
from tests.golden_pdf import differing
from tests.paper import readers
from tests.paper.printouts import folded, page_texts, printout
from tests.paper.readers import OFF, READERS, boxes_of, name_of, typed_on_paper, value_of, widgets

LETTERS = "Ñandú Çelik-Łukasz Đỗ g̃ ỹ"
REQUIRED, MULTILINE, WHOLE = 1 << 1, 1 << 12, 1 << 23
FORMS = ("conduct-sign-off", "consent", "directory-correction", "evidence", "referral")
_MM = 72 / 25.4
_DPI = 100

ASKED = Fields(
    (
        field(id="place", label="Where it was"),
        field("date", id="seen-on", label="When", required="no"),
        field("long-text", id="seen", label="What you saw", minimum=True),
        field("yes-no", id="alone", label="Alone?", details=(Detail(id="why", label="Why", type="text"),)),
        field("choice", id="which", label="Which", options=options("here", "there")),
        field("choices", id="needs", label="Needs", options=options("water", "a bed")),
        field("fixed", id="told", label="I was told the rules."),
        field("body", id="body", label="Whom", required="receiver", options=options("nobody")),
        field("codes", id="codes", label="Signs", required="if-child"),
    ),
    id="asked",
)
TABLE = Fields(
    (field(id="item", label="Item"), field("date-time", id="at", label="At")),
    repeats=True,
    rows=2,
    id="items",
)
APART = Fields(
    (
        field(id="name", label="Name", privacy="P2"),
        field("choices", id="danger", label="Danger", privacy="P2", options=options("near")),
    ),
    id="apart",
    apart=True,
)
BLOCKS: tuple[Block, ...] = (Heading("First"), ASKED, Said(prose("Then")), TABLE, Heading("Sealed"), APART)
FORM = replace(printout(*BLOCKS), form=Form.FILLABLE)
FILLED = {
    "place": LETTERS,
    "seen": f"{LETTERS} {LETTERS}",
    "alone": "no",
    "which": "option-2",
    "needs/option-1": "yes",
    "items/1/at": "2026-11-23",
}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return to_pdf(FORM, Paper.A4)


@pytest.fixture
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


def of_content(store: Store, name: str) -> Printout:
    """A form of the kit, to be filled on a screen."""
    page = store.page(f"form/{name}")
    whole = replace(page, blocks=reading(page))
    return replace(printout_of(whole, store.edition, state="Perú"), form=Form.FILLABLE)


# What has a field


def test_every_line_and_box_has_a_field_that_says_what_is_asked(pdf: bytes) -> None:
    (page,) = widgets(pdf)
    assert [(name_of(one), value_of(one), one["/TU"]) for one in page] == [
        ("place", "", "Where it was (required)"),
        ("seen-on", "", "When. year-month-day, such as 2026-11-23"),
        ("seen", "", "What you saw (needed before sending)"),
        ("alone", "yes", "Alone? (required): Yes"),
        ("alone", "no", "Alone? (required): No"),
        ("alone/why", "", "Alone? Why"),
        ("which", "option-1", "Which (required): here"),
        ("which", "option-2", "Which (required): there"),
        ("needs/option-1", "yes", "Needs (required): water"),
        ("needs/option-2", "yes", "Needs (required): a bed"),
        ("body", "", "Whom (the receiver fills it)"),
        ("body/option-1", "yes", "Whom (the receiver fills it): nobody"),
        ("codes", "", "Signs (required for a child)"),
        ("items/1/item", "", "Line 1: Item (required)"),
        ("items/1/at", "", f"Line 1: At (required). {AT}"),
        ("items/2/item", "", "Line 2: Item (required)"),
        ("items/2/at", "", f"Line 2: At (required). {AT}"),
    ]


AT = "year-month-day, time, time zone, such as 2026-11-23 14:30 UTC-5"


def test_fields_are_of_the_kind_of_the_answer_and_required_as_a_whole(pdf: bytes) -> None:
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    said = {name: (one["/FT"], one["/Ff"] & ~WHOLE) for name, one in fields.items()}
    assert said == {
        "place": ("/Tx", REQUIRED),
        "seen-on": ("/Tx", 0),
        "seen": ("/Tx", REQUIRED | MULTILINE),
        "alone": ("/Btn", REQUIRED),
        "alone/why": ("/Tx", 0),
        "which": ("/Btn", REQUIRED),
        "needs/option-1": ("/Btn", 0),  # an answer is required, this one is not
        "needs/option-2": ("/Btn", 0),
        "body": ("/Tx", 0),
        "body/option-1": ("/Btn", 0),
        "codes": ("/Tx", MULTILINE),
        "items/1/item": ("/Tx", MULTILINE),  # nobody needs every row
        "items/1/at": ("/Tx", MULTILINE),
        "items/2/item": ("/Tx", MULTILINE),
        "items/2/at": ("/Tx", MULTILINE),
    }
    assert all((one["/FT"] == "/Tx") == bool(one["/Ff"] & WHOLE) for one in fields.values())


def test_a_group_of_boxes_says_what_is_asked_without_an_answer(pdf: bytes) -> None:
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    assert fields["which"]["/TU"] == "Which (required)"
    assert fields["which"]["/V"] == f"/{OFF}"


def test_the_tab_key_goes_as_people_read(store: Store, pdf: bytes) -> None:
    forms = [pdf, *(to_pdf(of_content(store, name), Paper.A4) for name in FORMS)]
    for one in forms:
        for page in pypdf.PdfReader(BytesIO(one)).pages:
            if "/Annots" in page:
                assert str(page["/Tabs"]) == "/S"
        for here in widgets(one):
            for first, second in pairwise(widget["/Rect"] for widget in here):
                is_below = second[3] <= first[1] + 1
                is_right = second[0] >= first[2] and second[1] < first[3] and first[1] < second[3]
                assert is_below or is_right, (first, second)


def test_readers_are_not_asked_to_draw_anew_and_find_a_font_of_our_own(pdf: bytes) -> None:
    root: Any = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]
    form = root["/AcroForm"]
    assert "/NeedAppearances" not in form
    (font,) = form["/DR"]["/Font"].values()
    assert font["/Subtype"] == "/Type0"
    assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
    assert b"Helvetica" not in pdf
    assert b"ZapfDingbats" not in pdf


def test_copies_are_filled_each_by_itself() -> None:
    two = replace(FORM, copies=numbered(2), blocks=(Fields((field(), field("yes-no", id="sure"))),))
    first, second = widgets(to_pdf(two, Paper.A4))
    names = ["place", "sure", "sure"]
    assert [name_of(one) for one in first] == [f"copy-1/{name}" for name in names]
    assert [name_of(one) for one in second] == [f"copy-2/{name}" for name in names]


def test_two_fields_of_one_name_are_refused() -> None:
    twice = printout(Fields((field(), field("yes-no"))), form=Form.FILLABLE)
    with pytest.raises(ValueError, match="two fields are called place"):
        to_pdf(twice, Paper.A4)


def test_the_same_form_has_the_same_bytes_in_another_process_too(pdf: bytes, tmp_path: Path) -> None:
    assert to_pdf(FORM, Paper.A4) == pdf
    code = (
        "import sys; from tests.paper.test_fillable import *\nsys.stdout.buffer.write(to_pdf(FORM, Paper.A4))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "USER": "maria", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == pdf


# What has none


def test_what_is_apart_or_tells_who_a_person_is_has_no_field(pdf: bytes) -> None:
    names = {name_of(one) for page in widgets(pdf) for one in page}
    assert not {name for name in names if name.startswith(("name", "danger"))}
    outside = printout(
        Fields(
            (field(id="open"), field("yes-no", id="secret", privacy="P2", details=(WHEN,))),
        ),
        Fields((field(id="row"), field(id="hidden", privacy="P2")), repeats=True, rows=1, id="rows"),
        Fields((field(id="shut"),), apart=True),
        form=Form.FILLABLE,
    )
    (page,) = widgets(to_pdf(outside, Paper.A4))
    assert [name_of(one) for one in page] == ["open", "rows/1/row"]


WHEN = Detail(id="when", label="When", type="date")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_the_kit_has_the_fields_that_it_should_and_no_others(store: Store, name: str) -> None:
    said = of_content(store, name)
    assert said.form in said.forms
    expected: list[str] = []
    by_hand: list[str] = []
    for block in said.blocks:
        if isinstance(block, Fields):
            for one in block.fields:
                names = list(_names(block, one, said.rows))
                (by_hand if one.privacy == "P2" else expected).extend(names)
    found = [name_of(one) for page in widgets(to_pdf(said, Paper.A4)) for one in page]
    assert Counter(found) == Counter(expected)
    assert not set(found) & set(by_hand)


def _names(block: Fields, one: Any, rows: int) -> Iterator[str]:
    """The names of a field's lines and boxes, one for each."""
    if block.repeats:
        yield from (f"{block.id}/{row}/{one.id}" for row in range(1, (block.rows or rows) + 1))
        return
    if one.type == "fixed":
        return
    if one.type == "choice":
        yield from (one.id for _option in one.options)
    else:
        yield from {"yes-no": (one.id,) * 2, "choices": ()}.get(one.type, (one.id,))
        yield from (f"{one.id}/{option.id}" for option in one.options)
    for detail in one.details:
        count = {"yes-no": 2, "choice": len(detail.options)}.get(detail.type, 1)
        yield from (f"{one.id}/{detail.id}" for _box in range(count))


@pytest.mark.parametrize("name", ["referral", "consent"])
def test_the_sheets_that_are_sealed_have_no_field_at_all(store: Store, name: str) -> None:
    pdf = to_pdf(of_content(store, name), Paper.A4)
    texts = page_texts(pdf)
    sealed = next(number for number, text in enumerate(texts) if "Sealed part" in text)
    assert sealed > 0
    assert sealed % 2 == 0  # a sheet of its own
    is_filled = [bool(page) for page in widgets(pdf)]
    assert any(is_filled[:sealed])
    assert not any(is_filled[sealed:])


def test_what_is_no_form_cannot_be_filled(store: Store) -> None:
    for head in store.heads():
        page = store.page(head.id)
        said = printout_of(replace(page, blocks=reading(page)), store.edition)
        assert (Form.FILLABLE in said.forms) == (page.kind == Kind.FORM), page.id


def test_a_form_with_nothing_but_what_is_sealed_is_for_the_pen() -> None:
    assert printout(APART).forms == (Form.PAGES,)


# Where the fields are


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", FORMS)
def test_fields_stay_inside_the_margins_and_off_one_another(store: Store, name: str, paper: Paper) -> None:
    width, height = SIZES_PT[paper]
    pdf = to_pdf(of_content(store, name), paper)
    for page in widgets(pdf):
        places = [[float(edge) for edge in widget["/Rect"]] for widget in page]
        for left, foot, right, top in places:
            assert min(left, foot, width - right, height - top) >= 16 * _MM - 0.01
            assert right - left >= 12
            assert top - foot >= 12
        for number, one in enumerate(places):
            for other in places[:number]:
                is_apart = (
                    other[2] <= one[0] or one[2] <= other[0] or other[3] <= one[1] or one[3] <= other[1]
                )
                assert is_apart, (one, other)
    assert len(pdf) < 200_000


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", FORMS)
def test_empty_it_looks_like_the_blank(store: Store, name: str, paper: Paper) -> None:
    fillable = of_content(store, name)
    assert_looks_like_the_blank(fillable, paper)


def test_empty_lines_look_like_those_of_the_blank() -> None:
    assert_looks_like_the_blank(FORM, Paper.LETTER)


def assert_looks_like_the_blank(fillable: Printout, paper: Paper) -> None:
    blank = to_pdf(fillable.for_printer, paper)
    filled = to_pdf(fillable, paper)
    assert page_texts(filled) == page_texts(blank)
    assert not any(widgets(blank))
    with Pages(filled) as one, Pages(blank) as other:
        assert one.count == other.count
        for number in range(one.count):
            assert differing(one.render(number, dpi=_DPI), other.render(number, dpi=_DPI)) < 0.0001


# What becomes of what is typed and ticked


@pytest.mark.parametrize("reader", READERS)
def test_what_is_filled_survives_in_every_reader(pdf: bytes, reader: str, tmp_path: Path) -> None:
    fill, _read = READERS[reader]
    filled = fill(pdf, FILLED, tmp_path)
    empty = {name_of(one): OFF if value_of(one) else "" for page in widgets(pdf) for one in page}
    for other, (_fill, read) in READERS.items():
        if other != "poppler" or readers.has_poppler():
            assert read(filled, tmp_path) == empty | FILLED, other


@pytest.mark.parametrize("reader", READERS)
def test_what_is_typed_can_be_read_on_the_page(pdf: bytes, reader: str, tmp_path: Path) -> None:
    filled = READERS[reader][0](pdf, FILLED, tmp_path)
    (text,) = typed_on_paper(filled)
    shown = unicodedata.normalize("NFC", folded(text))
    assert shown.count(unicodedata.normalize("NFC", LETTERS)) == 3
    assert "2026-11-23" in shown


@pytest.mark.parametrize("reader", READERS)
def test_what_is_typed_is_drawn_letter_by_letter(reader: str, tmp_path: Path) -> None:
    """As dark as the kit's own letters of that size: a box in the place of a letter would not be."""
    line = replace(printout(Fields((field(label="Place"),))), form=Form.FILLABLE)
    pdf = to_pdf(line, Paper.A4)
    box = widgets(pdf)[0][0]["/Rect"]
    for typed in (LETTERS, *LETTERS.split()):
        filled = READERS[reader][0](pdf, {"place": typed}, tmp_path)
        ink = _ink(filled, box) - _ink(pdf, box)
        assert ink == pytest.approx(_ink_of(typed), rel=0.06), typed


@pytest.mark.parametrize("reader", READERS)
def test_no_line_to_write_on_goes_through_what_is_typed(pdf: bytes, reader: str, tmp_path: Path) -> None:
    (box,) = (one["/Rect"] for one in widgets(pdf)[0] if name_of(one) == "seen")
    left, foot, right, top = (float(edge) for edge in box)
    under = (left + (right - left) / 2, foot + 1, right, top - 1)  # beside a short word, off the edges
    assert _ink(pdf, under) > 50
    assert _ink(READERS[reader][0](pdf, {"seen": "W"}, tmp_path), under) < 1


@pytest.mark.parametrize("reader", READERS)
def test_letters_of_another_script_are_kept_though_not_shown(pdf: bytes, reader: str, tmp_path: Path) -> None:
    fill, read = READERS[reader]
    assert read(fill(pdf, {"place": "مرحبا"}, tmp_path), tmp_path)["place"] == "مرحبا"


@pytest.mark.parametrize("reader", READERS)
def test_ticks_print_in_their_own_boxes_and_nowhere_else(pdf: bytes, reader: str, tmp_path: Path) -> None:
    ticked = {"alone": "no", "which": "option-2", "needs/option-1": "yes"}
    filled = READERS[reader][0](pdf, ticked, tmp_path)
    boxes = [one for one in widgets(pdf)[0] if value_of(one)]
    assert len(boxes) == 7
    for one in boxes:
        more = _ink(filled, one["/Rect"]) - _ink(pdf, one["/Rect"])
        is_ticked = ticked.get(name_of(one)) == value_of(one)
        assert more > 10 if is_ticked else more == pytest.approx(0, abs=0.5), one["/TU"]


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
def test_of_several_boxes_the_last_choice_holds(pdf: bytes, reader: str, tmp_path: Path) -> None:
    fill, read = READERS[reader]
    once = fill(pdf, {"which": "option-1"}, tmp_path)
    assert read(once, tmp_path)["which"] == "option-1"
    assert read(fill(once, {"which": "option-2"}, tmp_path), tmp_path)["which"] == "option-2"


def test_a_wrong_tick_can_be_taken_back(pdf: bytes, tmp_path: Path) -> None:
    fill, read = READERS["pdfium"]
    wrong = fill(pdf, {"which": "option-1", "needs/option-1": "yes"}, tmp_path)
    again = fill(wrong, {"which": "option-1", "needs/option-1": "yes"}, tmp_path)
    assert set(read(again, tmp_path).values()) == {"", OFF}


def test_filling_one_field_changes_no_other(pdf: bytes, tmp_path: Path) -> None:
    boxes = boxes_of(pdf)
    for name in ("place", "items/1/item"):
        filled = READERS["pypdf"][0](pdf, {name: "W" * 6}, tmp_path)
        for one in widgets(pdf)[0]:
            if name_of(one) not in boxes:
                is_darker = _ink(filled, one["/Rect"]) > _ink(pdf, one["/Rect"])
                assert is_darker == (name_of(one) == name)


def _ink(pdf: bytes, box: Any) -> float:
    """How much black there is in a place of the first page, in square points."""
    left, foot, right, top = (float(edge) for edge in box)
    scale = 4
    with Pages(pdf) as pages:
        page, height = pages.render(0, dpi=72 * scale), pages.size_pt(0)[1]
    rows = range(round((height - top) * scale), round((height - foot) * scale))
    dark = sum(
        255 - grey
        for row in rows
        for grey in page.grey[
            row * page.stride + round(left * scale) : row * page.stride + round(right * scale)
        ]
    )
    return dark / 255 / scale**2


def _ink_of(text: str) -> float:
    """How much black there should be: the kit's own letters, at the size of a field."""
    from reportlab.pdfgen.canvas import Canvas

    from amparo.paper.fonts import Face, letter_widths

    letter_widths(Face.REGULAR)
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(400, 60))
    canvas.setFont(Face.REGULAR, 10)
    canvas.drawString(20, 20, text)
    canvas.save()
    return _ink(drawn.getvalue(), (0, 0, 400, 60))
