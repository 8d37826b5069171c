import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import cell_value as module
from k2bench.content.cell import CellKind
from k2bench.content.cell_value import CellValue, cell_value
from k2bench.content.json_rows import JsonRows
from tests.content.samples import VALUES, done


def value_of(data, row=0, name="a"):
    return done(cell_value(done(JsonRows(data).read()).main, row, name))


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b'"x\\ny"', CellValue(CellKind.STRING, b"x\ny", 6, 3)),
        (b'""', CellValue(CellKind.STRING, b"", 2, 0)),
        (b"1.10", CellValue(CellKind.NUMBER, b"1.10", 4)),
        (b"null", CellValue(CellKind.NULL, b"null", 4)),
        (b"[1,2]", CellValue(CellKind.ARRAY, b"[1,2]", 5, 2)),
        (b'{"b": {}}', CellValue(CellKind.OBJECT, b'{"b": {}}', 9, 1)),
        (b"NaN", CellValue(CellKind.UNREADABLE, b"NaN", 3)),
        (b'"\xc3\xa9\\ud800"', CellValue(CellKind.STRING, "é\ufffd".encode(), 10, 2)),
    ],
)
def test_values(raw, wanted):
    assert value_of(b'[{"a":' + raw + b"}]") == wanted


def test_missing_doubled_and_no_object():
    assert value_of(b'[{"b":1}]') == CellValue(CellKind.MISSING)
    assert value_of(b'[{"a":1,"a":2}]').text == b"2"
    assert value_of(b'[{"a":1},[2]]', 1, "(value)").text == b"[2]"


def test_a_large_row_is_looked_through_in_steps():
    big = b'"' + b"x" * (1 << 20) + b'"'
    data = b'[{"b":' + big + b',"a":1,"c":[' + big + b'],"a":' + big + b"}]"
    rows = done(JsonRows(data).read()).main
    assert len(list(cell_value(rows, 0, "a"))) > 4
    found = value_of(data)
    assert (found.kind, found.length, len(found.text)) == (CellKind.STRING, 1 << 20, 1 << 20)
    assert value_of(data, 0, "no") == CellValue(CellKind.MISSING)
    assert value_of(data, 0, "c").text == b"[" + big + b"]"


@given(st.data(), st.integers(1, 40), st.booleans())
def test_decoding_in_pieces_is_decoding(data, piece, escaped):
    text = data.draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=60, max_size=200))
    before, module.PIECE = module.PIECE, piece
    try:
        found = value_of(json.dumps([{"a": text}], ensure_ascii=escaped).encode())
    finally:
        module.PIECE = before
    assert (found.text.decode(), found.length) == (text, len(text))


@given(VALUES)
def test_it_is_the_value(value):
    found = value_of(json.dumps([{"a": value}]).encode())
    text = found.text.decode()
    assert (text if found.kind is CellKind.STRING else json.loads(text)) == value
