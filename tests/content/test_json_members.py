import json

import pytest
from hypothesis import given

from k2bench.content.json_members import elements, members
from k2bench.content.json_scan import FlawError
from tests.content.samples import OBJECTS, ROWS, SPELLINGS, spelled


@given(OBJECTS, SPELLINGS)
def test_members_are_those_of_the_parser(value, spelling):
    text = spelled(value, spelling)
    found = {json.loads(text[k:e]): json.loads(text[v:w]) for k, e, v, w in members(text)}
    assert found == value


@given(ROWS, SPELLINGS)
def test_elements_are_those_of_the_parser(value, spelling):
    text = spelled(value, spelling)
    assert [json.loads(text[s:e]) for s, e in elements(text)] == value


def test_doubled_keys_are_all_there():
    text = b'{"a":1,"a":2}'
    assert [text[v:w] for _, _, v, w in members(text)] == [b"1", b"2"]


def test_empty_ones():
    assert list(members(b"{ }")) == []
    assert list(elements(b"[ ]")) == []


def test_a_broken_one_gives_what_it_has_first():
    found = []
    work = members(b'{"a":1,"b":2')
    found += [next(work)[2:], next(work)[2:]]
    with pytest.raises(FlawError):
        next(work)
    assert found == [(5, 6), (11, 12)]
