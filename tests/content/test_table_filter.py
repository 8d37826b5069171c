import json

from k2bench.content.column_filter import ColumnFilter
from k2bench.content.json_rows import JsonRows
from k2bench.content.table_filter import filter_rows
from tests.content.samples import done

VALUES = [
    {"ID": 1, "Name": "Ada Lovelace", "Note": None},
    {"ID": 12, "Name": "Grace Hopper", "Note": "id 7"},
    {"ID": 2, "Name": 'Frédéric "F" Müller', "Tags": ["Ada", {"x": 1.10}]},
    {"ID": 20, "Name": "null"},
]


def filtered(text="", by_column=None, escaped=True):
    data = json.dumps(VALUES, ensure_ascii=escaped).encode()
    rows = done(JsonRows(data).read()).main
    asked = [ColumnFilter(name, text) for name, text in (by_column or {}).items()]
    return list(done(filter_rows(rows, ("ID", "Name", "Note", "Tags"), text, asked)))


def test_no_text_finds_all():
    assert filtered() == [0, 1, 2, 3]
    assert filtered("", {"Name": ""}) == [0, 1, 2, 3]


def test_a_text_anywhere_in_a_row():
    assert filtered("ada") == [0, 2]
    assert filtered("id") == [1]
    assert filtered("MÜL") == filtered("mül", escaped=False) == [2]
    assert filtered('"f"') == [2]
    assert filtered("nothing") == []


def test_a_text_in_one_column():
    assert filtered("", {"ID": "2"}) == [1, 2, 3]
    assert filtered("", {"Name": "FRÉD"}) == filtered("", {"Name": "fréd"}, False) == [2]
    assert filtered("", {"Tags": "1.1"}) == [2]
    assert filtered("", {"Note": "null"}) == [0]
    assert filtered("", {"None": "x"}) == []


def test_both_must_hold():
    assert filtered("ada", {"ID": "2"}) == [2]
    assert filtered("", {"ID": "2", "Name": "null"}) == [3]


def test_many_rows_are_looked_through_in_many_steps():
    data = json.dumps([{"a": i, "b": "x" * 90} for i in range(30_000)]).encode()
    rows = done(JsonRows(data).read()).main
    steps = list(filter_rows(rows, ("a", "b"), "29999"))
    assert len(steps) > 5
    assert steps[-1].done == 30_000
    assert list(done(filter_rows(rows, ("a", "b"), "29999"))) == [29_999]
    assert list(done(filter_rows(rows, ("a", "b"), "", [ColumnFilter("a", "29999")]))) == [29_999]
