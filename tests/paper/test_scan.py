"""A square code on paper, read back by a camera's own program."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from amparo.core.progress import no_tick
from amparo.core.settings import Paper
from amparo.exchange.keycard import KeyCard
from amparo.exchange.sealing import new_identity
from amparo.exchange.signing import new_signing_key
from amparo.library.store import Store
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo.paper.printout import Printout
from amparo.ui.cases.sheets import key_card_sheet


@pytest.fixture
def card() -> KeyCard:
    return KeyCard(
        name="Protección de la niñez, San José",
        public=new_identity().public,
        signer=new_signing_key().public,
        valid_until=date(2027, 11, 26),
    )


def pdf_of(card: KeyCard, content: Path) -> bytes:
    with Store(content) as store:
        edition = store.edition
    blocks = key_card_sheet(card.name, card.line, card.spoken)
    printout = Printout(
        document="screen/cases",
        title="Key card",
        blocks=blocks,
        sources=(),
        edition=edition,
        as_of=edition.issued,
    )
    return to_pdf(printout, Paper.A4, no_tick)


def test_the_card_says_its_letters_and_its_line(card: KeyCard, content: Path) -> None:
    with Pages(pdf_of(card, content)) as pages:
        assert pages.count == 1
        said = "".join(pages.text(0).split())
    assert card.spoken in said
    assert "".join(card.line.split()) in said


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed on this system")
def test_a_camera_reads_the_line(card: KeyCard, content: Path, tmp_path: Path) -> None:
    with Pages(pdf_of(card, content)) as pages:
        page = pages.render(0, dpi=150)
    picture = tmp_path / "page.pgm"
    rows = (page.grey[y * page.stride : y * page.stride + page.width] for y in range(page.height))
    picture.write_bytes(b"P5 %d %d 255\n" % (page.width, page.height) + b"".join(rows))
    ran = subprocess.run(
        ["zbarimg", "-q", "--raw", str(picture)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.stdout.strip() == card.line, ran.stderr
