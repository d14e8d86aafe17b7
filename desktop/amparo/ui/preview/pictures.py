"""The pictures of the pages that are on the screen, drawn in the background, and no others."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from amparo.core.progress import Tick
from amparo.ui.jobs import Job, Jobs
from amparo.ui.preview.layout import Layout

if TYPE_CHECKING:
    from amparo.paper.pages import Bitmap


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it was drawn.

    Attributes:
        image: looks into the bytes of `bitmap`, which therefore stays with it.
    """

    number: int
    dpi: float
    layout: Layout
    bitmap: "Bitmap"
    image: QImage


class Pictures(QObject):
    """Draws what is wanted, one page at a time, the most wanted first, and forgets the rest."""

    drawn = Signal()
    failed = Signal(object)  # Exception; nothing more is drawn until something is wanted again

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._layout: Layout | None = None
        self._wanted: tuple[int, ...] = ()
        self._dpi = 0.0
        self._kept: dict[int, Picture] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def want(self, layout: Layout, numbers: Iterable[int], dpi: float) -> None:
        """Have these pages drawn, in this order of importance; what is not among them is let go."""
        self._layout, self._wanted, self._dpi = layout, tuple(numbers), dpi
        self._kept = {
            number: picture
            for number, picture in self._kept.items()
            if number in self._wanted and picture.layout is layout
        }
        self._draw_next()

    def get(self, number: int) -> Picture | None:
        """The page's latest picture, maybe still at an earlier zoom; None where there is none yet."""
        return self._kept.get(number)

    def stop(self) -> None:
        """Draw nothing more, and forget everything."""
        self._layout, self._wanted = None, ()
        self._kept.clear()
        if self._job:
            self._job.cancel()

    def _draw_next(self) -> None:
        if self._job or not self._layout:
            return
        for number in self._wanted:
            picture = self._kept.get(number)
            if picture is None or picture.dpi != self._dpi:
                self._job = Job(partial(_draw, self._layout, number, self._dpi))
                self._job.succeeded.connect(self._keep)
                self._job.failed.connect(self._give_up)
                self._job.ended.connect(self._go_on)
                self._jobs.start(self._job)
                return

    @Slot(object)
    def _keep(self, picture: Picture) -> None:
        if picture.layout is self._layout and picture.number in self._wanted:
            self._kept[picture.number] = picture
            self.drawn.emit()

    @Slot(object)
    def _give_up(self, error: Exception) -> None:
        self._wanted = ()
        self.failed.emit(error)

    @Slot()
    def _go_on(self) -> None:
        self._job = None
        self._draw_next()


def _draw(layout: Layout, number: int, dpi: float, tick: Tick) -> Picture:
    from amparo.paper.pages import Pages

    tick(0, 1)
    # Opened anew for each page: 0.2 ms, and nobody has to know when the document may be closed.
    with Pages(layout.pdf) as pages:
        bitmap = pages.render(number, dpi=dpi)
    image = QImage(bitmap.grey, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8)
    return Picture(number, dpi, layout, bitmap, image)
