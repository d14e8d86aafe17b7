"""The pages under one another as on a desk; only those in sight are drawn, at the zoom in sight."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from amparo.core.i18n import _
from amparo.ui.preview.layout import Layout
from amparo.ui.preview.pictures import Picture, Pictures
from amparo.ui.preview.strip import Strip
from amparo.ui.theme.theme import Theme

STEP = 1.25
LEAST_ZOOM = 0.5
GREATEST_DPI = 300
_FOCUS_PX = 2


class PageList(QAbstractScrollArea):
    """Shows a layout; zoom 1 fits the width."""

    page_changed = Signal(int)  # counted from 1

    def __init__(self, pictures: Pictures, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._theme = pictures, theme
        self._layout: Layout | None = None
        self._zoom, self._page, self._is_arranging = 1.0, 0, False
        self._strip = Strip(count=0, width=1, height=1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        # Always there: a bar that comes and goes changes the width that a page should fit.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setAccessibleName(_("Scroll through the pages"))
        self.horizontalScrollBar().setAccessibleName(_("Scroll sideways"))
        self.setCornerWidget(QWidget(self))  # nothing, instead of two stray lines
        pictures.drawn.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The page in sight, counted from 1; 0 where there is none."""
        return self._page

    @property
    def zoom(self) -> float:
        """1 where a page fits the width."""
        return self._zoom

    def show_layout(self, layout: Layout) -> None:
        """Show these pages, from the place where the ones before were."""
        if layout is not self._layout:
            self._layout = layout
            self._arrange()

    def set_zoom(self, zoom: float) -> None:
        """Make pages larger or smaller, within reason, around the middle of what is in sight."""
        self._zoom = max(LEAST_ZOOM, min(zoom, self._greatest_zoom()))
        self._arrange()

    def show_page(self, page: int) -> None:
        """Bring the head of a page into sight."""
        if self._layout:
            number = max(1, min(page, self._layout.count)) - 1
            self.verticalScrollBar().setValue(self._strip.top(number) - self._strip.gap)

    def sizeHint(self) -> QSize:
        """A page at about its own size, larger with the text; a smaller screen sets the bound."""
        return QSize(900, 1200) * self._theme.scale

    def minimumSizeHint(self) -> QSize:
        """Enough to scroll in."""
        return QSize(240, 160)

    def _fitting_width(self) -> int:
        return max(1, self.viewport().width() - 2 * self._strip.gap)

    def _greatest_zoom(self) -> float:
        if not self._layout:
            return 1.0
        greatest_px = self._layout.size_pt[0] / 72 * GREATEST_DPI / self.devicePixelRatioF()
        return max(1.0, greatest_px / self._fitting_width())

    def _arrange(self) -> None:
        """Give every page its place, and keep the middle of what is in sight where it is."""
        if not self._layout:
            return
        bar, half = self.verticalScrollBar(), self.viewport().height() // 2
        middle = self._strip.part(bar.value() + half) if bar.value() else 0
        width, height = self._layout.size_pt
        self._zoom = min(self._zoom, self._greatest_zoom())
        wide = max(1, round(self._fitting_width() * self._zoom))
        self._strip = Strip(count=self._layout.count, width=wide, height=round(wide * height / width))
        self._is_arranging = True  # the bars tell of every step; only where they end up matters
        self._set_bars()
        bar.setValue(self._strip.at(middle) - self.viewport().height() // 2 if middle else 0)
        self._is_arranging = False
        self._look()

    def _set_bars(self) -> None:
        view, bar, beside = self.viewport(), self.verticalScrollBar(), self.horizontalScrollBar()
        shift = beside.value() / beside.maximum() if beside.maximum() else 0.5
        beside.setPageStep(view.width())
        beside.setSingleStep(2 * self.fontMetrics().height())
        beside.setRange(0, max(0, self._strip.across - view.width()))
        beside.setValue(round(beside.maximum() * shift))
        bar.setPageStep(view.height())
        bar.setSingleStep(2 * self.fontMetrics().height())
        bar.setRange(0, max(0, self._strip.length - view.height()))

    def _look(self) -> None:
        """Find out what is in sight now, and have it drawn."""
        if not self._layout:
            return
        top, view = self.verticalScrollBar().value(), self.viewport()
        seen = self._strip.seen(top, top + view.height())
        # The neighbours come last, so that a page is there when one turns to it.
        around = (*seen, *(n for n in (seen.stop, seen.start - 1) if 0 <= n < self._layout.count))
        self._pictures.want(self._layout, around, self._dpi())
        self._page = self._page_in_sight(top) + 1
        self.page_changed.emit(self._page)
        view.update()

    def _page_in_sight(self, top: int) -> int:
        bar = self.verticalScrollBar()
        if top == bar.minimum():
            return 0
        if top == bar.maximum():
            return self._strip.count - 1
        return self._strip.number_at(top + self.viewport().height() // 3)

    def _dpi(self) -> float:
        """Such that a picture is as wide as its page in the screen's own pixels, and not one more."""
        assert self._layout
        wide = self._strip.width * self.devicePixelRatioF()
        return (wide - 0.01) * 72 / self._layout.size_pt[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight: white sheets, and their pictures as far as they are there."""
        painter = QPainter(self.viewport())
        look = self._theme.tokens
        painter.fillRect(event.rect(), QColor(look.ground))
        top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        beside = max(self._strip.gap, (self.viewport().width() - self._strip.width) // 2)
        for number in self._strip.seen(top, top + self.viewport().height()):
            sheet = QRect(
                QPoint(beside - left, self._strip.top(number) - top),
                QSize(self._strip.width, self._strip.height),
            )
            painter.fillRect(sheet, Qt.GlobalColor.white)  # paper, on the dark screen too
            if picture := self._pictures.get(number):
                self._draw(painter, sheet, picture)
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            ring = self.viewport().rect()
            for inset in range(_FOCUS_PX):
                painter.setPen(QPen(QColor(look.accent), 1))
                painter.drawRect(ring.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.end()

    def _draw(self, painter: QPainter, sheet: QRect, picture: Picture) -> None:
        if picture.dpi == self._dpi():
            picture.image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(sheet.topLeft(), picture.image)
        else:  # of the zoom before, until the right one is there
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, picture.image)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Paint everything in sight anew: a page is one picture, and moving pixels saves nothing."""
        if not self._is_arranging:
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        if not self._is_arranging:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to either end too; the rest of the keys is Qt's."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()
