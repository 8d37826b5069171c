from __future__ import annotations

from k2bench.demo.odata.smartobjects.broken_contracts import LEGACY_CONTRACTS
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(LEGACY_CONTRACTS, 500)
    assert len(rows) == 0
    assert rows == filled(LEGACY_CONTRACTS, 500)
