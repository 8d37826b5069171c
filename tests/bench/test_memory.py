"""The resident set is a plausible figure, and grows with what is touched."""

from __future__ import annotations

from tests.bench.memory import resident_bytes


def test_touched_memory_shows():
    before = resident_bytes()
    block = b"x" * 50_000_000
    assert resident_bytes() - before > 40_000_000
    assert len(block) == 50_000_000
    assert 5e6 < before < 5e9
