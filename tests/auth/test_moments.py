from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.moments import from_now, local_time, seconds_of, span_of

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (7, 7.0),
        (7.5, 7.5),
        ("7", None),
        (True, None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
    ],
)
def test_only_numbers_are_moments(value: object, seconds: float | None) -> None:
    assert seconds_of(value) == seconds


def test_a_moment_is_shown_in_its_zone() -> None:
    assert local_time(NOW, UTC) == "2027-01-15 08:00:00+00:00"
    assert local_time(NOW, timezone(timedelta(hours=1))) == "2027-01-15 09:00:00+01:00"
    assert local_time(NOW).startswith("2027-01-1")
    assert local_time(1e300, UTC) == local_time(-1e12, UTC) == local_time(1e15, UTC) == ""


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (0, "now"),
        (45, "in 45 s"),
        (57 * 60 + 59, "in 57 min"),
        (-181, "3 min ago"),
        (3 * 3600 + 300, "in 3 h 5 min"),
        (7200, "in 2 h"),
        (-12 * 86400, "12 days ago"),
        (40 * 31_557_600, "in 40 years"),
        (1e300, "in over 10,000 years"),
    ],
)
def test_how_far_it_is(off: float, words: str) -> None:
    assert from_now(NOW + off, NOW) == words


@given(st.floats(0, allow_nan=False, allow_infinity=False))
def test_every_span_has_words(seconds: float) -> None:
    assert span_of(seconds)
    assert local_time(seconds, UTC) == "" or local_time(seconds, UTC)[4:].count("-")
