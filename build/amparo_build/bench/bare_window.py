"""The least that a window can be with our toolkit and style; what the kit's start is held against."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QStyleFactory


def main() -> int:
    """Show an empty window, of the kit's size, until it is ended."""
    app = QApplication(sys.argv[:1])
    app.setStyle(QStyleFactory.create("Fusion"))
    window = QMainWindow()
    room = window.screen().availableSize()
    window.resize(min(1366, room.width()), min(768, room.height()))
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
