import json
from decimal import Decimal

import pytest
from hypothesis import given

from k2bench.content.column_values import NOTHING, column_texts, column_values, number_of
from k2bench.content.columns import VALUE
from k2bench.content.json_rows import JsonRows
from tests.content.samples import ROWS, SPELLINGS, done, spelled


def rows_of(data):
    return done(JsonRows(data).read()).main


@given(ROWS, SPELLINGS)
def test_values_are_those_of_the_parser(values, spelling):
    rows = rows_of(spelled(values, spelling))
    for name in {name for row in values for name in row}:
        found = done(column_values(rows, name))
        for value, row in zip(found, values, strict=True):
            assert (value is NOTHING) == (name not in row)
            assert value is NOTHING or json.loads(json.dumps(value, default=float)) == row[name]
        texts = done(column_texts(rows, name))
        for text, row in zip(texts, values, strict=True):
            assert (text is None) == (name not in row)
            assert text is None or json.loads(text) == row[name]


def test_odd_rows():
    rows = rows_of(b'[{"a":NaN},7,{"a":"\\ud800"},{"b":1},{"a":1,"a":2}]')
    values = done(column_values(rows, "a"))
    assert str(values[0]) == "nan"
    assert values[1] is NOTHING
    assert values[4] == 2
    assert done(column_values(rows, VALUE))[1] == 7
    assert done(column_texts(rows, "a")) == [b"NaN", None, b'"\\ud800"', None, b"2"]
    assert done(column_texts(rows, VALUE))[1] == b"7"


def test_numbers_are_exact():
    rows = rows_of(b'[{"a":9223372036854775807},{"a":0.12345678901234567890},{"a":1.5}]')
    assert done(column_values(rows, "a")) == [
        9223372036854775807,
        Decimal("0.12345678901234567890"),
        1.5,
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("-7", -7),
        ("007", 7),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        ("9223372036854775807", Decimal(9223372036854775807)),
    ],
)
def test_numbers_in_texts(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "-", "x", "1_0", "nan", "inf", "1 ", "NaN" * 9, "1" * 20 + "_1", "Infinity"]
)
def test_texts_that_are_no_numbers(text):
    with pytest.raises(ValueError):
        number_of(text)
