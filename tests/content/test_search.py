from collections.abc import Generator
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import passages, search
from k2bench.content.passages import Passage, Passages
from k2bench.content.pattern import Pattern
from k2bench.content.search import ByteSearch, LineSearch
from k2bench.content.wanted import Found, Wanted
from k2bench.core.problem import WorkbenchError


def ran(steps: Generator[Found | None, None, Found]) -> tuple[list[Found | None], Found]:
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return told, end.value


def in_bytes(body: bytes, wanted: Wanted) -> list[tuple[int, int]]:
    made = ByteSearch(wanted, body)
    _, end = ran(made.run())
    assert end.hits == len(made.hits)
    return [made.hits[index] for index in range(len(made.hits))]


def in_lines(*texts: str, wanted: Wanted) -> list[tuple[int, int, int]]:
    def given() -> Passages:
        line = 0
        for text in texts:
            yield Passage(line, text)
            line += text.count("\n") + 1

    made = LineSearch(wanted, given, 10)
    ran(made.run())
    return list(made.hits)


def test_offsets_of_bytes() -> None:
    assert in_bytes("ä Müller MÜLLER".encode(), Wanted("müller")) == [(3, 10), (11, 18)]
    assert in_bytes(b"\xef\xbb\xbfab", Wanted("^a", regular=True)) == [(3, 4)]
    assert in_bytes(b"\xff\xfeab\xffab", Wanted("ab")) == [(2, 4), (5, 7)]
    assert in_bytes(b"", Wanted("a")) == []


def test_lines_and_columns() -> None:
    found = in_lines("one\ntwo one", "one", wanted=Wanted("one"))
    assert found == [(0, 0, 3), (1, 4, 3), (2, 0, 3)]


def test_parts_of_a_long_line() -> None:
    def given() -> Passages:
        yield Passage(0, "ab")
        yield None
        yield Passage(1, "xxabcab", 0, 0, 4)
        yield Passage(1, "abcabca", 2, 2, None)

    made = LineSearch(Wanted("abca?", regular=True), given, 2)
    ran(made.run())
    assert list(made.hits) == [(1, 2, 4)]  # "ab" of the second belongs to the first
    made = LineSearch(Wanted("ab"), given, 2)
    ran(made.run())
    assert list(made.hits) == [(0, 0, 2), (1, 2, 2), (1, 5, 2)]


@given(
    st.lists(st.text("aAbäÄß😀 x\n", max_size=40), max_size=6).map("".join),
    st.text("abäß", min_size=1, max_size=3),
    st.booleans(),
    st.integers(8, 30),
)
def test_hits_are_those_of_the_whole_text(
    text: str, wanted: str, match_case: bool, piece: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "PIECE", piece)
        patch.setattr(passages, "OVERLAP", 20)
        asked = Wanted(wanted, match_case)
        found = in_bytes(text.encode(), asked)
    expected = [
        (len(text[:start].encode()), len(text[:end].encode()))
        for start, end in Pattern(asked).spans(text)
    ]
    assert found == expected


@given(
    st.text("ab \n", max_size=200),
    st.sampled_from(["^a", "b$", r"\ba", r"a\s", "a+", "(?<=b)a", "ab|ba", r"\s+$"]),
    st.integers(30, 50),
)
def test_hits_of_a_pattern_are_those_of_each_line(text: str, pattern: str, piece: int) -> None:
    text = regex.sub(r"([^\n]{18})[^\n]*", r"\1", text)  # no line is longer than the overlap
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "PIECE", piece)
        patch.setattr(passages, "OVERLAP", 20)
        found = in_bytes(text.encode(), Wanted(pattern, regular=True))
    assert found == Pattern(Wanted(pattern, regular=True)).spans(text)


def test_there_may_be_more_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 5)
    made = ByteSearch(Wanted("a"), b"a" * 9)
    _, end = ran(made.run())
    assert (len(made.hits), end.more) == (5, True)
    lines = LineSearch(Wanted("a"), lambda: [Passage(0, "aaaaaaa")], 1)
    _, end = ran(lines.run())
    assert (list(lines.hits)[-1], end.more) == ((0, 4, 1), True)


def test_a_pattern_for_each_line_alone_in_a_large_passage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "SMALL", 4)
    found = in_lines("ab\nb\nab\n\nab", wanted=Wanted("(?<=a)b", regular=True))
    assert found == [(0, 1, 1), (2, 1, 1), (4, 1, 1)]


def test_it_tells_how_far_it_is() -> None:
    told, end = ran(ByteSearch(Wanted("a"), b"a\n" * 100_000).run())
    known: list[Any] = [each for each in told if each]
    assert [each.hits for each in known] == sorted(each.hits for each in known)
    assert known[0].total == 200_000
    assert end == Found(100_000, 200_000, 200_000)


def test_no_pattern() -> None:
    for made in (
        ByteSearch(Wanted("(", regular=True), b"a"),
        LineSearch(Wanted("(", regular=True), list, 0),
    ):
        with pytest.raises(WorkbenchError):
            next(made.run())
