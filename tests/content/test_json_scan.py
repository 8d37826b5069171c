import json

import pytest
from hypothesis import given

from k2bench.content.json_members import at_once
from k2bench.content.json_scan import (
    Flaw,
    FlawError,
    after_child,
    check_scalar,
    key_end,
    skip_blank,
    text_start,
    value_end,
)
from tests.content.samples import SPELLINGS, VALUES, spelled


@given(VALUES, SPELLINGS)
def test_a_value_ends_where_the_parser_says(value, spelling):
    text = spelled(value, spelling)
    assert at_once(value_end(text, 0)) == len(text)
    for follows in (b",1", b" ", b"]", b"}"):
        assert at_once(value_end(text + follows, 0)) == len(text)


@pytest.mark.parametrize("text", [b'{"a":NaN}', b'["\\ud800",1]', b'["\xff"]', b'{"a":1,"a":2}'])
def test_what_parsers_refuse_is_got_past(text):
    assert at_once(value_end(text, 0)) == len(text)


def test_depth_costs_no_recursion():
    text = b"[" * 100_000 + b"]" * 100_000
    assert at_once(value_end(text, 0)) == 200_000


@pytest.mark.parametrize("size", [10, 70_000, 3_000_000])
@pytest.mark.parametrize("unit", [b"x", b"\\\\", b'\\"', b"[", "é".encode()])
def test_strings_of_any_length(size, unit):
    text = b'"' + unit * (size // len(unit)) + b'"'
    assert at_once(value_end(text + b",1]", 0)) == len(text)
    assert at_once(value_end(b"[" + text + b"]", 0)) == len(text) + 2


def test_a_long_string_is_read_in_steps():
    text = b'"' + b"x" * (8 << 20) + b'"'
    assert sum(1 for _ in value_end(text, 0)) >= 7


def test_a_long_run_of_backslashes_is_counted():
    text = b'"' + b"\\" * 3_000_001 + b'"'  # the last one escapes the quote
    with pytest.raises(FlawError):
        at_once(value_end(text, 0))
    assert at_once(value_end(text + b'"', 0)) == len(text) + 1


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        (b"[1,2", 4, "ends in the middle of a value"),
        (b'{"a":"x', 7, "ends in the middle of a string"),
        (b"[1}", 2, "closes what"),
        (b"", 0, "ends where a value is expected"),
        (b",", 0, "stands where a value is expected"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, at, reason):
    with pytest.raises(FlawError) as caught:
        at_once(value_end(text, 0))
    assert caught.value.flaw.at == at
    assert reason in caught.value.flaw.reason


def test_a_flaw_reads_like_a_sentence():
    assert str(Flaw("The JSON ends early", 1234)) == "The JSON ends early (byte 1,234)"


def test_keys_and_what_follows_a_child():
    text = b'{"a\\"b" : 1 , "c":2}'
    assert at_once(key_end(text, 1)) == (7, 10)
    assert after_child(text, 11, b"}") == (14, False)
    assert after_child(text, 19, b"}") == (20, True)
    with pytest.raises(FlawError, match="in quotes"):
        at_once(key_end(b"{1:2}", 1))
    with pytest.raises(FlawError, match="“:”"):
        at_once(key_end(b'{"a"}', 1))
    with pytest.raises(FlawError, match="“,” or “]”"):
        after_child(b"[1 2]", 2, b"]")


def test_a_byte_order_mark_and_blanks_are_skipped():
    assert text_start(b"\xef\xbb\xbf \n{}") == 5
    assert text_start(b"{}") == 0
    assert skip_blank(b"  x", 0) == 2


@given(VALUES)
def test_cut_short_it_is_a_flaw_never_another_error(value):
    text = json.dumps(value).encode()
    for stop in range(len(text)):
        try:
            at_once(value_end(text[:stop], 0))
        except FlawError:
            continue


@pytest.mark.parametrize("text", [b"1", b"-1.5e+7", b"true", b"NaN", b"-Infinity", b"[", b'"x"'])
def test_a_body_of_one_value(text):
    check_scalar(text, 0, len(text))


@pytest.mark.parametrize("text", [b"Hello", b"nul", b"--1", b"<html>"])
def test_a_word_is_not_json(text):
    with pytest.raises(FlawError, match="stands where a value"):
        check_scalar(text, 0, len(text))
