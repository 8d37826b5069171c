import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_query import Sent, select
from k2bench.core.problem import WorkbenchError
from tests.content.samples import VALUES


def selected(body, query, with_paths=False):
    body = body if isinstance(body, bytes) else body.encode()
    return [text.decode() for text in select(body, query, with_paths)]


def problem(body, query):
    with pytest.raises(WorkbenchError) as error:
        selected(body, query)
    return error.value.problem.title


@pytest.mark.parametrize(
    "number",
    [
        *("1.10", "1e3", "1E+3", "-0", "0.0", "-0.0", "9223372036854775807", "1" * 30, "1" * 5000),
        *("0.1000000000000000055511151231257827", "1e999", "12345678901234567890.123456789"),
    ],
)
def test_numbers_stay_as_sent(number):
    body = f'{{"value": [{{"n": {number}}}, {number}]}}'
    assert selected(body, "$.value[0].n") == [number]
    assert selected(body, "$.value[?@.n]") == [f'{{"n":{number}}}']
    assert selected(body, "$") == [f'{{"value":[{{"n":{number}}},{number}]}}']


def test_numbers_are_compared_as_numbers():
    body = '{"value":[{"n":1.10},{"n":2},{"n":9223372036854775807},{"n":9223372036854775806}]}'
    assert selected(body, "$.value[?@.n == 1.1]") == ['{"n":1.10}']
    assert selected(body, "$.value[?@.n < 2.5].n") == ["1.10", "2"]
    assert selected(body, "$.value[?@.n == 9223372036854775807].n") == ["9223372036854775807"]
    assert selected(body, "$.value[?@.n == 2e0].n") == ["2"]
    assert "too large" in problem(body, "$[?@.n == 1e999]")
    assert Sent("1.10") == 1.1
    assert Sent("1.10").text == "1.10"


@given(VALUES)
def test_the_root_is_the_whole_value(value):
    (text,) = selected(json.dumps(value), "$")
    assert json.loads(text) == value


@given(st.lists(st.dictionaries(st.text(max_size=3), st.integers(), max_size=3), max_size=5))
def test_paths_lead_back_to_their_values(rows):
    body = json.dumps(rows)
    for text in selected(body, "$..*", with_paths=True):
        result = json.loads(text)
        again = [json.loads(each) for each in selected(body, result["path"])]
        assert again == [result["value"]]


def test_texts():
    assert selected('{"a":"ä\\u00e4\\n"}', "$.a") == ['"ää\\n"']
    assert selected('{"a":"\\ud800x","\\udc00":1}', "$") == ['{"a":"\\ud800x","\ufffd":1}']
    assert selected(b'\xef\xbb\xbf{"a":"\xff"}', "$.a") == ['"\ufffd"']
    assert selected('{"a":1,"a":2}', "$.a") == ["2"]
    assert selected("[]", "$[*]") == []
    assert selected("[true,null,false]", "$[*]") == ["true", "null", "false"]


@pytest.mark.parametrize(
    ("query", "words"),
    [("$.value[", "position"), ("value", "position 0"), ("$[?foo(@)]", "position"), ("", "")],
)
def test_what_is_no_path_and_where(query, words):
    assert words in problem("{}", query)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html>", "expecting value, at character 0"),
        ('{"a":1', "at character 6"),
        ('{"a":NaN}', "NaN stands in it"),
    ],
)
def test_what_is_no_json(body, words):
    title = problem(body, "$..a")
    assert title.startswith("This answer is not JSON: ")
    assert words in title


def test_deep_but_not_too_deep():
    depth = 200
    body = '{"a":' * depth + "1" + "}" * depth
    assert len(selected(body, "$..a")) == depth
    assert "too deeply" in problem("[" * 100_000 + "]" * 100_000, "$")
    assert "too deeply" in problem('{"a":' * 600 + "1" + "}" * 600, "$..a")


def test_the_library_is_loaded_when_it_is_used():
    code = "import sys, k2bench.content.json_query; sys.exit('jsonpath_rfc9535' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
