from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart.ticks import (
    at_moment,
    nice_step,
    number_ticks,
    time_text,
    time_ticks,
    whole_ticks,
)
from k2bench.content.chart.time_unit import TimeUnit


def seconds(text: str) -> float:
    return datetime.fromisoformat(text + "+00:00").timestamp()


def test_steps_are_round() -> None:
    assert [float(nice_step(least)) for least in (0.9, 1, 1.1, 3, 7, 0.03)] == [
        1,
        1,
        2,
        5,
        10,
        0.05,
    ]


def test_numbers() -> None:
    assert number_ticks(-0.05, 0.32, 5) == [(0, "0"), (0.1, "0.1"), (0.2, "0.2"), (0.3, "0.3")]
    assert number_ticks(0, 2_400_000, 3)[-1] == (2_000_000, "2,000,000")
    assert number_ticks(5, 5, 3) == [(5, "5")]
    assert number_ticks(float("nan"), 5, 3) == []
    assert whole_ticks(0, 2, 8) == [(0, "0"), (1, "1"), (2, "2")]


@pytest.mark.parametrize(
    ("low", "high", "most", "words"),
    [
        ("2001-02-01T00:00:00", "2009-01-01T00:00:00", 5, ["2002", "2004", "2006", "2008"]),
        (
            "2024-01-15T00:00:00",
            "2024-04-15T00:00:00",
            5,
            ["2024-02", "2024-03", "2024-04"],
        ),
        (
            "2024-01-01T00:00:00",
            "2024-01-03T00:00:00",
            2,
            ["2024-01-01", "2024-01-02", "2024-01-03"],
        ),
        (
            "2024-01-01T10:00:00",
            "2024-01-01T12:00:00",
            3,
            ["01-01 10:00", "01-01 11:00", "01-01 12:00"],
        ),
        ("2024-01-01T10:00:00", "2024-01-01T10:00:20", 3, ["10:00:00", "10:00:10", "10:00:20"]),
    ],
)
def test_times(low: str, high: str, most: int, words: list[str]) -> None:
    assert [text for _, text in time_ticks(seconds(low), seconds(high), most)] == words


def test_the_ends_of_the_calendar() -> None:
    low, high = -62_135_596_800.0, 253_402_300_799.0
    assert [text for _, text in time_ticks(low, high, 6)] == [
        "0001",
        "2000",
        "4000",
        "6000",
        "8000",
    ]
    assert time_ticks(low - 1e12, low, 5) == []
    assert time_text(1e18) == ""
    assert time_text(low) == "0001-01-01"


def test_moments_in_words() -> None:
    assert time_text(seconds("2024-05-06T00:00:00")) == "2024-05-06"
    assert time_text(seconds("2024-05-06T07:08:00")) == "2024-05-06 07:08"
    assert time_text(seconds("2024-05-06T07:08:09")) == "2024-05-06 07:08:09"
    assert time_text(seconds("2024-05-01T00:00:00"), TimeUnit.MONTH) == "2024-05"
    assert time_text(seconds("2024-01-01T00:00:00"), TimeUnit.YEAR) == "2024"
    assert time_text(seconds("2024-05-01T00:00:00"), TimeUnit.DAY) == "2024-05-01"


@given(st.floats(-1e299, 1e299), st.floats(-1e299, 1e299), st.integers(1, 30))
def test_marks_are_within_and_not_too_many(one: float, other: float, most: int) -> None:
    low, high = sorted((one, other))
    ticks = number_ticks(low, high, most)
    assert len(ticks) <= most + 1
    slack = (high - low) * 1e-6
    assert all(low - slack <= place <= high + slack for place, _ in ticks)


@given(st.floats(-8e10, 3e11), st.floats(0.001, 1e11), st.integers(1, 30))
def test_times_are_within_and_not_too_many(low: float, reach: float, most: int) -> None:
    ticks = time_ticks(low, low + reach, most)
    assert len(ticks) <= most + 1
    assert all(low <= place <= low + reach for place, _ in ticks)
    assert [place for place, _ in ticks] == sorted({place for place, _ in ticks})
    assert all(at_moment(place) for place, _ in ticks)
