from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.chart.choice import Choice
from k2bench.ui.kit.tokens import DARK, LIGHT
from k2bench.ui.kit.tones import palette_of
from k2bench.ui.response.chart.canvas import Canvas
from tests.ui.response.chart.charts import BAR, CHOICES, HISTOGRAM, LINE, SCATTER, drawn


@pytest.fixture
def canvas(shown: Callable[[QWidget], QWidget]) -> Canvas:
    made = Canvas()
    made.resize(600, 300)
    shown(made)
    return made


def shades(canvas: Canvas) -> set[str]:
    image = canvas.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("choice", CHOICES, ids=lambda each: each.kind.value)
def test_every_kind_is_drawn_and_described(canvas: Canvas, choice: Choice) -> None:
    made = drawn(choice)
    canvas.show_chart(made)
    assert LIGHT.series[0].lower() in shades(canvas)
    assert canvas.accessibleName() == "Chart"
    assert canvas.accessibleDescription() == made.summary


def test_colours_follow_the_theme(canvas: Canvas, qapp: QApplication) -> None:
    canvas.show_chart(drawn(BAR))
    before = QPalette(canvas.palette())
    canvas.setPalette(palette_of(DARK))
    assert {DARK.series[0].lower(), DARK.surface.lower()} <= shades(canvas)
    canvas.setPalette(before)


def at(canvas: Canvas, x: float, y: float) -> QPointF:
    return canvas.plot.mapViewToScene(QPointF(x, y))


@pytest.mark.parametrize(
    ("choice", "words"),
    [(BAR, "Oslo, Legal: 10,295"), (HISTOGRAM, "1,000 to 1,010: 10")],
)
def test_the_mouse_reads_bars(canvas: Canvas, choice: Choice, words: str) -> None:
    made = drawn(choice)
    canvas.show_chart(made)
    canvas.grab()
    x = -0.2 if choice is BAR else made.series[0].xs[0]
    canvas.scene().sigMouseMoved.emit(at(canvas, x, 1))
    assert canvas.point_words() == words
    assert canvas.accessibleDescription() == words
    canvas.scene().sigMouseMoved.emit(QPointF(-5, -5))
    assert canvas.point_words() == ""
    assert canvas.accessibleDescription() == made.summary


@pytest.mark.parametrize("choice", [LINE, SCATTER])
def test_the_mouse_reads_the_nearest_point(canvas: Canvas, choice: Choice) -> None:
    made = drawn(choice)
    canvas.show_chart(made)
    canvas.grab()
    series = made.series[1]
    canvas.scene().sigMouseMoved.emit(at(canvas, series.xs[0], series.ys[0]) + QPointF(2, 1))
    assert canvas.point_words().startswith("Rome, ")
    (tip,) = (each for each in canvas.findChildren(QLabel) if each.isVisible())
    assert tip.text() == canvas.point_words()
    assert canvas.rect().contains(tip.geometry())


def test_keys_go_from_point_to_point(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.show_chart(drawn(BAR))
    canvas.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(canvas, key)
        seen.append(canvas.point_words().split(":")[0])
    assert seen == ["Oslo, Legal", "Rome, Legal", "Oslo, Legal", "Rome, Sales"]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.point_words().startswith("Rome, Sales")
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.point_words().startswith("Oslo, Legal")


def test_keys_with_nothing_drawn(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    canvas.reset_view()
    assert canvas.point_words() == ""


def test_zoom_and_back(canvas: Canvas) -> None:
    canvas.show_chart(drawn(SCATTER))
    canvas.grab()
    whole = canvas.plot.viewRange()
    canvas.plot.scaleBy((0.5, 0.5))
    assert canvas.plot.viewRange() != whole
    canvas.reset_view()
    assert canvas.plot.viewRange() == whole


def test_the_library_brings_no_menu_of_its_own(canvas: Canvas) -> None:
    canvas.show_chart(drawn(BAR))
    before = _menus()
    place = canvas.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place))
    QApplication.sendEvent(canvas.viewport(), event)
    assert _menus() <= before


def _menus() -> set[QWidget]:
    return {menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu)}


def test_the_focus_is_seen(canvas: Canvas) -> None:
    canvas.show_chart(drawn(BAR))
    canvas.setFocus()
    ring = canvas.grab().toImage().pixelColor(1, 100)
    assert ring == QColor(LIGHT.accent)
