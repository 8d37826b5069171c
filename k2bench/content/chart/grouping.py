"""Rows gathered by their place on the X axis and by series, each place with its exact tally."""

from collections import Counter
from decimal import Decimal
from typing import Any, TypeAlias

from k2bench.content.chart.choice import Choice
from k2bench.content.chart.fields import Role
from k2bench.content.chart.reading import batches
from k2bench.content.chart.tally import Tally
from k2bench.content.chart.time_unit import TimeUnit
from k2bench.content.chart.values import moment, name_of, number
from k2bench.content.chart.wording import NO_PLACE
from k2bench.content.data import Pauses
from k2bench.content.rows import Rows

Key: TypeAlias = str | int | Decimal
MOST_TALLIES = 10_000  # told apart; rows of further places come under OTHER
OTHER = "Other"
NONE = "(none)"  # rows without a value in the column that tells series apart


class Groups:
    """What was gathered.

    Attributes:
        tallies: by the place on the X axis, then by series; OTHER is not among the places.
        other: of the places that came too late to be told apart, by series.
        skipped: rows left out, by the reason.
        unit: the finest unit that times are told apart by.
    """

    def __init__(self, role: Role, choice: Choice) -> None:
        self.tallies: dict[Key, dict[str, Tally]] = {}
        self.other: dict[str, Tally] = {}
        self.skipped: Counter[str] = Counter()
        self.unit = TimeUnit.SECOND
        self._needs_y = choice.needs_y
        self._grouped = choice.group is not None
        self._role = role
        self._count = 0

    def add(self, x: Any, y: Any, group: Any) -> None:
        """One row."""
        key = self._key(x)
        if key is None:
            self.skipped[NO_PLACE] += 1
            return
        value = number(y) if self._needs_y else 0
        if isinstance(value, str):
            self.skipped[value] += 1
            return
        series = (name_of(group) or NONE) if self._grouped else ""
        self._tally(key, series).add(value)

    def coarsen(self, unit: TimeUnit) -> Pauses[None]:
        """Tell times apart by a coarser unit from here on."""
        self.unit = unit
        finer, self.tallies, self._count = self.tallies, {}, 0
        while finer:  # taken out one by one: thousands take long to let go of at once
            key, by_series = finer.popitem()
            start = unit.floor(float(key))
            for series, tally in by_series.items():
                self._tally(start, series).merge(tally)
            if len(finer) % 500 == 0:
                yield

    def clear(self) -> Pauses[None]:
        """Let go of everything."""
        while self.tallies:
            self.tallies.popitem()
            if len(self.tallies) % 1000 == 0:
                yield

    def crowded(self) -> bool:
        """Whether there are so many times that a coarser unit must tell them apart."""
        times = self._role is Role.TIME and self.unit is not TimeUnit.YEAR
        return times and self._count > MOST_TALLIES // 2

    def _key(self, x: Any) -> Key | None:
        if self._role is Role.TIME:
            seconds = moment(x)
            return None if seconds is None else self.unit.floor(seconds)
        if self._role is Role.NUMBER:
            exact = number(x)
            return None if isinstance(exact, str) else exact
        return name_of(x)

    def _tally(self, key: Key, series: str) -> Tally:
        found = self.tallies.get(key)
        if found is None or series not in found:
            if self._count >= MOST_TALLIES:
                return self.other.setdefault(series if len(self.other) < 1000 else OTHER, Tally())
            self._count += 1
            found = self.tallies.setdefault(key, {})
            found[series] = Tally()
        return found[series]


def gathered(rows: Rows, choice: Choice, role: Role) -> Pauses[Groups]:
    """Gather all rows; `role` is that of the column on the X axis."""
    groups = Groups(role, choice)
    for values in batches(rows, (choice.x, choice.y if choice.needs_y else None, choice.group)):
        yield  # between decoding and adding: each takes a step
        for x, y, group in values:
            groups.add(x, y, group)
        yield
        while groups.crowded():
            yield from groups.coarsen(_coarser(groups.unit))
    return groups


def _coarser(unit: TimeUnit) -> TimeUnit:
    units = list(TimeUnit)
    return units[units.index(unit) + 1]
