"""The measures of the paper: sizes of type, and where text begins.

The document's own words are the largest; what the kit says is smaller, and never looks like them.
"""

from amparo.core.blocks import VerbatimRole
from amparo.paper.lines import Size

GUTTER_PT = 34
"""Where text begins; the numbers of items hang to the left of it."""

TITLE = Size(18, 23, is_bold=True)
SUBTITLE = Size(11, 16)
TEXT = Size(10.5, 15.5)
SMALL = Size(9.5, 12.5)
LABEL = Size(9.5, 12.5, is_bold=True)
ROW = Size(9.5, 11.2)
"""Of a row that is ticked; what stands under one another need not stand far apart."""

ROW_LABEL = Size(9.5, 11.2, is_bold=True)
FOOTNOTE = Size(9.5, 12.5)
VERBATIM = {
    VerbatimRole.TITLE: Size(13, 18, is_bold=True),
    VerbatimRole.HEADING: Size(12.5, 18, is_bold=True),
    VerbatimRole.TEXT: Size(12.5, 17.5),
}
HEADINGS = (Size(12.5, 17, is_bold=True), Size(11.5, 16, is_bold=True), Size(10.5, 15.5, is_bold=True))
