from k2bench.content.columns import ColumnType
from k2bench.content.table_reading import TableReading
from tests.content.samples import done


def read(data, member="", types=None):
    return done(TableReading(data, member, types).read())


def test_the_array_wanted_else_the_likely_one():
    data = b'{"log":[{"m":1}],"value":[{"a":1},{"a":2}],"tail":1}'
    assert [c.name for c in read(data).table.columns] == ["a"]
    assert [c.name for c in read(data, "log").table.columns] == ["m"]
    assert [c.name for c in read(data, "nothing").table.columns] == ["a"]
    assert read(data).rows.envelope == {"tail": 1}


def test_no_rows_no_table():
    assert read(b'{"a":1}').table is None
    assert read(b"nonsense").table is None
    assert read(b'{"value":[]}').table.rows.count == 0


def test_rows_and_columns_are_there_after_the_first_step():
    data = b'{"value":[' + b",".join(b'{"a":%d}' % i for i in range(300_000)) + b',{"z":1}]}'
    reading = TableReading(data, "value", {"a": "Edm.Int64"})
    work = reading.read()
    next(work)
    assert reading.table.rows.count > 1000
    assert [c.declared for c in reading.table.columns] == ["Edm.Int64"]
    done(work)
    assert reading.table.rows.count == 300_001
    assert [(c.name, c.type) for c in reading.table.columns] == [
        ("a", ColumnType.NUMBER),
        ("z", ColumnType.NUMBER),
    ]


def test_a_better_array_behind_replaces_the_first():
    data = b'{"log":[{"m":1},{"m":2}],"value":[{"a":1}]}'
    reading = TableReading(data)
    list(reading.read())
    assert [c.name for c in reading.table.columns] == ["a"]


def test_a_flaw_keeps_the_rows_before():
    reading = read(b'{"value":[{"a":1},{"a":')
    assert reading.table.rows.count == 1
    assert reading.rows.flaw is not None


SEVERAL = b'{"log":[{"b":"1"},{"b":2}],"data":{"items":[{"a":"1"}]},"none":[]}'


def test_another_array_is_chosen_and_then_another():
    reading = TableReading(SEVERAL, "data.items", {"a": "Edm.Int64", "b": "Edm.Int64"}, "log")
    done(reading.read())
    assert [array.name for array in reading.rows.arrays] == ["log", "data.items"]
    assert (reading.array.name, reading.table.columns[0].declared) == ("log", "")
    done(reading.switch(reading.rows.arrays[1]))
    assert reading.table.rows is reading.rows.arrays[1]
    assert reading.table.columns[0].declared == "Edm.Int64"


def test_a_chosen_array_that_is_not_there():
    reading = done(TableReading(SEVERAL, "data.items", chosen="gone").read())
    assert reading.array.name == "data.items"
    assert done(TableReading(b"{}", chosen="gone").read()).array is None
