import json

import pytest
from hypothesis import given

from k2bench.content.cell import MISSING, SHOWN, CellKind, cell_of, row_values
from tests.content.samples import OBJECTS, SCALARS, SPELLINGS, spelled


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        (b"null", CellKind.NULL, "null"),
        (b'""', CellKind.STRING, ""),
        (b'"null"', CellKind.STRING, "null"),
        (b"1.10", CellKind.NUMBER, "1.10"),
        (b"-9223372036854775808", CellKind.NUMBER, "-9223372036854775808"),
        (b"true", CellKind.BOOLEAN, "true"),
        (b'{"a":1,"b":2}', CellKind.OBJECT, "{2}"),
        (b"[1,[2,3]]", CellKind.ARRAY, "[2]"),
        (b"[NaN, 1]", CellKind.ARRAY, "[2]"),
        (b'{"a":"\\ud800"}', CellKind.OBJECT, "{1}"),
        (b"[1", CellKind.ARRAY, "[…]"),
        (b"NaN", CellKind.UNREADABLE, "NaN"),
        (b"nul", CellKind.UNREADABLE, "nul"),
        (b'"\\u00fc \\ud800 \xff"', CellKind.STRING, "ü \ufffd \ufffd"),
        (b"", CellKind.UNREADABLE, ""),
    ],
)
def test_what_a_cell_shows(raw, kind, text):
    cell = cell_of(raw)
    assert (cell.kind, cell.text) == (kind, text)


@given(SCALARS)
def test_scalars_are_as_sent(value):
    cell = cell_of(json.dumps(value).encode())
    assert cell.text == (value if isinstance(value, str) else json.dumps(value))
    assert not cell.is_nested


@pytest.mark.parametrize("unit", ["x", "é", "\\u00e9", "\\\\", "\\ud83d\\ude00"])
def test_a_long_string_is_clipped_at_a_character(unit):
    raw = ('"' + unit * 50_000 + '"').encode()
    cell = cell_of(raw)
    whole = json.loads(raw)
    assert whole.startswith(cell.text[:-1])
    assert SHOWN // 3 <= len(cell.text) <= SHOWN
    assert cell.size == len(raw)


def test_clipping_is_told():
    assert cell_of(b'"' + b"x" * 9000 + b'"').is_clipped
    assert not cell_of(b'"' + b"x" * 90 + b'"').is_clipped
    assert not MISSING.is_clipped


def test_a_huge_nested_value_is_not_counted():
    assert cell_of(b"[" + b"1," * 600_000 + b"1]").text == "[…]"


@given(OBJECTS, SPELLINGS)
def test_row_values_are_those_of_the_parser(value, spelling):
    values = row_values(spelled(value, spelling))
    assert {name: json.loads(raw) for name, raw in values.items()} == value


def test_rows_that_are_odd():
    assert row_values(b'{"a":1,"a":2}') == {"a": b"2"}
    assert row_values(b'{"a":NaN,"b":"\\ud800"}') == {"a": b"NaN", "b": b'"\\ud800"'}
    assert row_values(b'{"\\ud800":1}') == {"\ufffd": b"1"}
    assert row_values(b"7") is None
    assert row_values(b"[1]") is None
    assert row_values(b'{"a"') is None


def test_a_wide_row_is_read_as_a_narrow_one_is():
    raw = json.dumps({f"c{i}": i for i in range(50_000)}).encode()
    values = row_values(raw)
    assert (len(values), values["c49999"]) == (50_000, b"49999")
