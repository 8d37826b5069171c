import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import json_outline
from k2bench.content.pretty_json import PrettyJson
from tests.content.samples import ROWS, SPELLINGS, VALUES, done, spelled


def pretty(data):
    return done(PrettyJson(data).read())


def texts(lines):
    return [lines.text(i) for i in range(lines.count())]


@given(VALUES | ROWS, SPELLINGS, st.integers(4, 200))
def test_it_is_the_layout_of_the_parser_whatever_the_pieces(value, spelling, size):
    spelling = {**spelling, "ensure_ascii": False}
    data = spelled(value, spelling)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_outline, "PIECE", size)
        patch.setattr(json_outline, "SLOW", size // 2)
        patch.setattr("k2bench.content.json_layout.SHOWN", 10**6)
        lines = pretty(data)
        assert lines.flaw is None
        assert texts(lines) == json.dumps(value, indent=2, ensure_ascii=False).split("\n")


def test_a_large_body():
    value = {"a": 1, "value": [{"id": i, "n": None, "t": ["x"]} for i in range(30_000)], "z": []}
    lines = pretty(json.dumps(value).encode())
    expected = json.dumps(value, indent=2).split("\n")
    assert lines.count() == len(expected)
    assert lines.width() > 10
    assert texts(lines) == expected
    assert lines.width() == max(map(len, expected))


def test_lines_are_there_while_reading_goes_on():
    data = json.dumps([{"id": i} for i in range(100_000)]).encode()
    lines = PrettyJson(data)
    work = lines.read()
    while lines.count() < 100:
        next(work)
    assert lines.count() < 50_000
    assert lines.text(1) == "  {"


@pytest.mark.parametrize("cut", [3, 200_000, 500_001, 899_990])
def test_what_cannot_be_laid_out_is_shown_as_sent(cut):
    data = json.dumps([{"id": i} for i in range(100_000)]).encode()[:cut]
    lines = pretty(data)
    assert lines.flaw is not None
    shown = "".join("".join(texts(lines)).split())
    assert shown == "".join(data.decode().split())


def test_text_that_is_not_json_at_all():
    lines = pretty(b"Hello\nworld")
    assert texts(lines) == ["Hello", "world"]
    assert "stands where a value is expected" in lines.flaw.reason


def test_nothing_is_one_empty_line():
    assert texts(pretty(b"")) == [""]


def test_a_long_line_is_cut_and_can_be_had_whole():
    lines = pretty(b'{"a":"' + b"x" * 9000 + b'"}')
    assert lines.text(1).endswith("… (9,009 characters)")
    assert len(lines.full_text(1)) == 9009
    assert lines.full_text(0) == "{"


def test_a_byte_order_mark_is_left_out():
    assert texts(pretty(b"\xef\xbb\xbf[1]")) == ["[", "  1", "]"]


def test_a_small_body_that_ends_early_is_laid_out_as_far_as_it_goes():
    lines = pretty(b' {"value":[{"a":1,"b":[2')
    assert "ends in the middle" in lines.flaw.reason
    assert not lines.has_rest
    assert texts(lines) == json.dumps({"value": [{"a": 1, "b": [2]}]}, indent=2).split("\n")[:-4]
    assert pretty(b"Hello").has_rest
    assert texts(pretty(b" ")) == [""]


def test_depth_takes_no_time_that_grows_with_it():
    lines = pretty(b"[" * 300_000 + b"]" * 300_000)
    assert "nested too deeply" in lines.flaw.reason
    assert lines.has_rest


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (b'{"a":1,"a":1}', "a"),
        (b'[{"a":{"b":1}},{"a":{"c":[],"\\u0063":2}}]', "c"),
        (b'{"value":[' + b'{"d":1,"e":2,"d":3},' * 20_000 + b"0]}", "d"),
        (b'{"a":{"b":1},"b":{"a":1}}', ""),
        (b'{"a":NaN,"a":}', ""),
        (b"[" * 9000 + b"]" * 9000, ""),
        (b'"text"', ""),
    ],
)
def test_a_key_that_stands_twice_is_told_where_the_rows_begin(text, key):
    assert pretty(text).doubled == (key or None)


@given(st.lists(st.dictionaries(st.text(max_size=4), st.text(max_size=9) | st.floats(0, 9))))
def test_passages_are_its_lines(rows):
    made = PrettyJson(json.dumps({"value": rows}).encode())
    for _ in made.read():
        pass
    text = "\n".join(passage.text for passage in made.passages() if passage)
    assert text.split("\n") == [made.full_text(line) for line in range(made.count())]


def test_passages_hold_what_is_cut_off():
    body = b'[{"a": "' + b"x" * 300_000 + b'needle"}, 1, nonsense'
    made = PrettyJson(body)
    for _ in made.read():
        pass
    found = [p for p in made.passages() if p and "needle" in p.text[p.first : p.last]]
    assert len(found) == 1
    assert "needle" not in "".join(made.text(line) for line in range(made.count()))
    assert found[0].text.startswith("x")
    rest = [passage for passage in made.passages() if passage][-1]
    assert rest.text.split("\n")[-1] == made.text(made.count() - 1)
