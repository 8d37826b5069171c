import json

from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_text import loose_value, printable, string_text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_strings_decode(text, escaped):
    assert string_text(json.dumps(text, ensure_ascii=escaped).encode()) == text


def test_what_no_parser_takes_is_still_shown():
    assert string_text(b'"a\\ud800b"') == "a\ufffdb"
    assert string_text(b'"\\ud83d\\ude00"') == "😀"
    assert string_text(b'"a\xffb"') == "a\ufffdb"
    assert string_text(b'"a\nb\0"') == "a\nb\0"
    assert string_text(b'"a\\qb"') == "a\\qb"
    assert string_text(b'"open') == "open"


def test_printable_goes_through_an_encoder():
    printable("\ud800x\udfff").encode("utf-8")


def test_loose_values():
    assert loose_value(b'{"a":[1,null]}') == {"a": [1, None]}
    assert str(loose_value(b"NaN")) == "nan"
    assert loose_value(b"nul") == "nul"
    assert loose_value(b"[" * 5000 + b"]" * 5000).startswith("[[")
    assert loose_value(b"1e999") == float("inf")
