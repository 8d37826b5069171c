from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.json_ranges import MOST, range_size, row_count


def test_sizes() -> None:
    assert [range_size(count) for count in (0, 1, 100, 101, 10_000, 10_001, 1_000_001)] == [
        1,
        1,
        1,
        100,
        100,
        10_000,
        1_000_000,
    ]


def test_only_full_ranges_while_more_may_come() -> None:
    assert row_count(250, 100) == 3
    assert row_count(250, 100, complete=False) == 2


@given(st.integers(0, 10**9))
def test_never_more_rows_than_can_be_looked_at(count: int) -> None:
    size = range_size(count)
    assert row_count(count, size) <= MOST
    assert size == 1 or count > size
