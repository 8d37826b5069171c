from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.moments import moment_of

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


@given(
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES),
)
def test_they_are_in_the_order_of_time(one: datetime, other: datetime) -> None:
    moments = moment_of(one.isoformat()), moment_of(other.isoformat())
    assert (moments[0] < moments[1]) == (one < other)


def test_spellings_of_one_moment() -> None:
    same = ["2024-03-01T10:00:00Z", "2024-03-01 11:00+01:00", "2024-03-01T11:30:00.000+0130"]
    assert len({moment_of(text) for text in same}) == 1
    at = datetime(2024, 3, 1, 10, tzinfo=UTC).timestamp()
    assert moment_of(f"/Date({int(at) * 1000})/") == moment_of(same[0])
    assert moment_of("2024-03-01") == moment_of("2024-03-01T00:00:00Z")


def test_more_digits_than_a_clock_has() -> None:
    assert moment_of("2024-03-01T10:00:00.0000001Z") - moment_of("2024-03-01T10:00:00Z") == 10**5


@pytest.mark.parametrize(
    "text", ["", "x", "2024-02-30", "10:00:00", "2024-01-01T10:00:61Z", "/Date(x)/", "٢٠٢٤-01-01"]
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        moment_of(text)
