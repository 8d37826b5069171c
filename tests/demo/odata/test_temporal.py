from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.demo.odata import temporal
from k2bench.demo.odata.temporal import TICKS_PER_DAY, Instant

OFFSETS = st.integers(-14 * 60, 14 * 60)


@given(ticks=st.integers(2 * TICKS_PER_DAY, 3_652_058 * TICKS_PER_DAY), offset=OFFSETS)
def test_a_point_in_time_survives_its_text(ticks: int, offset: int) -> None:
    instant = Instant(ticks, offset)
    assert temporal.parse_instant(temporal.format_instant(instant)) == instant


@given(when=st.datetimes(dt.datetime(2, 1, 1)), offset=OFFSETS)
def test_ticks_count_as_the_calendar_does(when: dt.datetime, offset: int) -> None:
    zone = dt.timezone(dt.timedelta(minutes=offset))
    instant = temporal.parse_instant(when.replace(tzinfo=zone).isoformat())
    utc = when - dt.timedelta(minutes=offset) - dt.datetime(1, 1, 1)
    assert instant.utc - TICKS_PER_DAY == utc // dt.timedelta(microseconds=1) * 10


@given(one=st.integers(0, TICKS_PER_DAY - 1), other=st.integers(0, TICKS_PER_DAY - 1))
def test_texts_of_times_sort_as_the_times_do(one: int, other: int) -> None:
    first, second = temporal.format_time_of_day(one), temporal.format_time_of_day(other)
    assert (first < second) == (one < other)
    assert temporal.parse_time_of_day(first) == one


def test_now_is_an_instant() -> None:
    assert temporal.format_instant(temporal.instant_at(0)) == "1970-01-01T00:00:00Z"
    assert temporal.format_instant(temporal.instant_at(0.25)) == "1970-01-01T00:00:00.25Z"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("P1D", 86_400), ("PT1H30M", 5400), ("-PT0.5S", -0.5), ("+P2DT3S", 172_803), ("P0D", 0)],
)
def test_durations(text: str, seconds: float) -> None:
    assert temporal.parse_duration(text) == seconds * temporal.TICKS_PER_SECOND


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "P1Y", "P1M", "1D", "P9999999999999D"])
def test_no_durations(text: str) -> None:
    with pytest.raises(ValueError):
        temporal.parse_duration(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-01T00:00:00",
        "2024-01-01",
        "2024-13-01T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00::30Z",
        "2024-01-01T00:00:00.12345678Z",
        "2024-01-01T00:00:00+15:00",
        "2024-01-01T00:00:00+01:60",
        "٢٠٢٤-01-01T00:00:00Z",
    ],
)
def test_no_points_in_time(text: str) -> None:
    with pytest.raises(ValueError):
        temporal.parse_instant(text)


def test_years_have_bounds() -> None:
    with pytest.raises(ValueError):
        temporal.format_instant(Instant(0, 0))
    with pytest.raises(ValueError):
        temporal.parse_date("0000-01-01")
