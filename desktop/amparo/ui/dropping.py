"""A file that is dropped on the window goes to where it belongs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from amparo.core.i18n import _

if TYPE_CHECKING:
    from amparo.ui.window import Window


def welcome(event: QDragEnterEvent) -> None:
    """A file may be dropped."""
    if event.mimeData().hasUrls():
        event.acceptProposedAction()


def take(window: Window, event: QDropEvent) -> None:
    """A source file and an update go to the updates; anything else is read as a sealed referral."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if not files:
        return
    event.acceptProposedAction()
    from amparo.sync.source import SUFFIX

    file = files[0]
    if file.suffix == SUFFIX or file.suffix.lower() == ".zip" or file.is_dir():
        window.show_page("updates")
        read = (
            window.updates.believing.read if file.suffix == SUFFIX else window.services.updates().receive_from
        )
        read(file)
    elif window.services.vault.state.is_open:
        window.show_page("cases")
        window.cases.overview.desk_asked.emit()
        window.cases.desk.open_file(file)
    else:
        window.show_page("cases")
        window.tell(_("Open the vault first, then drop the file again: what is received is kept there."))
