import json

import pytest
from hypothesis import given

from k2bench.content.json_layout import formatted, laid_out, long_value_at, measure
from k2bench.content.json_outline import Piece, PieceKind
from k2bench.content.json_scan import Flaw
from tests.content.samples import SPELLINGS, VALUES, spelled


@given(VALUES, SPELLINGS)
def test_layout_keeps_the_value(value, spelling):
    data = spelled(value, spelling)
    piece = Piece(PieceKind.VALUE, 0, len(data), 0)
    lines = laid_out(data, piece)
    assert json.loads("\n".join(lines)) == value
    assert (len(lines), None) == measure(data, piece)


def test_tokens_stay_as_sent():
    data = b'{"a":1.10,"b":12345678901234567890123456789,"a":"\\u00e4","c":[],"d":{}}'
    assert formatted(data).decode().split("\n") == [
        "{",
        '  "a": 1.10,',
        '  "b": 12345678901234567890123456789,',
        '  "a": "\\u00e4",',
        '  "c": [],',
        '  "d": {}',
        "}",
    ]


@pytest.mark.parametrize("value", [[], {}, [[]], {"a": [{}, {"b": [1, 'x:{,\\"']}]}])
def test_layout_by_tokens_is_the_same_layout(value):
    plain = json.dumps(value)
    odd = json.dumps([value, float("nan")])
    expected = json.dumps([json.loads(plain), float("nan")], indent=2)
    assert formatted(odd.encode()).decode() == expected


def test_what_a_parser_refuses_is_laid_out_too():
    assert formatted(b'{"a":NaN,"b":[-Infinity]}').count(b"\n") == 5
    assert formatted(b'["\\ud800"]') == b'[\n  "\\ud800"\n]'
    assert b"\xff" in formatted(b'["\xff"]')
    assert formatted(b"[" * 3000 + b"]" * 3000).count(b"\n") == 2 * 3000 - 2


@pytest.mark.parametrize(
    ("kind", "depth", "text", "lines"),
    [
        (PieceKind.ELEMENTS, 1, b'1,{"a":2}', ["  1,", "  {", '    "a": 2', "  },"]),
        (PieceKind.MEMBERS, 2, b'"a":1 , "b":[]', ['    "a": 1,', '    "b": [],']),
        (PieceKind.OPEN, 1, b'"va\\"lue" :  [', ['  "va\\"lue": [,']),
        (PieceKind.OPEN, 0, b"{", ["{,"]),
        (PieceKind.CLOSE, 1, b"]", ["  ],"]),
        (PieceKind.LONG, 1, b'"k" : "x\xc3\xa4"', ['  "k": "xä",']),
    ],
)
def test_each_kind_of_piece(kind, depth, text, lines):
    data = b"##" + text + b","
    piece = Piece(kind, 2, 2 + len(text), depth, comma=True)
    assert laid_out(data, piece) == lines
    assert measure(data, piece) == (len(lines), None)


def test_a_huge_text_shows_its_start_and_its_size():
    data = b'"k":"' + b"x" * 1_000_000 + b'"'
    (line,) = laid_out(data, Piece(PieceKind.LONG, 0, len(data), 1))
    assert line.startswith('  "k": "xxx')
    assert line.endswith("… (1,000,002 bytes)")
    assert len(line) < 300


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'{"a":NaN}', "Invalid character (byte 7)"),
        (b"[1,]", "Trailing comma in array (byte 5)"),
        (b'["\\ud800"]', "Half of a pair of surrogates stands alone (byte 4)"),
        (b"[" * 3000 + b"]" * 3000, "It is nested more deeply than most programs read (byte 2)"),
    ],
)
def test_what_a_parser_says(text, reason):
    lines, odd = measure(b"##" + text, Piece(PieceKind.VALUE, 2, 2 + len(text), 0))
    assert str(odd) == reason
    assert lines > 1


def test_where_in_a_run_a_parser_stops():
    data = b'{"a":1,"b":tru}'
    _, odd = measure(data, Piece(PieceKind.MEMBERS, 1, len(data) - 1, 1))
    assert str(odd) == "Invalid character (byte 12)"
    _, odd = measure(b"[1,2x]", Piece(PieceKind.ELEMENTS, 1, 5, 1))
    assert "(byte 4)" in str(odd)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (rb'["\ud83d\ude00 \ude00"]', 15),
        (rb'["\n\\\ud800x"]', 6),
        (rb'["\\ud800\ud800\ud800"]', 9),
    ],
)
def test_which_surrogate_stands_alone(text, at):
    _, odd = measure(text, Piece(PieceKind.VALUE, 0, len(text), 0))
    assert odd == Flaw("Half of a pair of surrogates stands alone", at)


def test_what_stands_before_a_long_value():
    data = b'{"a" : "xyz"}'
    assert long_value_at(data, Piece(PieceKind.LONG, 1, 12, 1)) == ('  "a": ', 7)
    assert long_value_at(data, Piece(PieceKind.LONG, 7, 12, 0)) == ("", 7)
