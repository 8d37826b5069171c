from k2bench.content.chart.chart import Chart, Scale, Series
from k2bench.content.chart.choice import ChartKind


def test_a_chart_is_a_value() -> None:
    made = [
        Chart(ChartKind.LINE, "t", "x", "y", Scale.NUMBER, (Series("", [1.0], [2.0]),))
        for _ in range(2)
    ]
    assert made[0] == made[1]
