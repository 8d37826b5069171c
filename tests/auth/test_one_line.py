from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.one_line import one_line


def test_what_could_deceive_is_shown_as_such() -> None:
    assert one_line("a\nb\tc") == "a b c"
    assert one_line("evil\u202egro.k2\u0000\ud800") == "evil\ufffdgro.k2\ufffd\ufffd"


def test_the_rest_is_counted() -> None:
    assert one_line("x" * 1_200) == "x" * 200 + "… (1,000 more characters)"
    assert one_line("x" * 200) == "x" * 200


@given(st.text(), st.integers(0, 50))
def test_any_text_becomes_one_printable_line(text: str, longest: int) -> None:
    shown = one_line(text, longest)
    assert shown.isprintable()
    assert len(shown) <= longest + 40
