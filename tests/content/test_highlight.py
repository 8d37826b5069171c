import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.body_format import BodyFormat
from k2bench.content.highlight import form_spans, highlighter, json_spans, xml_spans
from tests.content.samples import VALUES


def roles(spans, line):
    return [(line[start : start + length], role) for start, length, role in spans(line)]


def test_json():
    assert roles(json_spans, '  "a\\"b": "x", [1.5e+3, true, null, NaN]') == [
        ('"a\\"b"', "key"),
        (":", "punctuation"),
        ('"x"', "string"),
        (",", "punctuation"),
        ("[", "punctuation"),
        ("1.5e+3", "number"),
        (",", "punctuation"),
        ("true", "keyword"),
        (",", "punctuation"),
        ("null", "null"),
        (",", "punctuation"),
        ("NaN", "error"),
        ("]", "punctuation"),
    ]


@given(VALUES)
def test_every_character_of_json_but_blanks_has_a_role(value):
    line = json.dumps(value)
    covered = list(line)
    for start, length, _ in json_spans(line):
        covered[start : start + length] = " " * length
    assert not "".join(covered).strip()


def test_xml():
    assert roles(xml_spans, "<a:b c=\"d &amp; e\" f='g'/>text &lt; <!-- h --></a:b>") == [
        ("<", "punctuation"),
        ("a:b", "tag"),
        ("c", "attribute"),
        ('"d &amp; e"', "string"),
        ("f", "attribute"),
        ("'g'", "string"),
        ("/>", "punctuation"),
        ("&lt;", "number"),
        ("<!-- h -->", "comment"),
        ("</", "punctuation"),
        ("a:b", "tag"),
        (">", "punctuation"),
    ]
    assert roles(xml_spans, "<?xml version='1.0'?>") == [("<?xml version='1.0'?>", "comment")]


def test_form():
    assert roles(form_spans, "a = b=c") == [
        ("a ", "key"),
        ("=", "punctuation"),
        (" b=c", "string"),
    ]


@given(st.text(max_size=60), st.sampled_from([json_spans, xml_spans, form_spans]))
def test_any_line_is_survived_and_spans_do_not_overlap(line, spans):
    end = 0
    for start, length, role in spans(line):
        assert start >= end
        assert length > 0
        assert role
        end = start + length
    assert end <= len(line)


@pytest.mark.parametrize("unit", ['"', "\\", "<", "<!--", "=", "&#", "a ", "<a "])
def test_no_line_takes_long(unit):
    line = unit * (5000 // len(unit))
    for spans in (json_spans, xml_spans, form_spans):
        spans(line)


def test_which_language_has_which():
    assert highlighter(BodyFormat.JSON) is json_spans
    assert highlighter(BodyFormat.HTML) is xml_spans
    assert highlighter(BodyFormat.TEXT) is None
