import pytest

from k2bench.ui.response.table.local_time import local_time


def test_a_moment_is_told_as_it_is_here() -> None:
    told = local_time("2024-01-31T10:00:00Z")
    assert told is not None
    assert told.startswith("2024-01-3")
    assert told.endswith(", local time")


@pytest.mark.parametrize(
    "text", ["", "2024-01-31", "2024-01-31T10:00:00", "0001-01-01T00:00:00+14:00x", "x" * 25]
)
def test_what_has_no_local_time(text: str) -> None:
    assert local_time(text) is None
