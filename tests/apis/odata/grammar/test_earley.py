import pytest

from tests.apis.odata.grammar.abnf_file import read_abnf
from tests.apis.odata.grammar.earley import Earley, Verdict

TOY = """
sum    = term [ ("+" / %s"plus") sum ]   ; a comment
term   = 1*DIGIT / "(" sum ")" / *2blank "y"
blank  = %x20
DIGIT  = %x30-39
empty  = *blank
twice  = empty "a" empty / empty "a"
          empty "b"
"""


@pytest.mark.parametrize(
    ("text", "accepted", "reached"),
    [
        ("1", True, 1),
        ("12+(3plus  y)", True, 13),
        ("", False, 0),
        ("1+", False, 2),
        ("(1", False, 2),
        ("1)", False, 1),
        ("   y", False, 2),
        ("1PLUS2", False, 1),
    ],
)
def test_verdicts(text: str, accepted: bool, reached: int) -> None:
    verdict = Earley(read_abnf(TOY), "sum").recognise(text)
    assert (verdict.accepted, verdict.reached) == (accepted, reached)


def test_rules_that_may_read_nothing() -> None:
    oracle = Earley(read_abnf(TOY), "twice")
    assert [oracle.recognise(text).accepted for text in ("a", " a ", " a b", "b", "a b ")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_it_knows_the_literal_that_a_text_breaks_off_in() -> None:
    verdict = Earley(read_abnf(TOY), "sum").recognise("1pl-")
    assert verdict == Verdict(False, 3, frozenset({"plus"}))
