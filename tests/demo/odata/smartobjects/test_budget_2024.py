from __future__ import annotations

from k2bench.demo.odata.smartobjects.budget_2024 import BUDGET_2024
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(BUDGET_2024, 500)
    assert len(rows) == 28
    assert rows == filled(BUDGET_2024, 500)
