from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from k2bench.content.chart.choice import ChartKind, Choice
from k2bench.ui.response.chart.canvas import Canvas
from tests.content.chart.charted import chart
from tests.ui.response.chart.charts import LINE, drawn


@pytest.fixture
def canvas(shown: Callable[[QWidget], QWidget]) -> Canvas:
    made = Canvas()
    made.resize(600, 300)
    shown(made)
    return made


def test_marks_are_round_and_words_have_room(canvas: Canvas) -> None:
    canvas.show_chart(
        chart([{"n": i, "v": i * 1000} for i in range(50)], Choice(ChartKind.SCATTER, "n", "v"))
    )
    canvas.grab()
    assert 0 in canvas.left.places()
    assert 20_000 in canvas.left.places()
    assert canvas.left.minimumWidth() > 30


def test_crowded_names_are_turned_and_cut(canvas: Canvas) -> None:
    few = [{"d": name, "v": 1} for name in "abc"]
    canvas.show_chart(chart(few, Choice(x="d", y="v")))
    canvas.grab()
    flat = canvas.bottom.minimumHeight()
    many = [{"d": f"Department of very long names {i}", "v": i} for i in range(40)]
    canvas.show_chart(chart(many, Choice(x="d", y="v")))
    canvas.grab()
    assert canvas.bottom.minimumHeight() > flat * 3
    assert canvas.bottom.minimumHeight() < 150
    assert len(canvas.bottom.places()) > 10


def test_names_that_have_no_room_are_left_out(canvas: Canvas) -> None:
    many = [{"d": f"Department {i}", "v": i} for i in range(50)]
    canvas.resize(200, 300)
    canvas.show_chart(chart(many, Choice(x="d", y="v")))
    canvas.grab()
    assert len(canvas.bottom.places()) < 26


def test_marks_follow_the_zoom(canvas: Canvas) -> None:
    canvas.show_chart(drawn(LINE))
    canvas.grab()
    before = canvas.bottom.places()
    (left, right), _ = canvas.plot.viewRange()
    canvas.plot.setXRange(left, left + (right - left) / 10, padding=0)
    assert canvas.bottom.places() != before
    assert canvas.bottom.places()
