from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.metadata.circles import PAUSE_AFTER, circles


def run(follows: dict[str, str]) -> tuple[list[str], int]:
    work, pauses = circles(follows), 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value, pauses
        pauses += 1


def test_names_that_only_lead_to_a_circle_are_not_on_it() -> None:
    found, _ = run({"a": "b", "b": "c", "c": "b", "x": "y", "self": "self"})
    assert sorted(found) == ["b", "c", "self"]


def test_a_long_chain_is_walked_once_and_with_pauses() -> None:
    many = 100 * PAUSE_AFTER
    chain = {str(number): str(number + 1) for number in range(many)}
    assert run(chain) == ([], many // PAUSE_AFTER)
    assert len(run(chain | {str(many): "0"})[0]) == many + 1


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9)))
def test_it_finds_what_a_plain_search_finds(follows: dict[int, int]) -> None:
    names = {str(key): str(value) for key, value in follows.items()}

    def comes_back(start: str) -> bool:
        at = start
        for _ in range(11):
            at = names.get(at, "")
            if at == start:
                return True
        return False

    assert sorted(run(names)[0]) == sorted(name for name in names if comes_back(name))
