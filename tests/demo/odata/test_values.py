from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.model import Edm, Property
from k2bench.demo.odata.values import stored_columns


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        (Edm.STRING, "Zürich", "Zürich"),
        (Edm.INT32, 2**31 - 1, 2**31 - 1),
        (Edm.INT64, -(2**63), -(2**63)),
        (Edm.DECIMAL, Decimal("1.50"), 150),
        (Edm.DECIMAL, 3, 300),
        (Edm.DECIMAL, Decimal("1E+3"), 100_000),
        (Edm.BOOLEAN, True, 1),
        (Edm.GUID, "6F1D2C3B-4A59-4E68-9B7A-0C1D2E3F4A5B", "6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b"),
        (Edm.DATE, "2024-02-29", "2024-02-29"),
        (Edm.TIME_OF_DAY, "08:30:00.500", "08:30:00.5"),
    ],
)
def test_each_type(kind: Edm, value: Any, stored: Any) -> None:
    prop = Property("P", kind, scale=2 if kind is Edm.DECIMAL else 0)
    assert stored_columns(prop, value) == {'"P"': stored}


def test_a_point_in_time_fills_two_columns() -> None:
    columns = stored_columns(Property("P", Edm.DATE_TIME_OFFSET), "2024-01-01T02:00:00+02:00")
    assert columns['"P"'] == "2024-01-01T02:00:00+02:00"
    assert isinstance(columns['"P__utc"'], int)
    assert stored_columns(Property("P", Edm.DATE_TIME_OFFSET), None) == {
        '"P"': None,
        '"P__utc"': None,
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Edm.STRING, 5),
        (Edm.STRING, "too long"),
        (Edm.STRING, "\x00"),
        (Edm.STRING, "\ud800"),
        (Edm.INT32, 2**31),
        (Edm.INT32, True),
        (Edm.INT64, Decimal("1.0")),
        (Edm.INT64, "1"),
        (Edm.DECIMAL, Decimal("1.005")),
        (Edm.DECIMAL, Decimal("1E+30")),
        (Edm.DECIMAL, True),
        (Edm.BOOLEAN, 1),
        (Edm.GUID, "nonsense"),
        (Edm.GUID, 5),
        (Edm.DATE, "2024-02-30"),
        (Edm.DATE, 20240101),
        (Edm.TIME_OF_DAY, "25:00:00"),
        (Edm.DATE_TIME_OFFSET, "2024-01-01T00:00:00"),
        (Edm.DATE_TIME_OFFSET, None),
    ],
)
def test_wrong_values(kind: Edm, value: Any) -> None:
    prop = Property("P", kind, nullable=False, scale=2, max_length=7)
    with pytest.raises(ODataError) as refusal:
        stored_columns(prop, value)
    assert refusal.value.status == 400
