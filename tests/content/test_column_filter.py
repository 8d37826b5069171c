import json

import pytest
from hypothesis import given

from k2bench.content.column_filter import ColumnFilter
from tests.content.samples import VALUES


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (ColumnFilter("a", "x"), "contains “x”"),
        (ColumnFilter("a", "x", excluded=True), "does not contain “x”"),
        (ColumnFilter("a", value=b'"x\\ny"'), "is “x\ny”"),
        (ColumnFilter("a", value=b"null"), "is null"),
        (ColumnFilter("a", value=b"1.10", excluded=True), "is not 1.10"),
        (ColumnFilter("a", value=b""), "is missing"),
        (ColumnFilter("a", value=b'{"a":1}'), 'is {"a":1}'),
        (ColumnFilter("a", value=b'"' + b"x" * 99 + b'"'), "is “" + "x" * 40 + "…”"),
    ],
)
def test_in_words(wanted, words):
    assert wanted.words() == words


@given(VALUES, VALUES)
def test_a_value_is_itself_however_it_is_spelled(value, other):
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    spaced = json.dumps(value, indent=1).encode()
    assert ColumnFilter("a", value=plain).fits(spaced)
    assert not ColumnFilter("a", value=spaced, excluded=True).fits(plain)
    assert not ColumnFilter("a", value=plain).fits(None)
    if json.dumps(value) != json.dumps(other) and value != other:
        assert not ColumnFilter("a", value=plain).fits(json.dumps(other).encode())


def test_null_missing_and_empty_are_three_things():
    raws = [b"null", None, b'""', b'"null"']
    for place, raw in enumerate(raws):
        fits = [ColumnFilter("a", value=raw or b"").fits(other) for other in raws]
        assert fits == [at == place for at in range(4)]


def test_numbers_are_equal_by_value_and_unlike_texts():
    assert ColumnFilter("a", value=b"1.10").fits(b"1.1")
    assert ColumnFilter("a", value=b"9007199254740993").fits(b"9007199254740993.0")
    assert not ColumnFilter("a", value=b"9007199254740993").fits(b"9007199254740992")
    assert not ColumnFilter("a", value=b"1").fits(b'"1"')
    assert not ColumnFilter("a", value=b"1").fits(b"true")
    assert ColumnFilter("a", value=b"NaN").fits(b"NaN")
    assert not ColumnFilter("a", value=b"\xff").fits(b"\xfe")


def test_texts_in_it():
    assert ColumnFilter("a", "MÜ").fits(b'"m\\u00fcller"')
    assert not ColumnFilter("a", "x", excluded=True).fits(b'"axb"')
    assert ColumnFilter("a", "x", excluded=True).fits(None)
    assert not ColumnFilter("a").is_on
