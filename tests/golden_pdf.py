"""Golden PDFs: how pages looked when a person last approved of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from amparo.paper.pages import Bitmap, Pages

GOLDEN = Path(__file__).parent / "golden"
_DPI = 72
_SAME_GREY = 48  # of 255: anti-aliasing differs by less between machines
_SAME_SHARE = 0.001  # of a page's pixels may differ by more

GoldenPdf = Callable[[str, bytes], None]


@pytest.fixture
def golden_pdf(request: pytest.FixtureRequest) -> GoldenPdf:
    """Compare a PDF with the golden file of that name: words first, for a diff to read, then the look."""

    def compare(name: str, pdf: bytes) -> None:
        golden = GOLDEN / f"{name}.pdf"
        if request.config.getoption("--regold"):
            golden.parent.mkdir(exist_ok=True)
            golden.write_bytes(pdf)
        assert_alike(pdf, golden.read_bytes())

    return compare


def assert_alike(pdf: bytes, golden: bytes) -> None:
    """The same words, and pages that look the same."""
    with Pages(golden) as before, Pages(pdf) as now:
        assert _words(now) == _words(before)
        for number in range(now.count):
            assert now.size_pt(number) == pytest.approx(before.size_pt(number))
            share = differing(now.render(number, dpi=_DPI), before.render(number, dpi=_DPI))
            assert share <= _SAME_SHARE, f"page {number + 1} looks otherwise: {share:.2%} of it"


def differing(one: Bitmap, other: Bitmap) -> float:
    """The share of pixels that a person would see to be different."""
    assert (one.width, one.height, one.stride) == (other.width, other.height, other.stride)
    if one.grey == other.grey:
        return 0
    apart = sum(abs(a - b) > _SAME_GREY for a, b in zip(one.grey, other.grey, strict=True))
    return apart / len(one.grey)


def _words(pages: Pages) -> list[str]:
    return [line for number in range(pages.count) for line in pages.text(number).splitlines()]
