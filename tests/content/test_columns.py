import json

import pytest
from hypothesis import given

from k2bench.content import columns
from k2bench.content.columns import VALUE, ColumnFinder, ColumnType, merged
from tests.content.samples import ROWS


def found(values, declared=None):
    finder = ColumnFinder(declared)
    finder.look(json.dumps(values)[1:-1].encode(), len(values))
    return {column.name: column.type for column in finder.columns()}


@given(ROWS)
def test_the_union_of_keys_in_first_seen_order(values):
    assert list(found(values)) == list(dict.fromkeys(name for row in values for name in row))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([1, 2.5, None], ColumnType.NUMBER),
        ([None], ColumnType.EMPTY),
        (["a", ""], ColumnType.TEXT),
        (["2024-01-31", None], ColumnType.TIME),
        (["2024-01-31T10:00:00Z"], ColumnType.TIME),
        (["2024-01-31T10:00:00.123+02:00"], ColumnType.TIME),
        (["/Date(1700000000000)/"], ColumnType.TIME),
        (["2024-01-31", "soon"], ColumnType.TEXT),
        ([True, False], ColumnType.BOOLEAN),
        ([{"x": 1}, [1]], ColumnType.NESTED),
        ([1, "a"], ColumnType.MIXED),
        ([True, 1, None], ColumnType.MIXED),
    ],
)
def test_types_by_data(values, wanted):
    assert found([{"a": value} for value in values]) == {"a": wanted}


def test_a_declared_type_wins():
    finder = ColumnFinder({"a": "Edm.Int64", "b": "Edm.Unheard"})
    finder.look(b'{"a":"12","b":"x"}', 1)
    assert [(c.type, c.declared) for c in finder.columns()] == [
        (ColumnType.NUMBER, "Edm.Int64"),
        (ColumnType.TEXT, "Edm.Unheard"),
    ]


def test_a_sample_of_values_is_looked_at_and_each_new_set_of_keys():
    finder = ColumnFinder()
    assert finder.look(b'{"a":1},{"a":"x"},{"a":1,"b":2}', 1)
    assert [(c.name, c.type) for c in finder.columns()] == [
        ("a", ColumnType.NUMBER),
        ("b", ColumnType.NUMBER),
    ]
    assert not finder.look(b'{"a":1}', 1)


def test_many_shapes_cost_no_memory(monkeypatch):
    monkeypatch.setattr(columns, "MOST_SHAPES", 2)
    finder = ColumnFinder()
    finder.look(b'{"a":1},{"b":1},{"c":1},{"d":1}', 0)
    assert [(c.name, c.type) for c in finder.columns()][1:3] == [
        ("b", ColumnType.NUMBER),
        ("c", ColumnType.EMPTY),
    ]


def test_odd_rows_are_looked_at_one_by_one():
    finder = ColumnFinder()
    finder.look(b'{"a":NaN}, 7 ,{"b":"\\ud800"},{"c":1}', 9)
    assert [c.name for c in finder.columns()] == ["a", VALUE, "b", "c"]


def test_there_is_an_end_to_columns(monkeypatch):
    monkeypatch.setattr(columns, "MOST_COLUMNS", 3)
    assert list(found([{str(i): 1 for i in range(9)}])) == ["0", "1", "2"]


def test_merging():
    assert merged(ColumnType.TEXT, ColumnType.TIME) is ColumnType.TEXT
    assert merged(ColumnType.EMPTY, ColumnType.TIME) is ColumnType.TIME
    assert merged(ColumnType.NUMBER, ColumnType.EMPTY) is ColumnType.NUMBER
