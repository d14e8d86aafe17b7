"""Where the window's parts stand: navigation beside, the search box above, the status line below."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def frame(
    whole: QWidget, pages: QWidget, *, beside: QWidget, above: Iterable[QWidget], below: QWidget
) -> None:
    """Lay a window out round its pages."""
    top = QWidget()
    over = QVBoxLayout(top)
    over.setContentsMargins(32, 16, 32, 4)
    for part in above:
        over.addWidget(part)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(top)
    right.addWidget(pages, 1)
    right.addWidget(below)
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(beside)
    across.addLayout(right, 1)
