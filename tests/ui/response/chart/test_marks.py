import math

import pytest

from k2bench.content.chart.choice import ChartKind, Choice
from k2bench.ui.kit.tokens import DARK, LIGHT, Colours
from k2bench.ui.response.chart.marks import SHAPES, bar_width, centres, ends, items_of, shape_of
from tests.content.chart.charted import chart
from tests.ui.response.chart.charts import BAR, CHOICES, HISTOGRAM, drawn


@pytest.mark.parametrize("choice", CHOICES, ids=lambda each: each.kind.value)
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_kind_has_items(qapp: object, choice: Choice, colours: Colours) -> None:
    made = drawn(choice)
    assert len(items_of(made, colours)) >= len(made.series)


def test_each_series_has_its_shape(qapp: object) -> None:
    assert len(set(SHAPES)) >= len(LIGHT.series)
    assert not shape_of(len(SHAPES)).isEmpty()


def test_bars_of_a_place_stand_beside_each_other() -> None:
    made = drawn(BAR)
    first, second = centres(made)
    assert second[0] - first[0] == pytest.approx(bar_width(made)) == 0.4
    assert bar_width(drawn(HISTOGRAM)) == drawn(HISTOGRAM).width


def test_bars_begin_at_zero() -> None:
    (left, right), (low, high) = ends(drawn(BAR))
    assert (left, right, low) == (-0.6, 2.6, 0.0)
    assert high > max(drawn(BAR).series[0].ys)


@pytest.mark.parametrize("value", [0, 5, -5, 1e299, -1e299])
@pytest.mark.parametrize("kind", ChartKind)
def test_one_point_has_room_around_it(value: float, kind: ChartKind) -> None:
    made = chart([{"n": value, "v": value}], Choice(kind))
    (left, right), (low, high) = ends(made)
    assert left < right
    assert low < high
    assert all(map(math.isfinite, (left, right, low, high)))
