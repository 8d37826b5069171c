import json
from array import array
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.columns import ColumnType
from k2bench.content.json_rows import JsonRows
from k2bench.content.table_sort import sort_order
from tests.content.samples import VALUES, done


def sorted_values(values, descending=False, only=None, told=None):
    data = json.dumps([{"a": value} if value != "-none-" else {"b": 1} for value in values])
    rows = done(JsonRows(data.encode()).read()).main
    order = done(sort_order(rows, "a", descending, only, told))
    return [values[place] for place in order], list(order)


@given(st.lists(st.integers() | st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_numbers(values):
    assert sorted_values(values)[0] == sorted(values)
    assert sorted_values(values, True)[0] == sorted(values, reverse=True)


@given(st.lists(VALUES, min_size=1), st.booleans())
def test_anything_sorts_and_no_row_is_lost(values, descending):
    order = sorted_values(values, descending)[1]
    assert sorted(order) == list(range(len(values)))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (["b", "B", "a", "A"], ["a", "A", "b", "B"]),
        (["Oz", "Öz", "Oa", "Pz"], ["Oa", "Oz", "Öz", "Pz"]),
        (["10", "9", "-3", "1.5"], ["-3", "1.5", "9", "10"]),
        (["10", "9", "x"], ["10", "9", "x"]),
        (["9007199254740993", "9007199254740992"], ["9007199254740992", "9007199254740993"]),
        ([3, "20", 1], [1, 3, "20"]),
        (
            ["2024-01-02T00:30:00+02:00", "2024-01-01T23:00:00Z", "2024-01-02"],
            ["2024-01-02T00:30:00+02:00", "2024-01-01T23:00:00Z", "2024-01-02"],
        ),
        (["/Date(1000)/", "/Date(999)/"], ["/Date(999)/", "/Date(1000)/"]),
        (["2024-01-02", "2023-12-31"], ["2023-12-31", "2024-01-02"]),
        (["2024-01-02Z", "2023-12-31", "x"], ["2023-12-31", "2024-01-02Z", "x"]),
        ([True, False, True], [False, True, True]),
        ([None, 2, "-none-", 1], [1, 2, None, "-none-"]),
        ([[1, 2], {}, [1]], [{}, [1], [1, 2]]),
        (["x", 5, [1], None, True], [True, 5, "x", [1], None]),
    ],
)
def test_the_order_of_values(values, wanted):
    assert sorted_values(values)[0] == wanted


def test_what_is_empty_comes_last_both_ways():
    assert sorted_values([None, 2, "-none-", 1], True)[0] == [2, 1, None, "-none-"]


def test_equal_values_keep_their_order_both_ways():
    assert sorted_values([1, 0, 1, 0])[1] == [1, 3, 0, 2]
    assert sorted_values([1, 0, 1, 0], True)[1] == [0, 2, 1, 3]
    assert sorted_values(["1", 0, 1, "0"], True)[1] == [0, 2, 1, 3]


def test_only_some_rows():
    assert sorted_values([5, 4, 3, 2, 1], only=array("I", [0, 2, 4]))[1] == [4, 2, 0]


def test_nan_has_no_place():
    rows = done(JsonRows(b'[{"a":NaN},{"a":2},{"a":1}]').read()).main
    assert list(done(sort_order(rows, "a"))) == [2, 1, 0]


@pytest.mark.parametrize(
    ("told", "values", "wanted"),
    [
        (ColumnType.TEXT, ["10", "9", "1"], ["1", "10", "9"]),
        (
            ColumnType.TEXT,
            ["2024-01-01T23:30:00Z", "2024-01-01T01:00:00+00:00"],
            ["2024-01-01T01:00:00+00:00", "2024-01-01T23:30:00Z"],
        ),
        (
            ColumnType.NUMBER,
            ["10", "INF", "odd", 9.5, "-INF", "9"],
            ["-INF", "9", 9.5, "10", "INF", "odd"],
        ),
        (
            ColumnType.TIME,
            ["2024-01-01T23:00:00Z", "soon", "2024-01-01T23:30:00+02:00", None],
            ["2024-01-01T23:30:00+02:00", "2024-01-01T23:00:00Z", "soon", None],
        ),
    ],
)
def test_what_a_column_is_declared_to_hold_wins(told, values, wanted):
    assert sorted_values(values, told=told)[0] == wanted


@given(st.lists(st.datetimes(min_value=datetime(1000, 1, 1)), min_size=1), st.booleans())
def test_dates_are_in_the_order_of_time(moments, descending):
    texts = [moment.isoformat() + "Z" for moment in moments]
    found = sorted_values(texts, descending, told=ColumnType.TIME)[0]
    read = [datetime.fromisoformat(text) for text in found]
    assert read == sorted(read, reverse=descending)
