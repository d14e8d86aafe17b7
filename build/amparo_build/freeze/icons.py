"""The program's icon in the forms that desktops ask for, drawn from the one SVG."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from amparo_resources import resource

SIZES = (16, 24, 32, 48, 64, 128, 256)


def drawn(size: int) -> QImage:
    """The icon on nothing, so many pixels wide; needs no display."""
    renderer = QSvgRenderer(QByteArray(resource("icons/program.svg").read_bytes()))
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def write_png(path: Path, size: int) -> None:
    """Write the icon as PNG."""
    _picture(size).save(path, optimize=True)


def write_ico(path: Path) -> None:
    """Write the icon of Windows, in every size."""
    pictures = [_picture(size) for size in SIZES]
    pictures[-1].save(path, append_images=pictures[:-1], sizes=[(size, size) for size in SIZES])


def _picture(size: int) -> Image.Image:
    image = drawn(size)
    return Image.frombytes(
        "RGBA", (size, size), bytes(image.constBits()), "raw", "RGBA", image.bytesPerLine()
    )
