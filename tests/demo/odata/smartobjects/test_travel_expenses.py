from __future__ import annotations

from k2bench.demo.odata.smartobjects.travel_expenses import TRAVEL_EXPENSES
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(TRAVEL_EXPENSES, 500)
    assert len(rows) == 4
    assert rows == filled(TRAVEL_EXPENSES, 500)
