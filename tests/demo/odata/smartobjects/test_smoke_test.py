from __future__ import annotations

from k2bench.demo.odata.smartobjects.smoke_test import SMOKE_TEST
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(SMOKE_TEST, 500)
    assert len(rows) == 25
    assert rows == filled(SMOKE_TEST, 500)
