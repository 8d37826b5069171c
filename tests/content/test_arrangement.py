from k2bench.content.arrangement import Arrangement, arrange
from k2bench.content.column_filter import ColumnFilter
from k2bench.content.columns import Column
from k2bench.content.json_rows import JsonRows
from tests.content.samples import done

ROWS = done(JsonRows(b'[{"a":3,"b":"x"},{"a":1,"b":"y"},{"a":2,"b":"xy"}]').read()).main


def arranged(**wanted):
    order = done(arrange(ROWS, (Column("a"), Column("b")), Arrangement(**wanted)))
    return None if order is None else list(order)


def test_nothing_asked_for_is_all_as_sent():
    assert arranged() is None
    assert arranged(by_column=(ColumnFilter("a"),)) is None


def test_filtered_sorted_and_both():
    assert arranged(text="x") == [0, 2]
    assert arranged(sort_by="a") == [1, 2, 0]
    assert arranged(text="x", sort_by="a") == [2, 0]
    assert arranged(by_column=(ColumnFilter("b", "y"),), sort_by="a", descending=True) == [2, 1]


def test_a_column_may_have_no_name():
    assert arranged(sort_by="") == [0, 1, 2]


def test_the_declared_type_decides_the_order():
    data = b'[{"t":"9"},{"t":"10"},{"t":"x"}]'
    rows = done(JsonRows(data).read()).main

    def order(declared):
        wanted = Arrangement(sort_by="t")
        return list(done(arrange(rows, (Column("t", declared=declared),), wanted)))

    assert order("Edm.String") == order("") == [1, 0, 2]
    assert order("Edm.Int64") == [0, 1, 2]


def test_filters_take_the_place_of_others_or_add_up():
    no = [ColumnFilter("a", value=value, excluded=True) for value in (b"1", b"2")]
    is_3, has, other = ColumnFilter("a", value=b"3"), ColumnFilter("a", "x"), ColumnFilter("b", "x")
    wanted = Arrangement()
    for each in (*no, has, is_3, other, ColumnFilter("a", "y"), no[0]):
        wanted = wanted.with_filter(each)
    assert wanted.by_column == (*no, is_3, other, ColumnFilter("a", "y"))
    assert wanted.with_filter(ColumnFilter("a", "")).by_column == (*no, is_3, other)
    assert wanted.without_column_filters("a").by_column == (other,)
    assert wanted.without_filter(is_3).by_column == (*no, other, ColumnFilter("a", "y"))
    assert wanted.without_column_filters() == Arrangement()


def test_what_a_table_without_some_columns_keeps():
    wanted = Arrangement("t", (ColumnFilter("a", "x"), ColumnFilter("b", "x")), "c", True)
    assert wanted.for_columns(["a", "c"]) == Arrangement("t", (ColumnFilter("a", "x"),), "c", True)
    assert wanted.for_columns(["b"]) == Arrangement("t", (ColumnFilter("b", "x"),))
