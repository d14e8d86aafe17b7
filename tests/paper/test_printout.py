"""What goes on paper."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

from amparo.core.blocks import Card, Fields, Lines, Signs, Verbatim
from amparo.core.fingerprint import fingerprint, read_fingerprint
from amparo.core.model import Kind, Page, PageId
from amparo.paper.printout import Copy, Form, Printout, for_sites, numbered, printout_of
from tests.core.examples import field, sign
from tests.paper.printouts import EDITION, SEED, printout


def test_a_page_becomes_a_printout() -> None:
    made = printout_of(_page(), EDITION, state="Perú")
    assert made == Printout(
        document="plan/activity/2",
        title="Activity 2: Public policies",
        subtitle="Prevention",
        blocks=(Verbatim("Ensure"),),
        sources=(SEED,),
        edition=EDITION,
        as_of=date(2010, 5, 27),
        lang="en",
        state="Perú",
    )


def test_the_fingerprint_is_that_of_document_version_and_copy() -> None:
    assert printout().fingerprint() == fingerprint("plan/activity/2", "2026.11.1")
    assert printout().fingerprint(Copy("7")) == fingerprint("plan/activity/2", "2026.11.1", "7")
    assert read_fingerprint(printout().fingerprint()) == printout().fingerprint()


def test_copies_are_numbered_where_there_are_several() -> None:
    assert numbered(1) == (Copy(),)
    assert numbered(3) == (Copy("1"), Copy("2"), Copy("3"))


def test_a_site_has_a_copy_and_an_empty_line_has_none() -> None:
    assert for_sites(["Taller  Sur\n", " ", "", "Finca Norte"]) == (
        Copy("1", "Taller Sur"),
        Copy("2", "Finca Norte"),
    )
    assert for_sites(["", " "]) == ()


def test_what_people_write_on_has_copies() -> None:
    assert printout(Lines(("Date",))).is_filled_in
    assert printout(Signs((sign(),))).is_filled_in
    assert not printout(Signs((sign(),), answers=(("a", "no", ""),))).is_filled_in
    assert not printout(Card(()), Lines(("Date",)), form=Form.CARDS).is_filled_in
    assert not printout(Verbatim("Ensure")).is_filled_in


def test_a_printer_gets_the_blank_of_a_form_that_is_filled_on_a_screen() -> None:
    form = printout(Fields((field(),)))
    assert form.forms == (Form.PAGES, Form.FILLABLE)
    assert replace(form, form=Form.FILLABLE).for_printer == form
    cards = replace(form, form=Form.CARDS)
    assert cards.for_printer is cards


def test_a_printout_is_made_without_loading_what_draws_it() -> None:
    heavy = "{'reportlab', 'pypdfium2', 'pymupdf_fonts'}"
    code = f"import sys, amparo.paper.printout; sys.exit(bool({heavy} & sys.modules.keys()))"
    subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, check=True
    )


def _page() -> Page:
    return Page(
        id=PageId("plan/activity/2"),
        kind=Kind.PLAN,
        lang="en",
        title="Activity 2",
        subject="Public policies",
        parent=None,
        context="Prevention",
        text="Ensure",
        footnote=None,
        notes=(),
        instruments=(),
        expects=(),
        audience=(),
        serves=(),
        served_by=(),
        read_on=(),
        sources=(SEED,),
        as_of=date(2010, 5, 27),
        status="draft",
        blocks=(Verbatim("Ensure"),),
    )
