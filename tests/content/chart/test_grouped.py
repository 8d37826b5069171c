import math
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart import grouped, grouping
from k2bench.content.chart.chart import Scale, Undrawable
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from tests.content.chart.charted import bars, chart, charted

AMOUNTS = [
    {"d": "Sales", "y": "2023", "v": 1.1},
    {"d": "Sales", "y": "2024", "v": 2.2},
    {"d": "IT", "y": "2024", "v": 10},
    {"d": "IT", "y": None, "v": "0.05"},
    {"d": None, "y": "2024", "v": 5},
]


def test_bars_the_largest_first() -> None:
    made = chart(AMOUNTS, Choice(x="d", y="v"))
    assert bars(made) == {"IT": 10.05, "Sales": 3.3}
    assert list(made.categories) == ["IT", "Sales"]
    assert made.title == "Sum of v by d"
    assert (made.x_title, made.y_title, made.scale) == ("d", "Sum of v", Scale.CATEGORY)
    assert made.notes == ("1 row without “d” is left out.",)


@pytest.mark.parametrize(
    ("aggregate", "sales"),
    [
        (Aggregate.SUM, 3.3),
        (Aggregate.MEAN, 1.65),
        (Aggregate.COUNT, 2),
        (Aggregate.LEAST, 1.1),
        (Aggregate.MOST, 2.2),
    ],
)
def test_aggregates(aggregate: Aggregate, sales: float) -> None:
    assert bars(chart(AMOUNTS, Choice(x="d", y="v", aggregate=aggregate)))["Sales"] == sales


def test_a_series_for_each_value_of_another_column() -> None:
    made = chart(AMOUNTS, Choice(x="d", y="v", group="y"))
    assert [series.name for series in made.series] == ["(none)", "2023", "2024"]
    assert bars(made, 2) == {"IT": 10, "Sales": 2.2}
    assert math.isnan(bars(made, 1)["IT"])
    assert made.title == "Sum of v by d and y"


def test_the_smallest_places_become_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouped, "MOST_BARS", 3)
    rows = [{"d": f"d{i}", "v": i} for i in range(10)]
    made = chart(rows, Choice(x="d", y="v"))
    assert bars(made) == {"d9": 9, "d8": 8, "d7": 7, "Other (7)": 21}
    assert "10 different values: the 3 largest" in made.notes[0]
    numbers = chart([{"n": i, "v": -i} for i in range(9)], Choice(x="n", y="v"))
    assert list(numbers.categories) == ["0", "1", "2", "Other (6)"]
    mean = chart(rows, Choice(x="d", y="v", aggregate=Aggregate.MEAN))
    assert bars(mean)["Other (7)"] == 3


def test_places_that_were_not_told_apart_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_TALLIES", 60)
    made = chart([{"d": f"d{i}", "v": 1} for i in range(100)], Choice(x="d", y="v"))
    assert bars(made)["Other (10+)"] == 50
    assert "more than 60 different values" in made.notes[0]


def test_too_many_series_become_one() -> None:
    rows = [{"d": "a", "s": f"s{i:02}", "v": 1} for i in range(20) for _ in range(i + 1)]
    made = chart(rows, Choice(x="d", y="v", group="s"))
    names = [series.name for series in made.series]
    assert names == ["s13", "s14", "s15", "s16", "s17", "s18", "s19", "Other"]
    assert sum(series.ys[0] for series in made.series) == len(rows)
    assert "The 13 smallest series" in made.notes[0]


def test_dates_are_put_together_so_that_bars_have_room() -> None:
    rows = [{"t": f"20{y}-{m:02}-05", "v": 1} for y in range(10, 20) for m in range(1, 13)]
    made = chart(rows, Choice(x="t", y="v"))
    assert made.scale is Scale.TIME
    assert made.x_title == "t (by quarter)"
    assert set(made.series[0].ys) == {3}
    line = chart(rows, Choice(ChartKind.LINE, x="t", y="v"))
    assert line.x_title == "t (by month)"
    assert len(line.series[0].xs) == 120
    assert list(line.series[0].xs) == sorted(line.series[0].xs)


def test_a_line_over_numbers_is_in_their_order_and_has_no_gaps() -> None:
    rows = [{"n": n, "s": "ab"[n % 2], "v": n} for n in (3, 1, 2, 5, 4)]
    made = chart(rows, Choice(ChartKind.LINE, x="n", y="v", group="s"))
    assert made.scale is Scale.NUMBER
    assert [list(series.xs) for series in made.series] == [[2, 4], [1, 3, 5]]


def test_a_line_over_too_many_numbers_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_TALLIES", 5)
    monkeypatch.setattr(grouped, "MOST_TALLIES", 5)
    rows = [{"n": n, "v": n} for n in range(9)]
    made = chart(rows, Choice(ChartKind.LINE, x="n", y="v"))
    assert "Only the first 5 different values" in made.notes[0]


@pytest.mark.parametrize(
    "rows",
    [
        [{"d": "a", "v": None}, {"d": "b"}],
        [{"d": None, "v": 1}],
        '[{"d":"a","v":NaN},{"d":"a","v":-Infinity}]',
    ],
)
def test_nothing_to_draw_is_said(rows: list[dict[str, object]] | str) -> None:
    made = charted(rows, Choice(x="d", y="v"), fit=False)
    assert isinstance(made, Undrawable)
    assert "left out" in made.hint


def test_a_number_that_is_too_large_is_left_out_and_said() -> None:
    text = '[{"d":"a","v":9223372036854775808},{"d":"a","v":1%s},{"d":"b","v":1}]' % ("0" * 400)
    made = chart(text, Choice(x="d", y="v"))
    assert bars(made) == {"a": 2.0**63, "b": 1}
    assert "too large to draw" in made.notes[0]


NUMBERS = st.one_of(
    st.integers(-(10**30), 10**30),
    st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4),
)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), NUMBERS), min_size=1),
    st.booleans(),
)
def test_sums_agree_with_exact_ones(
    rows: list[tuple[str, str, int | Decimal]], as_texts: bool
) -> None:
    mark = '"' if as_texts else ""
    lines = [f'{{"d":"{d}","s":"{s}","v":{mark}{Decimal(v):f}{mark}}}' for d, s, v in rows]
    made = chart(f"[{','.join(lines)}]", Choice(x="d", y="v", group="s"))
    wanted: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for d, s, v in rows:
        wanted[d, s] += Fraction(v)
    found = {
        (category, series.name): y
        for series in made.series
        for category, y in zip(made.categories, series.ys, strict=True)
        if y == y
    }
    assert found == {key: float(total) for key, total in wanted.items()}
