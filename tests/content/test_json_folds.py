import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import json_outline
from k2bench.content.lines import Fold
from k2bench.content.pretty_json import PrettyJson
from tests.content.samples import ROWS, SPELLINGS, VALUES, done, spelled


def pretty(data):
    return done(PrettyJson(data).read())


def levels(lines, level):
    return [fold for fold in lines.folds(level) if fold]


def folds_of(text: str) -> list[tuple[int, int, int]]:
    """Level, first and last line of each fold: by the brackets of a layout of `json`."""
    found, opened = [], []
    for number, line in enumerate(text.split("\n")):
        if line.lstrip().startswith(("}", "]")):
            first = opened.pop()
            found.append((len(opened), first, number))
        if line.endswith(("{", "[")):
            opened.append(number)
    return sorted(found, key=lambda fold: fold[1])


@given(VALUES | ROWS, SPELLINGS, st.integers(4, 200))
def test_folds_are_the_brackets_of_the_layout_whatever_the_pieces(value, spelling, size):
    expected = folds_of(json.dumps(value, indent=2, ensure_ascii=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_outline, "PIECE", size)
        patch.setattr(json_outline, "SLOW", size // 2)
        patch.setattr("k2bench.content.json_layout.SHOWN", 10**6)
        lines = pretty(spelled(value, {**spelling, "ensure_ascii": False}))
        for level in range(4):
            here = [Fold(first, last) for depth, first, last in expected if depth == level]
            assert levels(lines, level) == here
        for line in range(lines.count()):
            around = [Fold(f, last) for _, f, last in expected if f <= line <= last]
            assert lines.fold_at(line) == (around[-1] if around else None)
            assert lines.opens(line) == any(first == line for _, first, _ in expected)


def test_a_large_container_folds_at_once_and_levels_come_in_steps():
    rows = [{"id": i, "n": {"a": [1, 2]}} for i in range(40_000)]
    lines = pretty(json.dumps({"a": 1, "value": rows, "z": 2}).encode())
    last = lines.count() - 1
    assert lines.fold_at(0) == Fold(0, last)
    assert lines.fold_at(2) == Fold(2, last - 2)
    assert lines.text(last - 2) == "  ],"
    assert lines.fold_at(3) == Fold(3, 11)
    found = list(lines.folds(2))
    folds = [fold for fold in found if fold]
    assert len(folds) == 40_000
    assert folds[-1] == Fold(last - 11, last - 3)
    assert found.count(None) >= 10


def test_nothing_folds_before_its_end_is_known():
    data = json.dumps({"value": [{"id": i} for i in range(100_000)]}).encode()
    lines = PrettyJson(data)
    work = lines.read()
    while lines.count() < 1000:
        next(work)
    assert not lines.opens(0)
    assert lines.fold_at(0) is None
    assert lines.fold_at(5) == Fold(5, 7)
    done(work)
    assert lines.opens(0)


def test_what_is_cut_off_folds_up_to_where_the_layout_ends():
    data = json.dumps({"value": [{"id": i} for i in range(100_000)]}).encode()[:900_000]
    lines = pretty(data)
    assert lines.flaw is not None
    whole = lines.fold_at(0)
    assert 100_000 < whole.last < lines.count() - 1
    assert lines.text(whole.last) == "    },"
    assert lines.fold_at(lines.count() - 1) is None
    assert not lines.opens(lines.count() - 1)


@pytest.mark.parametrize("data", [b"", b"1", b"{}", b"[]", b'"{"'])
def test_nothing_to_fold(data):
    lines = pretty(data)
    assert lines.fold_at(0) is None
    assert not lines.opens(0)
    assert levels(lines, 0) == []


def test_depth_beyond_the_indent():
    lines = pretty(b"[" * 1000 + b"NaN" + b"]" * 1000)
    assert lines.fold_at(500) == Fold(500, 1500)
    assert lines.fold_at(1500) == Fold(500, 1500)
