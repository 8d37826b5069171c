import pytest

from k2bench.apis.odata.expression.engine.recogniser import recognise
from tests.apis.odata.expression.engine.toy import toy


@pytest.mark.parametrize("text", ["1", "1+2", "(1)", "((1+2)plus3)+4", "xxy+y", "(y)"])
def test_sentences_are_accepted(text: str) -> None:
    run = recognise(toy(), "sum", text)
    assert run.accepted
    assert run.reached == len(text)


@pytest.mark.parametrize(
    ("text", "reached"),
    [("", 0), ("1+", 2), ("1++", 2), ("(1", 2), ("1)", 1), ("xxxy", 2), ("1PLUS2", 1), ("1plo", 3)],
)
def test_others_are_followed_as_far_as_any_sentence_goes(text: str, reached: int) -> None:
    run = recognise(toy(), "sum", text)
    assert not run.accepted
    assert run.reached == reached


def test_what_is_possible_at_each_place_is_kept() -> None:
    run = recognise(toy(), "sum", "(1")
    assert len(run.places) == 3
    assert len(run.places[2]) == 2  # the sum outside waits, the one inside goes on


def test_a_chain_needs_no_more_frames_at_a_place_than_its_beginning() -> None:
    run = recognise(toy(), "sum", "+".join("1" * 500))
    assert max(map(len, run.places)) <= 2
