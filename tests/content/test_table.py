import json

from hypothesis import given

from k2bench.content import table as table_module
from k2bench.content.cell import MISSING, CellKind
from k2bench.content.columns import VALUE, ColumnType
from k2bench.content.json_rows import JsonRows
from k2bench.content.table import Table
from tests.content.samples import ROWS, SPELLINGS, done, spelled


def table_of(data, declared=None):
    table = Table(done(JsonRows(data).read()).main, declared)
    return done(table.learn())


@given(ROWS, SPELLINGS)
def test_a_table_holds_what_the_parser_reads(values, spelling):
    table = table_of(spelled(values, spelling))
    names = list(dict.fromkeys(name for row in values for name in row))
    assert [column.name for column in table.columns] == names
    for i, row in enumerate(values):
        for j, name in enumerate(names):
            cell = table.cell(i, j)
            if name not in row:
                assert cell is MISSING
            else:
                assert json.loads(table.value(i, name)) == row[name]
                assert cell.is_nested == isinstance(row[name], list | dict)


def test_numbers_stay_as_sent():
    table = table_of(b'[{"a":1.10,"b":12345678901234567890123,"c":null,"d":""}]')
    assert [table.cell(0, i).text for i in range(4)] == [
        "1.10",
        "12345678901234567890123",
        "null",
        "",
    ]
    assert table.cell(0, 2).kind is not table.cell(0, 3).kind


def test_rows_that_are_not_objects_have_a_column_of_their_own():
    table = table_of(b'[{"a":1},7,"x"]')
    assert [c.name for c in table.columns] == ["a", VALUE]
    assert table.cell(1, 1).text == "7"
    assert table.cell(1, 0) is MISSING


def test_a_key_seen_late_becomes_a_column():
    data = b"[" + b",".join(b'{"a":%d}' % i for i in range(50_000)) + b',{"a":1,"late":"x"}]'
    table = table_of(data)
    assert [c.name for c in table.columns] == ["a", "late"]
    assert table.cell(50_000, 1).kind is CellKind.STRING


def test_columns_are_there_after_the_first_step():
    data = b"[" + b",".join(b'{"a":%d,"b":"x"}' % i for i in range(50_000)) + b"]"
    table = Table(done(JsonRows(data).read()).main)
    step = next(table.learn())
    assert [c.type for c in table.columns] == [ColumnType.NUMBER, ColumnType.TEXT]
    assert step.done < 5000


def test_learning_goes_on_where_it_stopped():
    rows = done(JsonRows(b'[{"a":1},{"b":1}]').read()).main
    table = Table(rows, {"a": "Edm.Decimal"})
    done(table.learn())
    assert list(table.learn()) == []
    assert table.columns[0].declared == "Edm.Decimal"


def test_few_decoded_rows_are_kept(monkeypatch):
    monkeypatch.setattr(table_module, "KEPT", 10)
    table = table_of(b"[" + b",".join(b'{"a":%d}' % i for i in range(100)) + b"]")
    assert [table.cell(i, 0).text for i in range(100)] == [str(i) for i in range(100)]
    assert len(table._decoded) <= 10


def test_values_as_whole_texts():
    table = table_of(b'[{"a":"x\\ny","b":null,"c":{"d": 1},"e":1.10}]')
    assert [table.text(0, name) for name in "abcef"] == ["x\ny", "", '{"d": 1}', "1.10", ""]
