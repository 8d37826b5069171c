import json

from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_rows import JsonRows
from k2bench.content.text_match import TextMatch
from tests.content.samples import ROWS, SPELLINGS, done, spelled


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value if isinstance(value, str) else json.dumps(value)]


@given(ROWS, SPELLINGS, st.text('abcdéÉ"\\{[,: 01e.ntß', min_size=1, max_size=3))
def test_it_finds_the_rows_whose_values_hold_the_text(values, spelling, wanted):
    rows = done(JsonRows(spelled(values, spelling)).read()).main
    names = list({name for row in values for name in row})
    match = TextMatch(wanted, names)
    hits = match.rows_of(rows.batch(0, rows.count), rows.offsets(0, rows.count))
    for place, row in enumerate(values):
        texts = [text for text in leaves(row) if not _is_float(text)]
        if any(wanted.casefold() in text.casefold() for text in texts):
            assert place in hits
        elif len(texts) == len(leaves(row)):
            assert place not in hits


def _is_float(text):
    return any(c in text for c in ".e") and text[:1] in "-0123456789"


def hits(rows, wanted, names=("a", "Name")):
    text = ",".join(rows).encode()
    offsets, at = [], 0
    for row in rows:
        offsets.append(at)
        at += len(row.encode()) + 1
    return TextMatch(wanted, names).rows_of(text, offsets)


def test_names_do_not_count():
    assert hits(['{"Name":"x"}', '{"Name":"name"}', '{"Name" : 1}'], "name") == [1]
    assert hits(['{"a":{"deep":"x"}}', '{"a":"deep"}'], "deep") == [1]
    assert hits(['{"Name":"ü"}', '{"Name":"namé"}'], "nam") == [1]


def test_case_in_any_alphabet_and_escapes():
    assert hits(['{"a":"MÜLLER"}', '{"a":"M\\u00fcller"}', '{"a":"muller"}'], "müller") == [0, 1]
    assert hits(['{"a":"STRASSE"}', '{"a":"x"}'], "straße") == [0]
    assert hits(['{"a":"x\\/y"}', '{"a":"\\ud83d\\ude00"}'], "x/y") == [0]
    assert hits(['{"a":"x\\/y"}', '{"a":"\\ud83d\\ude00"}'], "😀") == [1]


def test_marks_of_json_are_not_text():
    assert hits(['{"a":"x","b":"y"}', '{"a":"x\\",\\"b"}'], '","') == [1]
    assert hits(['{"a":1,"b":2}', '{"a":"1,2"}'], "1,2") == [1]
    assert hits(['{"a": "b"}', '{"a":"x y"}'], " ") == [1]


def test_numbers_and_literals_as_sent():
    assert hits(['{"a":1.10}', '{"a":1.1}'], "1.10") == [0]
    assert hits(['{"a":1.10}', '{"a":[1.10,"ü"]}'], "1.10") == [0, 1]
    assert hits(['{"a":null}', '{"a":true}'], "null") == [0]
    assert hits(['{"a":null}', '{"a":[true,{}]}'], "tru") == [1]


def test_rows_that_no_parser_takes():
    assert hits(['{"a":NaN,"b":"x\\ud800y"}', '{"a":}'], "nan") == [0]


def test_a_name_that_starts_with_a_colon():
    assert hits(['{"a":12,":b":1}', '{"a":3}'], "12", ("a", ":b")) == [0]
