import pytest

from k2bench.core.request import Pair
from k2bench.ui.kit.pairs_text import pairs_to_text, text_to_pairs

PAIRS = (Pair("Accept", "text/plain"), Pair("$skip", "10", False), Pair("flag", ""))


def test_there_and_back() -> None:
    text = pairs_to_text(PAIRS)
    assert text == "Accept: text/plain\n//$skip: 10\nflag:"
    assert text_to_pairs(text) == PAIRS


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("Accept:text/plain", Pair("Accept", "text/plain")),
        ("  url : https://a/b ", Pair("url", "https://a/b")),
        ("// $top: 5", Pair("$top", "5", False)),
        ("word", Pair("word", "")),
    ],
)
def test_lines_as_people_write_them(line: str, pair: Pair) -> None:
    assert text_to_pairs(f"\n{line}\n  \n") == (pair,)


def test_a_line_break_does_not_make_a_pair() -> None:
    assert text_to_pairs(pairs_to_text((Pair("a", "b\nc"),))) == (Pair("a", "b c"),)
