from __future__ import annotations

from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(EMPLOYEE_SAMPLE, 500)
    assert len(rows) == 1500
    assert rows == filled(EMPLOYEE_SAMPLE, 500)


def test_the_pioneers_come_first() -> None:
    rows = filled(EMPLOYEE_SAMPLE)
    names = [(row["FirstName"], row["LastName"]) for row in rows[:3]]
    assert names == [("Ada", "Lovelace"), ("Alan", "Turing"), ("Grace", "Hopper")]
    assert any(row["Joblevel"] is None for row in rows)
    assert {row["DepartmentCode"] for row in rows} == set(range(100, 112))
