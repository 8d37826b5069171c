from k2bench.content.arrangement import Arrangement, arrange
from k2bench.content.json_rows import JsonRows
from tests.content.samples import done

ROWS = done(JsonRows(b'[{"a":3,"b":"x"},{"a":1,"b":"y"},{"a":2,"b":"xy"}]').read()).main


def arranged(**wanted):
    order = done(arrange(ROWS, ("a", "b"), Arrangement(**wanted)))
    return None if order is None else list(order)


def test_nothing_asked_for_is_all_as_sent():
    assert arranged() is None
    assert arranged(by_column={"a": ""}) is None


def test_filtered_sorted_and_both():
    assert arranged(text="x") == [0, 2]
    assert arranged(sort_by="a") == [1, 2, 0]
    assert arranged(text="x", sort_by="a") == [2, 0]
    assert arranged(by_column={"b": "y"}, sort_by="a", descending=True) == [2, 1]


def test_a_column_may_have_no_name():
    assert arranged(sort_by="") == [0, 1, 2]
