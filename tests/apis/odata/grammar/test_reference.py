from pathlib import Path

import pytest

from tests.apis.odata.grammar.abnf_file import read_abnf
from tests.apis.odata.grammar.earley import Earley
from tests.apis.odata.grammar.reference import Reference

TOY = """; a small grammar in the form of the OData file
sum  = "$sum=" term *( "+" term )  ; a comment
term = 1*DIGIT / "(" term ")"
     / [ "a" ] "ab"
; its core rules
DIGIT = %x30-39
"""


def test_it_agrees_with_the_earley_recogniser(tmp_path: Path) -> None:
    path = tmp_path / "toy.txt"
    path.write_text(TOY, "utf-8")
    reference, oracle = Reference(path), Earley(read_abnf(TOY), "sum")
    for text in ("1", "1+(23)", "aab+ab", "", "1+", "(1", "b", "aaab"):
        accepted = oracle.recognise(f"$sum={text}").accepted
        assert reference.accepts("sum", text) == accepted, text


@pytest.mark.parametrize(
    ("text", "same"),
    [("a eq 'x,y'", True), ("a eq 'x y'", False), ("a eq 'x/y'", False), ("ä", False)],
)
def test_it_is_asked_only_about_text_that_is_the_same_encoded(text: str, same: bool) -> None:
    assert Reference.can_judge(text) == same
