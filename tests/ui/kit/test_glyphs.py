import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.ui.kit.glyphs import from_utf16, shown, to_utf16, wide_and_marks

ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@pytest.mark.parametrize(
    "text", ["\x00", "\x1b[0m", "\x7f", "\x85", "\u2028", "\u202e", "\ud800", "\ufeff", "\ufffc"]
)
def test_what_would_break_a_line_is_replaced(text: str) -> None:
    assert shown(text) == "\N{REPLACEMENT CHARACTER}" + text[1:]


@pytest.mark.parametrize("text", ["plain", "a\tb", "müller", "محمد", "日本語", "😀", "e\u0301"])
def test_everything_else_stays(text: str) -> None:
    assert shown(text) == text


@given(ANY)
def test_every_character_keeps_its_place(text: str) -> None:
    made = shown(text)
    assert len(made) == len(text)
    made.encode("utf-8")
    for column in range(len(text) + 1):
        assert from_utf16(made, to_utf16(made, column)) == column


def test_the_second_half_of_a_pair_counts_with_the_first() -> None:
    assert to_utf16("a😀b", 2) == 3
    assert from_utf16("a😀b", 2) == 1
    assert from_utf16("abc", 99) == 3


def test_wide_characters_and_marks_are_counted() -> None:
    assert wide_and_marks("a日本😀e\u0301") == (3, 1)
