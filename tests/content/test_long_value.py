import json
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.long_value import LongValue, Spelling
from k2bench.content.pretty_form import PrettyForm
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.pretty_xml import PrettyXml
from tests.content.samples import done

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=80)


def text_of(value):
    lines = done(value.read())
    return "\n".join(lines.text(i) for i in range(lines.count()))


@given(TEXT, st.booleans())
def test_what_json_escapes_is_read(text, ascii_only):
    data = json.dumps(text, ensure_ascii=ascii_only).encode()
    value = LongValue("", data, 1, len(data) - 1, Spelling.JSON)
    assert text_of(value) == text.removesuffix("\n").removeprefix("\ufeff")


@given(TEXT)
def test_what_a_form_escapes_is_read(text):
    data = quote_plus(text).encode()
    value = LongValue("", data, 0, len(data), Spelling.FORM)
    assert text_of(value) == text.removesuffix("\n").removeprefix("\ufeff")


@given(st.binary(max_size=200), st.sampled_from(Spelling))
def test_it_never_raises(data, spelling):
    text_of(LongValue("", data, 0, len(data), spelling))


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (rb"a\ud83d\ude00b", "a😀b"),
        (rb"\ud83d", "\ufffd"),
        (rb"\ude00\ud83d", "\ufffd\ufffd"),
        (rb"\q\u12", r"q\u12"),
        (b"end\\", "end\\"),
        (b"\xff\\\xff", "\ufffd\ufffd"),
    ],
)
def test_odd_escapes(sent, read):
    assert text_of(LongValue("", sent, 0, len(sent), Spelling.JSON)) == read


def test_a_large_value_is_read_in_steps():
    data = b'"' + rb"\u00e4" * 100_000 + b"x" * 10_000_000 + b'"'
    value = LongValue("", data, 1, len(data) - 1, Spelling.JSON)
    assert sum(1 for _ in value.read()) > 100
    lines = done(value.read())
    assert lines.text(0).startswith("ä")
    assert lines.text(lines.count() - 1).endswith("x")


LONG = "é\n" * 3000


@pytest.mark.parametrize("size", [6_000, 300_000])
@pytest.mark.parametrize("member", [True, False])
def test_a_value_of_json(size, member):
    text = ("é\n" * size)[:size]
    value = {"a": 1, 'k"1': text, "z": [2]} if member else [1, text, 2]
    lines = done(PrettyJson(json.dumps(value).encode()).read())
    assert lines.long_value(1) is None
    found = lines.long_value(2)
    assert found.name == ('k"1' if member else "")
    assert text_of(found) == text.removesuffix("\n")


def test_a_long_value_of_json_that_is_no_string_and_the_root():
    number = b"1" * 300_000
    lines = done(PrettyJson(b'{"a":{},"n":' + number + b',"b":' + b"2" * 9000 + b"}").read())
    assert text_of(lines.long_value(2)).replace("\n", "") == number.decode()
    assert lines.long_value(3).size == 9000
    assert lines.long_value(1) is None
    root = done(PrettyJson(json.dumps("x\ny" * 100_000).encode()).read())
    assert text_of(root.long_value(0)) == "x\ny" * 100_000


@pytest.mark.parametrize("size", [9_000, 60_000])
def test_a_value_of_xml_is_as_sent(size):
    data = b"<a>\n" + b"x" * size + b'<b c="' + b"y" * size + b'"/><d/></a>'
    lines = done(PrettyXml(data).read())
    assert lines.long_value(0) is None
    assert text_of(lines.long_value(1)).replace("\n", "") == "x" * size
    assert lines.long_value(2).name == "b"
    assert lines.long_value(2).size == size + 9
    assert lines.long_value(3) is None
    assert lines.text(1).endswith(" characters)" if size < 10_000 else "… (60,000 bytes)")


@pytest.mark.parametrize("size", [9_000, 90_000])
def test_a_value_of_a_form(size):
    data = b"a=1&n+m=" + b"x%0Ay" * size + b"&c"
    lines = done(PrettyForm(data).read())
    assert lines.long_value(0) is None
    assert lines.long_value(2) is None
    found = lines.long_value(1)
    assert found.name == "n m"
    assert text_of(found) == "x\ny" * size
    assert lines.text(1).startswith("n m = x y")
    assert lines.text(1).endswith(")")
