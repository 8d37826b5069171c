from decimal import Decimal

import pytest

from k2bench.content.chart import grouping
from k2bench.content.chart.choice import Aggregate, Choice
from k2bench.content.chart.fields import Role
from k2bench.content.chart.grouping import NONE, Groups, gathered
from k2bench.content.chart.time_unit import TimeUnit
from k2bench.content.chart.values import NO_NUMBER
from k2bench.content.chart.wording import NO_PLACE
from k2bench.content.json_members import at_once
from tests.content.chart.charted import table_of


def groups(rows: list[dict[str, object]], choice: Choice, role: Role) -> Groups:
    return at_once(gathered(table_of(rows).rows, choice, role))


def test_rows_are_gathered_by_place_and_series() -> None:
    rows = [
        {"d": "a", "s": "x", "v": 1.5},
        {"d": "a", "s": "x", "v": "2.5"},
        {"d": "a", "s": None, "v": 4},
        {"d": None, "s": "x", "v": 8},
        {"d": "b", "s": "x"},
    ]
    found = groups(rows, Choice(x="d", y="v", group="s"), Role.CATEGORY)
    sums = {
        key: {name: tally.total for name, tally in by_series.items()}
        for key, by_series in found.tallies.items()
    }
    assert sums == {"a": {"x": Decimal(4), NONE: Decimal(4)}}
    assert found.skipped == {NO_PLACE: 1, NO_NUMBER: 1}


def test_counting_needs_no_numbers() -> None:
    rows: list[dict[str, object]] = [{"d": "a"}, {"d": "a"}, {"d": "b"}]
    found = groups(rows, Choice(x="d", aggregate=Aggregate.COUNT), Role.CATEGORY)
    assert {key: each[""].count for key, each in found.tallies.items()} == {"a": 2, "b": 1}


def test_numbers_are_one_place_however_they_are_written() -> None:
    rows: list[dict[str, object]] = [{"n": 1, "v": 1}, {"n": "1.0", "v": 2}, {"n": 1.0, "v": 4}]
    found = groups(rows, Choice(x="n", y="v"), Role.NUMBER)
    assert [each[""].total for each in found.tallies.values()] == [7]


def test_too_many_places_are_not_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_TALLIES", 10)
    rows: list[dict[str, object]] = [{"d": f"d{i}", "v": 1} for i in range(25)]
    found = groups(rows, Choice(x="d", y="v"), Role.CATEGORY)
    assert len(found.tallies) == 10
    assert found.other[""].count == 15


def test_too_many_times_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_TALLIES", 40)
    rows: list[dict[str, object]] = [
        {"t": f"2024-{m:02}-{d:02}T{d:02}:00:0{m % 10}Z", "v": 1}
        for m in range(1, 13)
        for d in range(1, 21)
    ]
    monkeypatch.setattr("k2bench.content.chart.reading.BATCH", 200)
    found = groups(rows, Choice(x="t", y="v"), Role.TIME)
    assert found.unit is TimeUnit.MONTH
    assert [each[""].count for each in found.tallies.values()] == [20] * 12
    assert not found.other
