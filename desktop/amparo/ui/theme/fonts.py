"""The screen's own type, so that every machine measures text alike."""

import pymupdf_fonts
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FAMILY = "Noto Sans"
_FACES = ("notos", "notosbo")


def load_faces() -> None:
    """Give the faces to Qt; once an application."""
    for face in _FACES:
        QFontDatabase.addApplicationFontFromData(QByteArray(pymupdf_fonts.myfont(face)))
