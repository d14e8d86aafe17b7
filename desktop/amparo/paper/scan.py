"""A square code for a camera, drawn as its modules: any printer prints it, and it needs no picture."""

from collections.abc import Iterator
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from amparo.core.blocks import Scan
from amparo.paper.bands import Band, Mark

_MODULE_PT = 2.6
_QUIET = 4
"""Modules of white that a camera needs on every side."""


def scan_bands(block: Scan, left_pt: float) -> Iterator[Band]:
    """One band, never divided."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)  # it has no types
    code.addData(block.text)
    code.make()
    count = code.getModuleCount()
    marks = (
        Mark(
            left_pt + (_QUIET + across) * _MODULE_PT,
            (_QUIET + down) * _MODULE_PT,
            _MODULE_PT,
            is_filled=True,
        )
        for down in range(count)
        for across in range(count)
        if code.isDark(down, across)
    )
    yield Band(columns=(), foot_pt=(count + 2 * _QUIET) * _MODULE_PT, marks=tuple(marks))
