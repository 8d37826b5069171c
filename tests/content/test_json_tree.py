import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_children import Child
from k2bench.content.json_tree import JsonTree
from tests.content.samples import SPELLINGS, VALUES, done, spelled


def read(text: bytes) -> JsonTree:
    return done(JsonTree(text).read_all())


def as_pairs(tree: JsonTree, place: Child) -> Any:
    """What the tree shows, objects as lists of pairs."""
    if not tree.is_container(place.start):
        return json.loads(tree.json_text(place))
    children = tree.read_now(place.start)
    found = [children.child(number) for number in range(children.count)]
    assert tree.is_empty(place.start) is not bool(found)
    if children.is_object:
        return ("object", [(tree.name(child), as_pairs(tree, child)) for child in found])
    return [as_pairs(tree, child) for child in found]


@given(VALUES, SPELLINGS)
def test_it_agrees_with_a_parser(value: Any, spelling: dict[str, Any]) -> None:
    text = spelled(value, spelling)
    tree = read(text)
    assert tree.flaw is None
    assert tree.root_place().end == len(text)
    wanted = json.loads(text, object_pairs_hook=lambda pairs: ("object", pairs))
    assert as_pairs(tree, tree.root_place()) == wanted


@given(VALUES)
def test_value_texts(value: Any) -> None:
    tree = read(json.dumps(value).encode())
    text = tree.value_text(tree.root_place())
    assert text == (value if isinstance(value, str) else json.dumps(value))


def test_a_mark_and_blanks_are_passed_over() -> None:
    tree = read(b'\xef\xbb\xbf \n{"a":1.10} \n')
    assert tree.root == 5
    assert tree.flaw is None
    child = tree.children(5).child(0)
    assert (tree.name(child), tree.json_text(child), tree.size(child)) == ("a", "1.10", 4)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"", "a value"),
        (b"hello", "a value"),
        (b"<html>", "a value"),
        (b"{} {}", "More text follows"),
        (b'{"a":[1,', "a value"),
        (b'"abc', "in the middle of a string"),
        (b"[1}", "“,” or “]”"),
    ],
)
def test_flaws(text: bytes, reason: str) -> None:
    tree = read(text)
    assert tree.is_complete
    assert reason in str(tree.flaw)


def test_what_stands_before_a_flaw_can_be_opened() -> None:
    tree = read(b'{"a":{"b":1,"c":tru')
    inner = tree.children(tree.root).child(0)
    assert (tree.name(inner), inner.end, tree.size(inner)) == ("a", 0, 0)
    below = done(tree.read(inner.start))
    assert [tree.name(below.child(number)) for number in range(below.count)] == ["b", "c"]
    assert tree.json_text(below.child(1)) == "tru"


def test_large_containers_are_found_on_the_way() -> None:
    rows = ",".join(f'{{"ID":{number},"Name":"x"}}' for number in range(10_000))
    tree = read(f'{{"d":{{"results":[{rows}]}},"end":[1]}}'.encode())
    assert tree.known(tree.root)
    results = tree.known(17 - 1)
    assert results is not None
    assert (results.count, results.is_complete) == (10_000, True)
    assert tree.json_text(results.child(9_999)) == '{"ID":9999,"Name":"x"}'
    assert tree.known(tree.children(tree.root).child(1).start) is None  # a small one is not


def test_levels_have_an_end() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    tree = read(deep)
    assert tree.flaw is None
    assert tree.root_place().end == len(deep)


def test_rows_can_be_used_while_they_are_found() -> None:
    text = b'{"value":[' + b",".join(b'{"ID":%d}' % n for n in range(200_000)) + b"]}"
    tree = JsonTree(text)
    steps = tree.read_all()
    while not ((rows := tree.known(9)) and rows.count):
        next(steps)
    assert tree.children(0).count == 1
    assert tree.children(0).child(0).end == 0  # not known yet
    assert tree.json_text(rows.child(0)) == '{"ID":0}'
    done(steps)
    assert rows.count == 200_000
    assert tree.children(0).child(0).end == len(text) - 1


def test_somebody_elses_reading_is_not_waited_for() -> None:
    text = b'{"value":[' + b",".join(b'{"ID":%d}' % n for n in range(200_000)) + b"]}"
    tree = JsonTree(text)
    other = tree.read(9)
    next(other)
    done(tree.read_all())
    assert tree.flaw is None
    assert not tree.children(9).is_complete
    assert done(other).count == 200_000


@pytest.mark.parametrize(
    ("key", "name"), [(b'"\\ud800"', "\ufffd"), (b'"\xff"', "\ufffd"), (b'"a\x00"', "a\0")]
)
def test_odd_keys(key: bytes, name: str) -> None:
    tree = read(b"{" + key + b":NaN}")
    child = tree.children(0).child(0)
    assert (tree.name(child), tree.json_text(child)) == (name, "NaN")


def test_many_keys_and_a_long_string() -> None:
    members = b",".join(b'"k%d":%d' % (n, n) for n in range(100_000))
    tree = read(b"{" + members + b',"long":"' + b"\\n" * 1_000_000 + b'"}')
    children = tree.children(0)
    assert children.count == 100_001
    assert tree.value_text(children.child(100_000)) == "\n" * 1_000_000
    assert tree.raw(children.child(100_000), 3) == b'"\\n'


@given(st.binary(max_size=60) | st.text('[]{},:"\\ 1an\n', max_size=60).map(str.encode))
def test_nothing_raises(text: bytes) -> None:
    tree = read(text)
    waiting = [tree.root_place()]
    while waiting:
        place = waiting.pop()
        tree.value_text(place)
        tree.name(place)
        if tree.is_container(place.start):
            children = tree.read_now(place.start)
            waiting += [children.child(number) for number in range(children.count)]
            assert children.is_complete
            assert children.end or children.flaw
    if not tree.flaw:
        assert tree.root_place().end <= len(text)
