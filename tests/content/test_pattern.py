import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.pattern import LONGEST, TOO_SLOW, Pattern
from k2bench.content.wanted import Wanted
from k2bench.core.problem import WorkbenchError

CATASTROPHE = "(a|aa)+$", "a" * 80 + "b"
words = st.text("aAbB ßsSéÉüÜ._-", max_size=60)


def spans(text: str, wanted: str, **how: bool) -> list[tuple[int, int]]:
    return Pattern(Wanted(wanted, **how)).spans(text)


def test_case_matters_only_when_it_is_to() -> None:
    assert spans("a MÜLLER, a Müller", "müller") == [(2, 8), (12, 18)]
    assert spans("a MÜLLER, a müller", "müller", match_case=True) == [(12, 18)]
    assert spans("Straße STRASSE", "strasse") == [(0, 6), (7, 14)]


def test_what_is_typed_is_no_pattern() -> None:
    assert spans('{"a": 1.5}, 1x5', "1.5") == [(6, 9)]
    assert spans("a* (b) [c] \\d", "* (b) [") == [(1, 8)]


def test_whole_words() -> None:
    assert spans("cat concat cat_1 (cat)", "cat", whole_word=True) == [(0, 3), (18, 21)]
    assert spans("x= 5 y = 5", "= 5", whole_word=True) == [(1, 4), (7, 10)]
    assert spans("cat category", "ca|cat", regular=True, whole_word=True) == [(0, 3)]


def test_a_match_stays_in_its_line() -> None:
    assert spans("ab\ncd", r"b\s*c", regular=True) == []
    assert spans("a  \n b", r"\s+", regular=True) == [(1, 3), (4, 5)]
    assert spans("ab\r\nab", "b$", regular=True) == [(1, 2), (5, 6)]
    assert spans("one\ntwo", r"^\w|\w$", regular=True) == [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert spans("a\n", r"a(?!\s)", regular=True) == [(0, 1)]


def test_from_a_place_and_up_to_one() -> None:
    pattern = Pattern(Wanted("aa"))
    assert pattern.spans("aaaaaa", 1, 3) == [(1, 3)]
    assert Pattern(Wanted("^a", regular=True)).spans("aa\na", 1) == [(3, 4)]


@given(words, st.text("aAbBßsSéÉüÜ.", min_size=1, max_size=3))
def test_plain_text_is_found_as_folding_says(text: str, wanted: str) -> None:
    folded, expected, at = wanted.casefold(), [], 0
    while at < len(text):
        ends = (e for e in range(at + 1, len(text) + 1) if text[at:e].casefold() == folded)
        end = next(ends, 0)
        if end:
            expected.append((at, end))
        at = end or at + 1
    assert spans(text, wanted) == expected


@given(
    st.lists(st.text("ab -x\r", max_size=8), max_size=8).map("\n".join),
    st.sampled_from(
        [
            r"\s+",
            r"a\s*b",
            "^a",
            "b$",
            r"[^a]+",
            r"a\s*+$",
            r"(?<=\s)b",
            r"\Aa",
            r"b\Z",
            r"\bx",
            "a*",
        ]
    ),
)
def test_a_pattern_sees_each_line_alone(text: str, pattern: str) -> None:
    expected, begin = [], 0
    for line in text.split("\n"):
        found = regex.finditer(pattern, line.removesuffix("\r"), regex.IGNORECASE)
        expected += [(begin + m.start(), begin + m.end()) for m in found if m.end() > m.start()]
        begin += len(line) + 1
    if "\r" in text.replace("\r\n", ""):
        return  # a carriage return alone is a blank like others
    assert spans(text, pattern, regular=True) == expected


@pytest.mark.parametrize(("pattern", "words"), [("(a", "position 2"), ("*a", "position 0")])
def test_what_is_no_pattern(pattern: str, words: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        Pattern(Wanted(pattern, regular=True))
    assert words in error.value.problem.title
    with pytest.raises(WorkbenchError):
        Pattern(Wanted("a" * LONGEST + "b"))


@pytest.mark.parametrize("before", ["", "(?:)(?=a)"])
def test_a_pattern_that_takes_too_long(before: str) -> None:
    pattern, text = CATASTROPHE
    with pytest.raises(WorkbenchError) as error:
        spans(text, before + pattern, regular=True)
    assert error.value.problem.title == TOO_SLOW


@pytest.mark.parametrize(
    ("pattern", "by_line"),
    [(r"(?:a)(?P<x>b)(?<y>c)(?i:d)(?s)", False), ("(?<!a)b", True), ("(?>a)", True), ("a*+", True)],
)
def test_which_patterns_look_at_each_line(pattern: str, by_line: bool) -> None:
    assert Pattern(Wanted(pattern, regular=True)).by_line is by_line
    assert not Pattern(Wanted(pattern)).by_line
