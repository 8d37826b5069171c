from __future__ import annotations

from k2bench.demo.odata.smartobjects.departments import DEPARTMENTS
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(DEPARTMENTS, 500)
    assert len(rows) == 12
    assert rows == filled(DEPARTMENTS, 500)
