"""Our icons, drawn in any colour at any size."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from amparo_resources import resource

ICON_PX = 20
_SCALE = 2
"""Drawn at twice the size, for screens of high density."""


@cache
def icon(name: str, colour: str, side_px: int = ICON_PX) -> QIcon:
    """One of the icons of the kit, such as `home`, in a colour such as `#0B5566`."""
    svg = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    pixmap = QPixmap(QSize(side_px, side_px) * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return QIcon(pixmap)
