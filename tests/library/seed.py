"""The seed text of the Work Plan, cut up by its own line numbers: not with the eyes of the kit's code."""

from dataclasses import dataclass
from pathlib import Path

SEED = Path(__file__).parents[1] / "golden" / "workplan-2010-2012.txt"
SHA256 = "490bec2757bfa4cef1c7859f0521c7273079e47c8921f8ce93431e4f9fdff118"
LINES = ("", *SEED.read_bytes().decode().split("\n"))
"""Counted from 1, as everybody who speaks of the seed counts them."""

PARAGRAPHS = (29, 32, 35, 38, 40, 43, 45)
PREAMBLE = (11, 13, 16, 18, 20, 22, 25)
INTRODUCTION = (53, 54, 56, 58)
DEFINITION = 60
PILLARS = {"prevention": (62, 116), "prosecution": (117, 153), "protection": (154, 218)}
MANDATES = (219, 247)
FOOTNOTES = {2: 248, 21: 251}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Something that has its number on a line of its own before it, as printed."""

    marker: str
    text: str
    mark: str = ""

    @property
    def number(self) -> int:
        return int(self.marker.removesuffix("."))


def said(first: int, last: int) -> list[str]:
    """The lines from first to last that are not blank."""
    return [line for line in LINES[first : last + 1] if line.strip()]


def numbered(first: int, last: int) -> list[Numbered]:
    """The numbered pieces among these lines, with a footnote's stroke where one follows."""
    lines = said(first, last)
    found = []
    for place, line in enumerate(lines[:-1]):
        if line.removesuffix(".").isdigit():
            mark = "/" if lines[place + 2 : place + 3] == ["/"] else ""
            found.append(Numbered(marker=line, text=lines[place + 1], mark=mark))
    return found


RESOLUTION_PARAGRAPHS = [Numbered(marker=LINES[n], text=LINES[n + 1]) for n in PARAGRAPHS]
ACTIVITIES = [one for first, last in PILLARS.values() for one in numbered(first + 2, last)]
MANDATE_ITEMS = numbered(MANDATES[0] + 1, MANDATES[1])
