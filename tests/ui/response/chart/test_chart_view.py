from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.chart.choice import Choice
from k2bench.ui.response.chart.chart_view import ChartView
from tests.content.chart.charted import chart
from tests.ui.response.chart.charts import BAR, HISTOGRAM, drawn


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ChartView:
    made = ChartView()
    made.resize(600, 400)
    shown(made)
    return made


def test_words_around_the_plot(view: ChartView) -> None:
    view.show_chart(drawn(BAR))
    assert view.title.text() == "Sum of Salary by Department and City"
    assert view.x_title.text() == "Department"
    assert view.y_title.text() == "Sum of Salary"
    assert view.legend.isVisible()
    assert view.notes.isHidden()
    view.show_chart(drawn(HISTOGRAM))
    assert "wide" in view.notes.text()
    assert view.notes.isVisible()


def test_a_long_name_does_not_widen_it(view: ChartView) -> None:
    name = "n" * 3000
    before = view.minimumSizeHint().width()
    view.show_chart(chart([{"d": "a", name: 1}], Choice(x="d", y=name)))
    assert view.minimumSizeHint().width() < before + 400


def test_its_picture_is_twice_as_fine(view: ChartView) -> None:
    view.show_chart(drawn(BAR))
    image = view.image()
    assert (image.width(), image.height()) == (1200, 800)


def test_its_menu(view: ChartView, qtbot: QtBot) -> None:
    view.show_chart(drawn(BAR))
    menu = view.menu([QAction("Copy Picture", view)])
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Copy Picture", "Reset View"]
    place = view.canvas.rect().center()
    with qtbot.waitSignal(view.menu_requested):
        QApplication.sendEvent(
            view.canvas.viewport(),
            QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, place, view.canvas.mapToGlobal(place)
            ),
        )
