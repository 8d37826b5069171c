from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_children import Child
from k2bench.content.json_locate import path_to
from k2bench.content.json_members import at_once
from k2bench.content.json_tree import JsonTree
from tests.content.samples import ROWS, SPELLINGS, VALUES, done, spelled


def searched(tree: JsonTree, place: Child, offset: int) -> list[int]:
    """The way to an offset, by looking into everything."""
    if tree.is_container(place.start):
        children = tree.read_now(place.start)
        for number in range(children.count):
            child = children.child(number)
            if child.key <= offset < child.end:
                return [number, *searched(tree, child, offset)]
    return []


def is_within(tree: JsonTree, place: Child, offset: int) -> bool:
    """Whether the offset belongs to a key, a word, a string or a bracket."""
    raw = tree.raw(place)[offset - place.start :][:1]
    return raw not in (b" ", b"\n", b"\r", b"\t", b",", b":")


@given(VALUES | ROWS, SPELLINGS, st.data(), st.booleans())
def test_it_leads_to_the_value(
    value: Any, spelling: dict[str, Any], data: st.DataObject, known: bool
) -> None:
    text = spelled(value, spelling)
    tree = JsonTree(text)
    if known:
        done(tree.read_all())
    offset = data.draw(st.integers(0, len(text) - 1))
    found = at_once(path_to(tree, text, offset))
    other = done(JsonTree(text).read_all())
    if is_within(other, other.root_place(), offset):
        assert found == searched(other, other.root_place(), offset)


def test_far_into_a_large_body() -> None:
    text = b'{"value":[' + b",".join(b'{"ID":%d,"N":"x"}' % n for n in range(100_000)) + b"]}"
    tree = done(JsonTree(text).read_all())
    at = text.index(b'"N"', text.index(b'"ID":77777'))
    assert at_once(path_to(tree, text, at)) == [0, 77_777, 1]


def test_before_anything_was_read() -> None:
    text = b'{"a":["' + b"," * 200_000 + b'",{"b":1}]}'
    assert at_once(path_to(JsonTree(text), text, text.index(b"1}"))) == [0, 1, 0]


def test_any_depth() -> None:
    text = b"[" * 100_000 + b"1" + b"]" * 100_000
    tree = done(JsonTree(text).read_all())
    assert at_once(path_to(tree, text, 100_000)) == [0] * 100_000


@pytest.mark.parametrize("text", [b'{"a":[1,"x', b"[1,2", b"", b"hello", b"[]", b"[1]]]"])
def test_it_never_raises(text: bytes) -> None:
    for tree in (JsonTree(text), done(JsonTree(text).read_all())):
        for offset in range(len(text) + 2):
            at_once(path_to(tree, text, offset))
