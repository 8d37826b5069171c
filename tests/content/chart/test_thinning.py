import random
from array import array

from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart.thinning import (
    ACROSS,
    DOWN,
    FEW,
    STRETCHES,
    thinned_line,
    thinned_scatter,
)
from k2bench.content.json_members import at_once


def walk(count: int) -> tuple[array, array]:  # type: ignore[type-arg]
    chance = random.Random(1)
    return array("d", range(count)), array("d", (chance.gauss(0, 1) for _ in range(count)))


def test_few_points_are_only_put_in_order() -> None:
    xs, ys = at_once(thinned_line([3.0, 1.0, 2.0], [30.0, 10.0, 20.0]))
    assert (list(xs), list(ys)) == ([1, 2, 3], [10, 20, 30])
    assert at_once(thinned_scatter([1.0], [2.0])) == ([1.0], [2.0])


def test_a_long_line_keeps_the_ends_of_every_stretch() -> None:
    xs, ys = walk(50_000)
    kept_x, kept_y = at_once(thinned_line(xs, ys))
    assert len(kept_x) <= 4 * (STRETCHES + 1)
    assert list(kept_x) == sorted(kept_x)
    assert (kept_x[0], kept_x[-1]) == (0, 49_999)
    assert (min(kept_y), max(kept_y)) == (min(ys), max(ys))
    assert {*zip(kept_x, kept_y, strict=True)} <= {*zip(xs, ys, strict=True)}


def test_a_line_on_one_place_keeps_least_and_most() -> None:
    _, ys = walk(FEW * 3)
    kept_x, kept_y = at_once(thinned_line([5.0] * len(ys), ys))
    assert len(kept_x) <= 4
    assert (min(kept_y), max(kept_y)) == (min(ys), max(ys))


def test_scattered_points_that_lie_on_each_other_are_drawn_once() -> None:
    _, xs = walk(60_000)
    ys = array("d", reversed(xs))
    kept_x, kept_y = at_once(thinned_scatter(xs, ys))
    assert len(kept_x) <= ACROSS * DOWN
    assert {*zip(kept_x, kept_y, strict=True)} <= {*zip(xs, ys, strict=True)}
    many_x, _ = at_once(thinned_scatter(xs, ys, 8))
    assert len(many_x) < len(kept_x) / 4
    same, _ = at_once(thinned_scatter([1.0] * 9000, [1.0] * 9000))
    assert list(same) == [1.0]


@given(st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=50))
def test_any_numbers(numbers: list[float]) -> None:
    many = numbers * (FEW // len(numbers) + 2)
    kept, _ = at_once(thinned_line(many, many))
    assert {min(kept), max(kept)} == {min(many), max(many)}
    assert len(at_once(thinned_scatter(many, many))[0]) <= len(set(many))
