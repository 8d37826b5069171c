import pytest

from k2bench.content.chart import points
from k2bench.content.chart.chart import Scale, Undrawable
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from tests.content.chart.charted import chart, charted

SCATTER = Choice(ChartKind.SCATTER, "x", "y", aggregate=Aggregate.EACH)
LINE = Choice(ChartKind.LINE, "x", "y", aggregate=Aggregate.EACH)


def test_each_row_is_a_point() -> None:
    made = chart([{"x": 2, "y": "1.5"}, {"x": 1, "y": 3}, {"x": 1, "y": None}], SCATTER)
    (series,) = made.series
    assert (list(series.xs), list(series.ys)) == ([2, 1], [1.5, 3])
    assert made.notes == ("1 row without a number in “y” is left out.",)
    assert (made.title, made.scale) == ("y by x", Scale.NUMBER)


def test_a_line_goes_from_left_to_right() -> None:
    rows = [{"x": f"2024-01-0{day}", "y": day} for day in (3, 1, 2)]
    made = chart(rows, LINE)
    assert made.scale is Scale.TIME
    assert list(made.series[0].ys) == [1, 2, 3]


def test_series_and_those_too_small() -> None:
    rows = [{"x": i, "y": i, "g": f"g{i % 12:02}"} for i in range(150)]
    made = chart(rows, Choice(ChartKind.SCATTER, "x", "y", "g", Aggregate.EACH))
    assert len(made.series) == 8
    assert made.series[-1].name == "Other"
    assert sum(len(series.xs) for series in made.series) == 150


def test_more_series_than_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(points, "MOST_NAMES", 10)
    rows = [{"x": i, "y": i, "g": f"g{i}"} for i in range(50)]
    made = chart(rows, Choice(ChartKind.SCATTER, "x", "y", "g", Aggregate.EACH))
    assert sum(len(series.xs) for series in made.series) == 50


def test_fewer_points_than_there_are_rows_is_said() -> None:
    rows = [{"x": i, "y": i % 7} for i in range(9000)]
    line = chart(rows, LINE)
    assert "of 9,000 points are drawn: the least and the most" in line.notes[0]
    assert "9,000 points" in line.summary
    assert "one of those that lie on each other" in chart(rows, SCATTER).notes[0]


def test_nothing_to_draw_is_said() -> None:
    made = charted([{"x": 1, "y": None}], SCATTER, fit=False)
    assert isinstance(made, Undrawable)
    assert "without a number in “y”" in made.hint
