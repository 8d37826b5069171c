import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_rows import JsonRows
from tests.content.samples import ROWS, SPELLINGS, VALUES, done, spelled


def read(data):
    return done(JsonRows(data).read())


@given(ROWS, SPELLINGS, st.sampled_from(["value", "Resources", "x.y"]), VALUES)
def test_rows_wherever_they_are(values, spelling, path, other):
    body = values
    for name in reversed(path.split(".")):
        body = {"other": 1, name: body}
    found = read(spelled(body, spelling))
    array = found.main
    assert (array.name, found.flaw) == (path, None)
    assert [json.loads(array.row(i)) for i in range(array.count)] == values
    whole = read(spelled(values, spelling))
    assert (whole.main.name, whole.main.count) == ("", len(values))


@given(VALUES, SPELLINGS)
def test_any_json_is_read_without_a_flaw(value, spelling):
    found = read(spelled(value, spelling))
    assert found.flaw is None
    assert found.complete


@given(st.binary(max_size=60))
def test_anything_at_all_is_survived(data):
    assert read(data).complete


def test_the_envelope_holds_what_stands_before_and_after():
    data = b'\xef\xbb\xbf {"@odata.count":3,"value":[{"a":1}],"@odata.nextLink":"http:\\/\\/x"} '
    found = read(data)
    assert found.envelope == {"@odata.count": 3, "@odata.nextLink": "http://x"}


def test_nested_envelopes_have_paths():
    found = read(b'{"d":{"results":[{"a":1}],"__next":"u"}}')
    assert found.main.name == "d.results"
    assert found.envelope == {"d.__next": "u"}


def test_several_arrays_are_all_offered_and_a_known_one_is_meant():
    found = read(b'{"log":[{"m":1},{"m":2}],"value":[{"a":1}],"names":["x"],"none":[]}')
    assert [array.name for array in found.arrays] == ["log", "value"]
    assert found.main.name == "value"
    assert read(b'{"p":[{"m":1}],"q":[{"a":1},{"b":1}]}').main.name == "q"


@pytest.mark.parametrize("data", [b'{"value":[]}', b"[]", b'{"Resources": [ ]}'])
def test_an_empty_list_is_a_table_without_rows(data):
    assert read(data).main.count == 0


@pytest.mark.parametrize("data", [b"7", b'"x"', b"{}", b"[1,2]", b'{"a":{"b":1}}'])
def test_no_rows_no_table(data):
    found = read(data)
    assert (found.main, found.flaw) == (None, None)


def test_a_body_cut_short_keeps_its_rows_and_says_why():
    found = read(b'{"value":[{"a":1},{"a":2},{"a":')
    assert found.main.count == 2
    assert "ends in the middle" in found.flaw.reason


def test_more_than_one_value_is_a_flaw():
    assert "follows the end" in read(b'{"value":[{"a":1}]}{}').flaw.reason


def test_progress_tells_bytes_and_ends_at_the_total():
    data = b'{"value":[' + b",".join(b'{"a":%d}' % i for i in range(100_000)) + b"]}"
    steps = list(JsonRows(data).read())
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total == len(data)


def test_a_large_member_is_passed_and_not_kept():
    data = json.dumps({"blob": "x" * 100_000, "value": [{"a": 1}], "deep": {"n": {"o": {"p": 1}}}})
    found = read(data.encode())
    assert found.main.count == 1
    assert found.envelope == {"deep.n.o": {"p": 1}}


def test_too_many_arrays_are_left_alone():
    data = json.dumps({f"a{i}": [{"x": 1}] for i in range(300)}).encode()
    assert len(read(data).arrays) == 100
