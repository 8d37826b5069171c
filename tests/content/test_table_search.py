import json
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import table_search
from k2bench.content.json_rows import JsonRows
from k2bench.content.pattern import Pattern
from k2bench.content.table import Table
from k2bench.content.table_search import TableSearch, value_texts
from k2bench.content.wanted import Wanted
from tests.content.samples import done

ROWS = [
    {"ID": 1, "Name": "Müller", "Salary": 1.50, "Nested": {"deep": ["Müller", None]}},
    {"ID": 12, "Name": "MÜLLER x", "Active": True},
    {"ID": 3, "Name": "Smith", "Nested": []},
]


def table_of(rows):
    found = done(JsonRows(json.dumps(rows).encode()).read()).main
    table = Table(found)
    done(table.learn())
    return table


def found(rows, text, order=None, names=None, **how):
    table = table_of(rows)
    names = names or [column.name for column in table.columns]
    search = TableSearch(Wanted(text, **how), table, order, names)
    end = done(search.run())
    assert end.hits == len(search.hits)
    return [(row, names[place]) for row, place, _ in search.hits]


def test_cells_as_they_are_shown():
    assert found(ROWS, "müller") == [(0, "Name"), (0, "Nested"), (1, "Name")]
    assert found(ROWS, "müller", match_case=True) == []
    assert found(ROWS, "Müller", match_case=True) == [(0, "Name"), (0, "Nested")]
    assert found(ROWS, "1.5") == [(0, "Salary")]
    assert found(ROWS, "true") == [(1, "Active")]
    assert found(ROWS, "null") == [(0, "Nested")]
    assert found(ROWS, "1", whole_word=True) == [(0, "ID"), (0, "Salary")]
    assert found(ROWS, r"^\d+$", regular=True) == [(0, "ID"), (1, "ID"), (2, "ID")]
    assert found(ROWS, "deep") == []  # a name


def test_the_order_of_rows_and_columns():
    order = array("I", [2, 1, 0])
    assert found(ROWS, "m", order, ["Nested", "Name"]) == [
        (0, "Name"), (1, "Name"), (2, "Nested"), (2, "Name"),
    ]  # fmt: skip
    assert found(ROWS, "m", array("I", [2]), ["Name"]) == [(0, "Name")]
    assert found(ROWS, "m", names=["ID"]) == []


VALUES = st.recursive(
    st.text('aAéÉ"\\ .', max_size=4) | st.integers(0, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab"), inner, max_size=2),
    max_leaves=4,
)


@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3), min_size=1, max_size=9),
    st.text('aé". 1', min_size=1, max_size=2),
    st.booleans(),
)
def test_it_is_a_look_into_every_cell(rows, text, match_case):
    pattern = Pattern(Wanted(text, match_case))
    names = ["c", "a", "b"]
    expected = [
        (place, name)
        for place, row in enumerate(rows)
        for name in names
        if name in row and any(map(pattern.spans, value_texts(json.dumps(row[name]).encode())))
    ]
    assert found(rows, text, names=names, match_case=match_case) == expected


def test_there_may_be_more_than_are_kept(monkeypatch):
    monkeypatch.setattr(table_search, "MOST", 2)
    assert found([{"a": "x", "b": "x", "c": "x"}], "x") == [(0, "a"), (0, "b")]


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b'"a\\u00e4"', ["aä"]),
        (b"1.10", ["1.10"]),
        (b'{"a":[1.10,null,"x"]}', ["x", "null", "1.10"]),
        (b'[NaN,"\\ud800"]', ["\ud800", "NaN"]),
        (b"[,]", ["[,]"]),
    ],
)
def test_texts_of_a_value(raw, texts):
    assert list(value_texts(raw)) == texts
