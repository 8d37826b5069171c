import json
from array import array
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import column_summary
from k2bench.content.column_summary import ColumnSummary, summarize
from k2bench.content.columns import ColumnType
from k2bench.content.json_rows import JsonRows
from tests.content.samples import done


def summary_of(data, only=None, told=None):
    return done(summarize(done(JsonRows(data).read()).main, "a", only, told))


DATA = b'[{"a":1},{"a":null},{"b":1},{"a":"\\u0061"},{"a":"a"},{"a":""},{"a":[1]},{"a":1}]'


def test_the_figures():
    found = summary_of(DATA)
    assert (found.rows, found.nulls, found.missing, found.empty) == (8, 1, 1, 1)
    assert (found.distinct, found.overflowed) == (4, False)
    assert sorted(found.top) == [("", 1), ("1", 2), ("[1]", 1), ("a", 2)]
    assert found.top[0][1] == 2
    assert (found.range.smallest, found.range.total) == ("1", "2")


def test_only_the_rows_shown():
    assert summary_of(DATA, only=array("I", [7, 1])).rows == 2
    found = summary_of(DATA, only=array("I", [4, 3]))
    assert (found.distinct, found.top) == (1, (("a", 2),))
    assert summary_of(DATA, only=array("I")) == ColumnSummary()


def test_more_different_values_than_are_remembered(monkeypatch):
    monkeypatch.setattr(column_summary, "MOST_DISTINCT", 3)
    data = json.dumps([{"a": i % 10} for i in range(30)]).encode()
    found = summary_of(data)
    assert (found.distinct, found.overflowed) == (3, True)
    assert found.range.total == str(sum(i % 10 for i in range(30)))
    assert not summary_of(b'[{"a":1},{"a":2},{"a":3},{"a":1}]').overflowed


def test_long_values_are_told_apart():
    long = "x" * 500
    data = json.dumps([{"a": long + "1"}, {"a": long + "2"}, {"a": long + "1"}]).encode()
    found = summary_of(data)
    assert found.distinct == 2
    assert found.top == (("x" * 99 + "…", 2), ("x" * 99 + "…", 1))


VALUES = st.none() | st.integers(-5, 5) | st.sampled_from(["a", "b", "é\n", '"\\'])


@given(st.lists(VALUES, min_size=1))
def test_it_counts_as_a_counter_does(values):
    found = summary_of(json.dumps([{"a": value} for value in values]).encode())
    counts = Counter(value for value in values if value is not None)
    assert (found.nulls, found.distinct) == (values.count(None), len(counts))
    assert dict(found.top).values() is not None
    assert sorted(count for _, count in found.top) == sorted(
        count for _, count in counts.most_common(10)
    )


@pytest.mark.parametrize("data", [b'[{"a":NaN},{"a":"\\ud800"},{"a":"\xff"},7]'])
def test_odd_values(data):
    assert summary_of(data, told=ColumnType.TEXT).rows == 4


def test_many_rows_come_in_steps():
    data = json.dumps([{"a": i, "b": "x" * 90} for i in range(30_000)]).encode()
    rows = done(JsonRows(data).read()).main
    steps = list(summarize(rows, "a", array("I", range(0, 30_000, 2))))
    assert len(steps) > 10
