from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart.chart import Undrawable
from k2bench.content.chart.choice import ChartKind, Choice
from k2bench.content.chart.histogram import MOST_BINS, bin_width
from tests.content.chart.charted import chart, charted

CHOICE = Choice(ChartKind.HISTOGRAM, "v")


def test_ranges_are_round_and_hold_every_number() -> None:
    made = chart([{"v": i / 10} for i in range(1000)], CHOICE)
    (series,) = made.series
    assert sum(series.ys) == 1000
    assert made.width == 5
    assert series.xs[0] == 2.5
    assert made.notes[0] == "Each bar is 5 wide and holds its lower end."


def test_whole_numbers_have_ranges_of_at_least_one() -> None:
    made = chart([{"v": i % 3} for i in range(900)], CHOICE)
    assert made.width == 1
    assert list(made.series[0].ys) == [300, 300, 300]


def test_one_value() -> None:
    made = chart([{"v": 7}, {"v": "7"}], CHOICE)
    assert list(made.series[0].ys) == [2]


def test_an_outlier_does_not_make_a_million_ranges() -> None:
    made = chart([*({"v": i} for i in range(500)), {"v": 10**30}], CHOICE)
    assert len(made.series[0].xs) <= MOST_BINS + 1
    assert sum(made.series[0].ys) == 501


def test_no_numbers() -> None:
    made = charted([{"v": None}], CHOICE, fit=False)
    assert isinstance(made, Undrawable)
    assert "1 row without a number" in made.hint


def test_width_by_the_spread_or_by_the_number() -> None:
    assert bin_width(list(range(100)), 1000, 99) == 2 * 50 / 10
    assert bin_width([0.0] * 99 + [8.0], 128, 8.0) == 1.0


@given(st.lists(st.floats(-1e299, 1e299), min_size=1, max_size=40))
def test_any_numbers(numbers: list[float]) -> None:
    made = chart([{"v": number} for number in numbers], CHOICE)
    (series,) = made.series
    assert sum(series.ys) == len(numbers)
    assert len(series.xs) <= 4 * MOST_BINS
    assert min(numbers) >= series.xs[0] - made.width
    assert max(numbers) <= series.xs[-1] + made.width
