import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.core.progress import no_tick
from amparo.core.settings import Paper
from amparo.paper.pages import Pages
from amparo.ui.jobs import Jobs
from amparo.ui.preview.layout import Layout, lay_out
from amparo.ui.preview.page_list import PageList
from amparo.ui.preview.pictures import Pictures
from amparo.ui.theme.theme import Theme
from tests.ui.preview.conftest import PARTS_A_PAGE, printout_of


@pytest.fixture
def pictures(jobs: Jobs) -> Pictures:
    return Pictures(jobs)


@pytest.fixture
def pages(qtbot: QtBot, pictures: Pictures, theme: Theme, layout: Layout) -> PageList:
    pages = PageList(pictures, theme)
    qtbot.addWidget(pages)
    pages.resize(640, 480)
    pages.show()
    pages.show_layout(layout)
    return pages


def sheet_width(pages: PageList) -> int:
    """How wide a page is shown, measured on the screen: its white, and the line around it."""
    picture = pages.viewport().grab().toImage()
    middle = picture.height() // 2
    white = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == Qt.GlobalColor.white]
    return white[-1] - white[0] + 1


def test_what_is_shown_is_the_page_of_the_pdf(
    qtbot: QtBot, pages: PageList, pictures: Pictures, layout: Layout
) -> None:
    qtbot.waitUntil(lambda: pictures.get(0) is not None)
    picture = pictures.get(0)
    assert picture is not None
    with Pages(layout.pdf) as real:
        drawn = real.render(0, dpi=picture.dpi)
    page = QImage(drawn.grey, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_Grayscale8)
    seen = pages.viewport().grab(QRect(20, 30, 500, 400)).toImage().convertToFormat(page.format())
    assert drawn.width == pages.viewport().width() - 32
    assert seen == page.copy(20 - 16, 30 - 16, 500, 400)


def test_a_page_fits_the_width_whatever_it_is(pages: PageList) -> None:
    for width in (640, 400, 900):
        pages.resize(width, 480)
        assert pages.horizontalScrollBar().maximum() == 0
        assert sheet_width(pages) == pages.viewport().width() - 32


def test_zoom_grows_and_shrinks_within_reason(pages: PageList) -> None:
    pages.set_zoom(1.25)
    assert pages.horizontalScrollBar().maximum() > 0
    pages.set_zoom(100)
    assert 1 < pages.zoom < 5
    pages.set_zoom(0.001)
    assert pages.zoom == 0.5
    assert sheet_width(pages) == round((pages.viewport().width() - 32) / 2)


def test_zoom_keeps_the_place(pages: PageList) -> None:
    pages.show_page(3)
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().value() + 100)
    for zoom in (2, 1.25, 0.7):
        pages.set_zoom(zoom)
        assert pages.page == 3


def test_the_wheel_zooms_with_ctrl(pages: PageList) -> None:
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pages.viewport(), wheel)
    assert pages.zoom == 1.25


def test_keys_reach_every_page(qtbot: QtBot, pages: PageList, layout: Layout) -> None:
    seen = {pages.page}
    pages.page_changed.connect(seen.add)
    for _turn in range(4 * layout.count):
        QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert seen == set(range(1, layout.count + 1))
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 1
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == layout.count


def test_a_page_is_brought_into_sight(pages: PageList, layout: Layout) -> None:
    for page in (2, layout.count, 1):
        pages.show_page(page)
        assert pages.page == page
    pages.show_page(99)
    assert pages.page == layout.count


def test_fifty_pages_are_not_fifty_pictures(qtbot: QtBot, pages: PageList, pictures: Pictures) -> None:
    many = lay_out(printout_of(55 * PARTS_A_PAGE), Paper.A4, no_tick)
    assert many.count >= 50
    pages.show_layout(many)
    most = 0
    for page in range(1, many.count + 1):
        pages.show_page(page)
        qtbot.waitUntil(lambda page=page: pictures.get(page - 1) is not None)  # type: ignore[misc]
        most = max(most, len(pictures))
    assert most <= 4


def test_another_layout_keeps_the_page(pages: PageList) -> None:
    other = lay_out(printout_of(5 * PARTS_A_PAGE), Paper.LETTER, no_tick)
    pages.show_page(3)
    pages.show_layout(other)
    assert pages.page == 3


def test_focus_is_seen(qtbot: QtBot, pages: PageList, theme: Theme) -> None:
    pages.activateWindow()  # Xvfb has no window manager to do it
    pages.setFocus()
    qtbot.waitUntil(pages.hasFocus)
    corner = pages.viewport().grab().toImage().pixelColor(0, 0)
    assert corner.name().upper() == theme.tokens.accent
