import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.pasting.templates import BUDGET, LONGEST, Filler

VALUES = {"host": "h", "url": "https://{{host}}/{{ id }}", "id": "7", "round": "{{round}}"}


def fill(text: str, values: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    return Filler().fill(text, values)


@pytest.mark.parametrize(
    ("text", "filled", "missing"),
    [
        ("plain", "plain", ()),
        ("{{url}}", "https://h/7", ()),
        ("{{ url }}!", "https://h/7!", ()),
        ("{{no}} {{no}} {{host}}", "{{no}} {{no}} h", ("no",)),
        ("{{round}}", "{{round}}", ("round",)),
        ("{{host", "{{host", ()),
        ("a}} {{host}}", "a}} h", ()),
        ("{{}}", "{{}}", ("",)),
    ],
)
def test_names_are_filled_in(text: str, filled: str, missing: tuple[str, ...]) -> None:
    assert fill(text, VALUES) == (filled, missing)


def test_what_grows_without_end_is_left() -> None:
    laughing = {str(n): f"{{{{{n + 1}}}}}" * 1_000 for n in range(20)}
    text, missing = fill("{{0}}", laughing)
    assert len(text) <= LONGEST
    assert missing
    assert fill("{{a}}", {"a": "x" * 10_000_000}) == ("{{a}}", ("a",))
    long = "{{host}}" * 10_000
    assert fill(long, VALUES)[0] == long


def test_the_work_for_one_file_is_bounded() -> None:
    filler = Filler()
    for _ in range(BUDGET // 1_000):
        filler.fill("{{a}}", {"a": "x" * 1_000})
    assert filler.fill("{{a}}", {"a": "x"}) == ("{{a}}", ("a",))


@given(st.text("{} ab"), st.dictionaries(st.sampled_from("ab"), st.text("{} ab")))
def test_nothing_breaks_it(text: str, values: dict[str, str]) -> None:
    filled, missing = fill(text, values)
    assert len(filled) <= max(len(text), LONGEST)
    assert all("{{" in filled for _ in missing)
