from datetime import UTC, datetime

import pytest

from k2bench.content.chart.time_unit import TimeUnit, unit_for


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("unit", "start"),
    [
        (TimeUnit.SECOND, "2024-08-17T13:45:50"),
        (TimeUnit.MINUTE, "2024-08-17T13:45:00"),
        (TimeUnit.HOUR, "2024-08-17T13:00:00"),
        (TimeUnit.DAY, "2024-08-17"),
        (TimeUnit.MONTH, "2024-08-01"),
        (TimeUnit.QUARTER, "2024-07-01"),
        (TimeUnit.YEAR, "2024-01-01"),
    ],
)
def test_where_a_stretch_starts(unit: TimeUnit, start: str) -> None:
    assert unit.floor(seconds("2024-08-17T13:45:50") + 0.7) == seconds(start)


def test_before_1970() -> None:
    assert TimeUnit.MONTH.floor(seconds("1969-12-31T23:59:59")) == seconds("1969-12-01")
    assert TimeUnit.DAY.floor(-1) == -86_400
    assert TimeUnit.YEAR.floor(seconds("0001-06-01")) == seconds("0001-01-01")


@pytest.mark.parametrize(
    ("starts", "most", "unit"),
    [
        (["2024-01-01T10:00:00", "2024-01-01T10:00:30"], 60, TimeUnit.SECOND),
        (["2024-01-01T10:00:00", "2024-01-01T10:40:30"], 60, TimeUnit.MINUTE),
        (["2024-01-01", "2024-01-02"], 60, TimeUnit.DAY),
        (["2024-01-01", "2024-01-20"], 60, TimeUnit.DAY),
        (["2024-01-01", "2024-01-20"], 10, TimeUnit.MONTH),
        (["2020-01-05", "2024-01-20"], 60, TimeUnit.MONTH),
        (["2020-01-05", "2024-01-20"], 1000, TimeUnit.MONTH),
        (["2022-01-05", "2024-01-20"], 1000, TimeUnit.DAY),
        (["0001-01-01", "9999-01-01"], 60, TimeUnit.YEAR),
    ],
)
def test_the_unit_that_fits(starts: list[str], most: int, unit: TimeUnit) -> None:
    assert unit_for(map(seconds, starts), most) is unit
