from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart.chart import Chart, Undrawable
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from k2bench.content.chart.drawing import NO_COLUMNS, NO_NUMBERS
from tests.content.chart.charted import bars, chart, charted
from tests.content.samples import ROWS

MIXED = [{"a": 1}, {"a": "two"}, {"a": [3]}, {"a": {"b": 4}}, {"a": None}, {}, {"a": "5"}]


def test_each_kind_comes_to_its_chart() -> None:
    rows = [{"d": "x", "v": 1}, {"d": "y", "v": 2}]
    for kind in ChartKind:
        assert chart(rows, Choice(kind)).kind is kind


def test_only_texts_are_counted() -> None:
    made = chart([{"d": "x"}, {"d": "x"}, {"d": "y"}], Choice())
    assert bars(made) == {"x": 2, "y": 1}


def test_what_cannot_be_drawn() -> None:
    assert charted([{"d": "x"}], Choice(ChartKind.SCATTER)) == NO_NUMBERS
    assert charted([{"d": "x"}], Choice(ChartKind.HISTOGRAM)) == NO_NUMBERS
    assert charted([{"d": {"n": 1}}], Choice()) == NO_COLUMNS


def test_a_column_that_changes_its_type() -> None:
    made = chart(MIXED, Choice(x="a", aggregate=Aggregate.COUNT))
    assert bars(made) == {"1": 1, "two": 1, "5": 1}
    assert made.notes == ("4 rows without “a” are left out.",)
    histogram = charted(MIXED, Choice(ChartKind.HISTOGRAM, x="a"), fit=False)
    assert isinstance(histogram, Chart)
    assert sum(histogram.series[0].ys) == 2


@pytest.mark.parametrize("kind", ChartKind)
@given(rows=ROWS, aggregate=st.sampled_from(Aggregate))
def test_any_rows_are_drawn_or_refused_in_words(
    kind: ChartKind, rows: list[Any], aggregate: Aggregate
) -> None:
    names = sorted({name for row in rows for name in row}) or [""]
    for name in names:
        made = charted(rows, Choice(kind, name, names[0], names[-1], aggregate))
        if isinstance(made, Undrawable):
            assert made.title
            assert made.hint
        else:
            assert made.summary
            assert all(len(series.xs) == len(series.ys) > 0 for series in made.series)
