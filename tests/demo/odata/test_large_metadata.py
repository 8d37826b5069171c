from __future__ import annotations

from k2bench.demo.odata.large_metadata import large_metadata


def test_it_is_as_large_as_asked_and_no_name_repeats() -> None:
    assert list(large_metadata(0)) == []
    types = list(large_metadata(100_000))
    assert 100_000 <= sum(map(len, types)) < 102_000
    assert len(set(types)) == len(types)
