"""What goes on paper."""

import os
import subprocess
import sys
from datetime import date

from amparo.core.blocks import Verbatim
from amparo.core.fingerprint import fingerprint, read_fingerprint
from amparo.core.model import Kind, Page, PageId
from amparo.paper.printout import Printout, printout_of
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
    assert printout().fingerprint == fingerprint("plan/activity/2", "2026.11.1")
    assert printout(serial="7").fingerprint == fingerprint("plan/activity/2", "2026.11.1", "7")
    assert read_fingerprint(printout().fingerprint) == printout().fingerprint


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
