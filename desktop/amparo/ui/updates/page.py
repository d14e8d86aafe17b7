"""Updates: what the kit has and how sure that is, receiving from any carrier, and handing on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from amparo.core.blocks import Block, Heading, Items, Paragraph, prose
from amparo.core.i18n import _, ngettext
from amparo.core.model import Edition, PageHead
from amparo.ui.flow import Flow
from amparo.ui.status import content_words
from amparo.ui.updates.believing import Believing
from amparo.ui.updates.model import UpdatesModel
from amparo.ui.updates.nearby import Nearby
from amparo.ui.updates.state import UpdatesState, last_try_words, verdict_words
from amparo.ui.widgets import LinkButton, button, column, label, scrolling

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_PAGES = 40


class UpdatesPage(QWidget):
    """Nothing is asked of anybody until a button is pressed, or syncing is switched on."""

    page_asked = Signal(str)
    syncing_chosen = Signal(bool)

    def __init__(
        self,
        model: UpdatesModel,
        edition: Edition,
        changed: tuple[PageHead, ...],
        today: date,
        *,
        syncs: bool,
    ) -> None:
        """Args: changed: the pages that this edition changed. syncs: whether the kit syncs by itself."""
        super().__init__()
        self._model, self._edition, self._changed, self._today = model, edition, changed, today
        self.edition = label(_("Edition {version}").format(version=edition.version), "state")
        self.verdict, self.tried, self.told = label(""), label("", "quiet"), label("", "state")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self.check_button = button(_("Check now"), model.check, "primary")
        self.stick_button = button(_("From a stick…"), self._choose_folder)
        self.zip_button = button(_("From a file…"), self._choose_zip)
        self.cancel_button = button(_("Cancel"), model.cancel)
        self.export_button = button(_("To a stick…"), self._choose_target)
        self.export_zip_button = button(_("Into one file…"), self._choose_zip_target)
        self.serve_button = button(_("Give it to colleagues nearby"), self._toggle_serving)
        self.serving = label("", "number")
        self.nearby = Nearby(model, edition.version)
        self.by_itself = QCheckBox(_("Ask the source, and send what waits in the outbox, by itself"))
        self.by_itself.setChecked(syncs)
        self.believing = Believing(model)
        self.said = QVBoxLayout()
        self._lay_out()
        self.by_itself.toggled.connect(self.syncing_chosen)
        model.changed.connect(self.show_state)
        self.show_state(model.state)

    def show_state(self, state: UpdatesState) -> None:
        """Show how it stands."""
        self.verdict.setText(verdict_words(state))
        self.tried.setText(last_try_words(state.kept, self._today))
        self.told.setText(state.told or state.busy)
        self.told.setAccessibleName(self.told.text())
        self.progress.setVisible(bool(state.busy and state.total))
        self.progress.setMaximum(state.total)
        self.progress.setValue(state.done)
        self.progress.setFormat(f"{state.done:,} / {state.total:,}")
        is_idle, is_set_up = not state.busy, bool(state.source)
        self.check_button.setEnabled(is_idle and bool(state.url))
        for made in (self.stick_button, self.zip_button, self.export_button, self.export_zip_button):
            made.setEnabled(is_idle and is_set_up)
        self.nearby.show_state(state)
        self.serve_button.setEnabled(is_set_up)
        self.by_itself.setEnabled(bool(state.url))
        self.cancel_button.setVisible(bool(state.busy))
        is_serving = bool(state.address)
        self.serve_button.setText(_("Stop giving") if is_serving else _("Give it to colleagues nearby"))
        times = ngettext("given {n} time", "given {n} times", state.given).format(n=state.given)
        self.serving.setText(f"{state.address}   {state.code}   ({times})" if is_serving else "")
        self.serving.setVisible(is_serving)
        self.believing.show_state(state)

    def blocks(self) -> tuple[Block, ...]:
        """The page for the printer."""
        state = self._model.state
        words = (content_words(self._edition, self._today), verdict_words(state), self.tried.text())
        blocks: list[Block] = [
            Paragraph(prose(self.edition.text())),
            *(Paragraph(prose(one)) for one in words),
        ]
        if said := self._sentences():
            blocks += [Heading(_("What changed")), Items(tuple(prose(one) for one in said))]
        if state.source:
            about = f"{state.source} · {state.url} · {state.letters}"
            blocks += [Heading(_("Publisher")), Paragraph(prose(about))]
        return tuple(blocks)

    def _sentences(self) -> list[str]:
        said = list(self._model.state.kept.said)
        return said + [head.full_title for head in self._changed[:_MOST_PAGES]]

    def _toggle_serving(self) -> None:
        if self._model.state.address:
            self._model.stop_serving()
        else:
            self._model.serve()

    def _choose_folder(self) -> None:
        self._choose(
            QFileDialog.getExistingDirectory(self, _("The stick, or the folder")), self._model.receive_from
        )

    def _choose_zip(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("The file"), "", "*.zip")
        self._choose(name, self._model.receive_from)

    def _choose_target(self) -> None:
        self._choose(
            QFileDialog.getExistingDirectory(self, _("Where to, such as a stick")), self._model.export
        )

    def _choose_zip_target(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Into one file"), "amparo-content.zip", "*.zip")
        self._choose(name if not name or name.lower().endswith(".zip") else f"{name}.zip", self._model.export)

    def _choose(self, name: str, do: Callable[[Path], None]) -> None:
        if name:
            do(Path(name))

    def _lay_out(self) -> None:
        inside = QWidget()
        page = column(inside)
        page.addWidget(label(_("Updates"), "title"))
        page.addWidget(self.edition)
        page.addWidget(label(content_words(self._edition, self._today)))
        for part in (self.verdict, self.tried, self.told, self.progress):
            page.addWidget(part)
        if not self._model.is_set_up:
            page.addWidget(self.believing)
        self._row(page, self.check_button, self.stick_button, self.zip_button, self.cancel_button)
        silent = _("The kit opens a connection when you press this, to the publisher's address and no other.")
        page.addWidget(label(silent, "quiet"))
        page.addWidget(self.by_itself)
        if self._changed or self._model.state.kept.said:
            page.addWidget(label(_("What changed"), "section"))
            for sentence in self._model.state.kept.said:
                page.addWidget(label(sentence))
            for head in self._changed[:_MOST_PAGES]:
                link = LinkButton(head.full_title)
                link.clicked.connect(lambda _checked=False, name=head.id: self.page_asked.emit(name))
                page.addWidget(link)
        page.addWidget(label(_("Hand it on"), "section"))
        page.addWidget(
            label(_("Whoever receives it trusts the publisher's signature, and not you."), "quiet")
        )
        self._row(page, self.export_button, self.export_zip_button, self.serve_button)
        page.addWidget(self.serving)
        page.addWidget(self.nearby)
        if self._model.is_set_up:
            page.addWidget(self.believing)
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))

    def _row(self, page: QVBoxLayout, *parts: QWidget) -> None:
        row = Flow()
        for part in parts:
            row.addWidget(part)
        page.addLayout(row)
