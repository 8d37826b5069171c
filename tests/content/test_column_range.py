import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.column_range import ColumnRange, Range
from k2bench.content.columns import ColumnType

NUMBER, TIME, TEXT = ColumnType.NUMBER, ColumnType.TIME, ColumnType.TEXT


def range_of(*raws, told=None):
    made = ColumnRange(told)
    for raw in raws:
        made.add(raw, 1)
    return made.result()


@pytest.mark.parametrize(
    ("raws", "wanted"),
    [
        ([b"2", b"1.10", b"-3"], Range(NUMBER, "-3", "2", 3, "0.1", "0.033333333333333333")),
        ([b'"10"', b'"9"'], Range(NUMBER, "9", "10", 2, "19", "9.5")),
        ([b'"10"', b"9"], Range(NUMBER, "9", "10", 2, "19", "9.5")),
        ([b'"10"', b'"x"'], Range(TEXT, "10", "x", 2)),
        ([b'"x"', b"4"], Range(NUMBER, "4", "4", 1, "4", "4")),
        (
            [b'"2024-01-01T23:00:00Z"', b'"2024-01-02T00:30:00+02:00"'],
            Range(TIME, "2024-01-02T00:30:00+02:00", "2024-01-01T23:00:00Z", 2),
        ),
        ([b'"b"', b'"A"', b'""'], Range(TEXT, "A", "b", 2)),
        ([b"true", b"{}", b"null", b"NaN"], None),
        ([b"9007199254740993", b"1"], None),
        ([b"1e400"], Range(NUMBER, "1e400", "1e400", 1, "1E+400", "1E+400")),
        ([b"1e99999999999999999999", b"2"], Range(NUMBER, "2", "2", 1, "2", "2")),
    ],
)
def test_ranges(raws, wanted):
    found = range_of(*raws)
    if raws[0] == b"9007199254740993":
        assert found.total == "9007199254740994"
    else:
        assert found == wanted


def test_a_declared_type_decides():
    assert range_of(b'"10"', b'"9"', told=TEXT) == Range(TEXT, "10", "9", 2)
    assert range_of(b'"10"', b'"INF"', told=NUMBER) == Range(NUMBER, "10", "10", 1, "10", "10")
    dated = range_of(b'"2024-01-01"', b'"soon"', told=TIME)
    assert dated == Range(TIME, "2024-01-01", "2024-01-01", 1)


@given(st.lists(st.integers() | st.decimals(-(10**9), 10**9, places=4), min_size=1))
def test_sums_are_exact(numbers):
    found = range_of(*(str(number).encode() for number in numbers))
    assert Fraction(found.total) == sum(map(Fraction, numbers))
    assert Fraction(found.smallest) == min(map(Fraction, numbers))
    assert abs(Fraction(found.mean) - Fraction(found.total) / len(numbers)) <= max(
        Fraction(1, 10**16), abs(Fraction(found.total)) / 10**15
    )


@given(st.lists(st.text(max_size=20)))
def test_any_text_is_taken(texts):
    range_of(*(json.dumps(text).encode() for text in texts))
