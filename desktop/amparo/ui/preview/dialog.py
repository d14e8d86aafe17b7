"""The preview: how a document will look on paper, and the way from there to a file or a printer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amparo.core.errors import AppError
from amparo.core.i18n import N_, _
from amparo.core.settings import Paper, SettingsFile
from amparo.paper.printout import Printout
from amparo.ui.jobs import Jobs
from amparo.ui.preview.ask import ask_file, ask_printer
from amparo.ui.preview.controls import Controls
from amparo.ui.preview.model import PreviewModel, PreviewState, Work
from amparo.ui.preview.notice import Notice
from amparo.ui.preview.options import Options
from amparo.ui.preview.page_list import STEP, PageList
from amparo.ui.preview.pictures import Pictures
from amparo.ui.preview.status import StatusLine
from amparo.ui.preview.ticket import ticket_of
from amparo.ui.theme.icons import ICON_PX
from amparo.ui.theme.theme import Theme
from amparo.ui.widgets import label

SPOOL = N_(
    "These pages tell of a person. They go to the printer from memory, and are not saved as a file."
    " The printer and its queue may keep a copy: print where you can fetch the sheets at once, and shred"
    " spoilt ones."
)
_FRAME = QSize(16, 48)
"""What a window's frame and title bar may take of the screen."""


class PreviewDialog(QDialog):
    """Shows a printout as pages; `open()` it, and it lets go of everything when it closes."""

    def __init__(
        self,
        printout: Printout,
        settings: SettingsFile,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Preview: {title}").format(title=printout.title))
        self.model = PreviewModel(printout, settings, jobs, self)
        self.pictures = Pictures(jobs, self)
        self.controls = Controls(self.model.state.paper, theme, self)
        self.options = Options(printout, self)
        self.notice = Notice(self)
        self.warning = label(_(SPOOL), "warning")
        self.warning.setVisible(printout.is_personal)
        self.pages = PageList(self.pictures, theme, self)
        self.status = StatusLine(self)
        self.close_button = QPushButton(_("Close"), self)
        self.save_button = QPushButton(_("Save as PDF…"), self)
        self.save_button.setVisible(not printout.is_personal)
        self.print_button = QPushButton(_("Print…"), self)
        self._focus_kept: QWidget | None = None
        self._arrange()
        self._connect()
        self._show_look()
        self.resize(self._fitting_size())
        self.pages.setFocus()
        self.model.lay_out()

    def show_state(self, state: PreviewState) -> None:
        """Draw the state of the model."""
        if state.layout:
            self.pages.show_layout(state.layout)
        is_idle = state.work is None
        self.controls.show_paper(state.paper)
        self._enable(is_idle, state)
        self.notice.show_state(state)
        self.status.show_state(state)

    def _enable(self, is_idle: bool, state: PreviewState) -> None:
        """Allow what can be done now; a button that must wait gets its focus back afterwards."""
        if not is_idle and self.focusWidget() in (self.save_button, self.print_button):
            self._focus_kept = self.focusWidget()
            self.pages.setFocus()
        for button in (self.save_button, self.print_button):
            button.setEnabled(is_idle and state.layout is not None)
        for choice in self.controls.papers.values():
            choice.setEnabled(choice.isChecked() or state.work in (None, Work.LAYING_OUT))
        if is_idle and self._focus_kept:
            if self.pages.hasFocus() or self.status.stop.hasFocus():
                self._focus_kept.setFocus()
            self._focus_kept = None

    def _choose_paper(self, paper: Paper) -> None:
        if paper is not self.model.state.paper:
            self.model.lay_out(paper)

    def _save(self) -> None:
        is_allowed = self.save_button.isEnabled() and self.save_button.isVisible()
        if is_allowed and (path := ask_file(self, self.model.file_name)):
            self.model.save(path)

    def _print(self) -> None:
        layout = self.model.state.layout
        if layout is None or not self.print_button.isEnabled():
            return
        try:
            printer = ask_printer(self, layout.paper, layout.count)
        except AppError as error:
            self.model.report(error, Work.PRINTING)
            return
        if printer:
            self.model.print_on(printer, ticket_of(printer, self.pages.page))

    def _begin_again(self, failed: Work | None) -> None:
        self.model.dismiss()
        if failed is Work.SAVING:
            self._save()
        elif failed is Work.PRINTING:
            self._print()
        elif failed is Work.DRAWING:
            self.pages.set_zoom(self.pages.zoom)
        else:
            self.model.lay_out()

    def _report_drawing(self, error: Exception) -> None:
        self.model.report(error, Work.DRAWING)

    def _show_page_number(self, page: int) -> None:
        if layout := self.model.state.layout:
            self.pages.setAccessibleDescription(self.controls.show_page(page, layout.count))

    def done(self, result: int) -> None:
        """Close; what is still being done is cancelled, and the pages are forgotten."""
        self.model.stop()
        self.pictures.stop()
        super().done(result)

    def _fitting_size(self) -> QSize:
        room = self.screen().availableGeometry().size() - _FRAME
        return self.sizeHint().expandedTo(self.minimumSizeHint()).boundedTo(room)

    def _show_look(self) -> None:
        size = round(ICON_PX * self._theme.scale)
        for button in (self.save_button, self.print_button):
            button.setIconSize(QSize(size, size))
        self.save_button.setIcon(self._theme.icon("save"))
        waiting = self._theme.icon("print", self._theme.tokens.quiet).pixmap(size, size)
        printing = QIcon(self._theme.icon("print", self._theme.tokens.on_accent))
        printing.addPixmap(waiting, QIcon.Mode.Disabled)  # what Qt greys by itself is lost on dark ground
        self.print_button.setIcon(printing)

    def _arrange(self) -> None:
        self.print_button.setProperty("look", "primary")
        self.print_button.setDefault(True)
        for button in (self.close_button, self.save_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.status, 1)
        for button in (self.close_button, self.save_button, self.print_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.controls)
        column.addWidget(self.options)
        column.addWidget(self.warning)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.model.changed.connect(self.show_state)
        self.model.progressed.connect(self.status.show_progress)
        self.pictures.failed.connect(self._report_drawing)
        self.controls.paper_chosen.connect(self._choose_paper)
        self.options.changed.connect(self.model.change)
        self.controls.zoom_chosen.connect(self._zoom)
        self.controls.turned.connect(self._turn)
        self.pages.page_changed.connect(self._show_page_number)
        self.notice.pressed.connect(self._begin_again)
        self.status.cancelled.connect(self.model.cancel)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self._theme.changed.connect(self._show_look)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self._save)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self._print)

    def _zoom(self, steps: int) -> None:
        self.pages.set_zoom(self.pages.zoom * STEP**steps if steps else 1.0)

    def _turn(self, by: int) -> None:
        self.pages.show_page(self.pages.page + by)
