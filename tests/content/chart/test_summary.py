from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from k2bench.content.chart.summary import place_text, point_text
from tests.content.chart.charted import chart

ROWS = [
    {"d": "Sales", "t": "2024-01-05", "v": 1200.5},
    {"d": "IT", "t": "2024-03-05", "v": 10},
    {"d": None, "t": "2024-03-09", "v": 10},
]


def test_a_bar_chart_in_words() -> None:
    made = chart(ROWS, Choice(x="d", y="v"))
    assert made.summary == (
        "Bar chart: Sum of v by d, 2 bars. Largest: Sales: 1,200.5. Smallest: IT: 10. "
        "1 row without “d” is left out."
    )


def test_series_are_named() -> None:
    made = chart(ROWS, Choice(x="t", y="v", group="d"))
    assert "3 series: (none), IT, Sales." in made.summary
    assert "Largest: Sales, 2024-01: 1,200.5." in made.summary


def test_one_bar_is_one_bar() -> None:
    assert "1 bar. " in chart(ROWS[:1], Choice(x="d", y="v")).summary


def test_places_in_words() -> None:
    histogram = chart(ROWS, Choice(ChartKind.HISTOGRAM, "v"))
    first = histogram.series[0]
    assert place_text(histogram, first.xs[0]).startswith("0 to ")
    scatter = chart(ROWS, Choice(ChartKind.SCATTER, "t", "v", aggregate=Aggregate.EACH))
    assert point_text(scatter, scatter.series[0], 0) == "2024-01-05: 1,200.5"
    numbers = chart([{"n": 1.5, "v": 2}], Choice(ChartKind.LINE, "n", "v"))
    assert place_text(numbers, 1.5) == "1.5"
