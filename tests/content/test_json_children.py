import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_children import RUN, Children
from k2bench.content.json_members import at_once
from tests.content.samples import OBJECTS, ROWS, SPELLINGS, VALUES, spelled


def read(text: bytes, at: int = 0) -> Children:
    children = Children(text, at)
    at_once(children.read())
    return children


def values(text: bytes) -> list[bytes]:
    children = read(text)
    found = [children.child(number) for number in range(children.count)]
    return [text[child.start : child.end] for child in found]


@given(st.lists(VALUES, max_size=6) | ROWS, SPELLINGS)
def test_an_array_as_a_parser_sees_it(wanted: list[Any], spelling: dict[str, Any]) -> None:
    text = spelled(wanted, spelling)
    assert [json.loads(value) for value in values(text)] == wanted
    children = read(text)
    assert (children.end, children.flaw, children.is_complete) == (len(text), None, True)


@given(OBJECTS, SPELLINGS)
def test_an_object_as_a_parser_sees_it(wanted: dict[str, Any], spelling: dict[str, Any]) -> None:
    text = spelled(wanted, spelling)
    children = read(text)
    found = [children.child(number) for number in range(children.count)]
    pairs = [
        (json.loads(text[c.key : c.key_end]), json.loads(text[c.start : c.end])) for c in found
    ]
    assert pairs == list(wanted.items())
    assert children.end == len(text)


@given(st.lists(st.tuples(st.sampled_from("ab"), VALUES), max_size=8))
def test_doubled_keys_are_all_found(pairs: list[tuple[str, Any]]) -> None:
    text = ("{" + ",".join(f"{json.dumps(k)}:{json.dumps(v)}" for k, v in pairs) + "}").encode()
    wanted = json.loads(text, object_pairs_hook=lambda found: found) if pairs else []
    children = read(text)
    keys = [text[c.key : c.key_end] for c in map(children.child, range(children.count))]
    assert [json.loads(key) for key in keys] == [key for key, _ in wanted]


@given(OBJECTS | st.lists(VALUES, max_size=6) | ROWS, SPELLINGS, st.data())
def test_any_cut_text_shows_what_stands_before(
    value: Any, spelling: dict[str, Any], data: st.DataObject
) -> None:
    whole = spelled(value, spelling)
    cut = whole[: data.draw(st.integers(1, len(whole) - 1))]
    children, wanted = read(cut), read(whole)
    assert children.flaw is not None
    assert children.flaw.at <= len(cut)
    assert children.end == 0
    starts = [children.child(number).key for number in range(children.count)]
    assert starts == [wanted.child(number).key for number in range(len(starts))]


@pytest.mark.parametrize(
    ("text", "count", "reason"),
    [
        (b"[1,2 3]", 2, "stands where"),
        (b"[1,,2]", 1, "a value"),
        (b"[1,]", 1, "a value"),
        (b'{"a":1,b:2}', 1, "a name in quotes"),
        (b'{"a" 1}', 0, "“:”"),
        (b'{"a":}', 0, "a value"),
        (b'[{"a":1},{"b":2', 2, "in the middle"),
        (b'[{"a":[1}]', 1, "closes"),
        (b'[{"a":1} {"b":2}]', 1, "“,” or “]”"),
        (b"[", 0, "a value"),
    ],
)
def test_flaws(text: bytes, count: int, reason: str) -> None:
    children = read(text)
    assert children.count == count
    assert reason in str(children.flaw)
    assert children.is_complete


def test_the_row_in_which_an_array_breaks_off() -> None:
    children = read(b'[{"a":1},{"b":[2,')
    assert children.child(1).start == 9
    assert children.child(1).end == 0


@pytest.mark.parametrize("text", [b"[NaN,-Infinity]", b'["\\ud800","\xff"]', b"[\x001,\x7f]"])
def test_what_a_parser_refuses(text: bytes) -> None:
    assert len(values(text)) == 2


def test_any_depth() -> None:
    text = b"[" * 100_000 + b"]" * 100_000
    assert read(text).child(0).end == len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        b"[" + b"1," * 3 * RUN + b"1]",
        b'{"a":[{"b":[1]}]' + b',"a":[{"b":[1]}]' * RUN + b"}",
        b'["' + b"x" * 3_000_000 + b'"]',
    ],
)
def test_it_pauses(text: bytes) -> None:
    children = Children(text, 0)
    assert sum(1 for _ in children.read()) > 1
    assert children.end == len(text)


def test_large_children_are_looked_through() -> None:
    large = b"[" + b"1," * 50_000 + b"1]"
    text = b'{"s":[1],"l":' + large + b',"n":2}'
    looked = []

    def look(at: int) -> Any:
        looked.append(at)
        return at + len(large)
        yield

    children = Children(text, 0)
    at_once(children.read(look))
    assert looked == [13]
    assert children.count == 3


def test_the_child_at_an_offset() -> None:
    children = read(b'{"a": 1 , "b":[2]}')
    assert [children.at_offset(at) for at in (0, 1, 8, 10, 15)] == [-1, 0, 0, 1, 1]
    assert children.part(0, 2).end == 17


def test_a_blank_of_any_size_before_a_comma() -> None:
    text = b"[1" + b" " * 3_000_000 + b", [] ]"
    assert read(text).child(0).end == 2


def test_reading_twice_is_reading_once() -> None:
    children = read(b"[1]")
    at_once(children.read())
    assert children.count == 1
