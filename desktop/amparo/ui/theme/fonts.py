"""The screen's own type, so that every machine measures text alike."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from amparo_resources import SCREEN_FACES

FAMILY = "Noto Sans"


def load_faces(folder: Path | None) -> None:
    """Give the faces to Qt; once an application.

    Args:
        folder: where they were unpacked when the content was built; to unpack them costs 13 ms each.
    """
    for face in SCREEN_FACES:
        if folder is None or QFontDatabase.addApplicationFont(str(folder / f"{face}.ttf")) < 0:
            import pymupdf_fonts

            QFontDatabase.addApplicationFontFromData(QByteArray(pymupdf_fonts.myfont(face)))
