"""A printout laid out on one paper. What it takes is imported when the first preview is asked for."""

from dataclasses import dataclass

from amparo.core.progress import Tick
from amparo.core.settings import Paper
from amparo.paper.printout import Printout


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The pages of a printout, all of one size.

    Attributes:
        pdf: the bytes that are saved, sent and drawn.
        size_pt: width and height of a page, in points (1/72 inch).
    """

    paper: Paper
    pdf: bytes
    count: int
    size_pt: tuple[float, float]


def lay_out(printout: Printout, paper: Paper, tick: Tick) -> Layout:
    """Set a printout on this paper; for a background job: importing alone takes 150 ms at the first call."""
    from amparo.paper.pages import Pages
    from amparo.paper.pdf import to_pdf

    pdf = to_pdf(printout, paper, tick)
    with Pages(pdf) as pages:
        return Layout(paper=paper, pdf=pdf, count=pages.count, size_pt=pages.size_pt(0))
