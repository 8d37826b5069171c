"""A chart of single rows: scattered, or joined by a line in the order of the X axis."""

from array import array
from collections import Counter
from collections.abc import Callable
from typing import Any

from k2bench.content.chart.chart import Chart, Scale, Series, Undrawable
from k2bench.content.chart.choice import ChartKind, Choice
from k2bench.content.chart.fields import Role
from k2bench.content.chart.grouped import MOST_SERIES
from k2bench.content.chart.grouping import NONE, OTHER
from k2bench.content.chart.reading import batches
from k2bench.content.chart.summary import summary_of
from k2bench.content.chart.thinning import thinned_line, thinned_scatter
from k2bench.content.chart.values import moment, name_of, number
from k2bench.content.chart.wording import NO_PLACE, left_out
from k2bench.content.data import Pauses
from k2bench.content.rows import Rows

MOST_NAMES = 1000  # series told apart while reading


class Points:
    """The points of one series: 16 bytes each."""

    def __init__(self) -> None:
        self.xs = array("d")
        self.ys = array("d")

    def __len__(self) -> int:
        return len(self.xs)

    def extend(self, other: "Points") -> None:
        """All the points of another one."""
        self.xs.extend(other.xs)
        self.ys.extend(other.ys)


def points_chart(rows: Rows, choice: Choice, role: Role) -> Pauses[Chart | Undrawable]:
    """Draw each row as a point. `role` is that of the X column."""
    skipped: Counter[str] = Counter()
    found = yield from _read(rows, choice, role, skipped)
    notes = left_out(skipped, choice.x or "", choice.y or "")
    if not found:
        return Undrawable("Nothing to draw", " ".join(notes) or "There are no rows.")
    all_points = sum(map(len, found.values()))
    by_name = yield from _fewest(found, notes)
    thin = thinned_line if choice.kind is ChartKind.LINE else thinned_scatter
    series = []
    for name, points in by_name.items():
        xs, ys = yield from thin(points.xs, points.ys, len(by_name))
        series.append(Series(name, xs, ys))
    drawn = sum(len(each.xs) for each in series)
    if drawn < all_points:
        notes.append(_thinned_note(choice.kind, drawn, all_points))
    chart = Chart(
        choice.kind,
        f"{choice.y} by {choice.x}" + (f" and {choice.group}" if choice.group is not None else ""),
        choice.x or "",
        choice.y or "",
        Scale.TIME if role is Role.TIME else Scale.NUMBER,
        tuple(series),
        notes=tuple(notes),
    )
    return summary_of(chart, all_points)


def _read(
    rows: Rows, choice: Choice, role: Role, skipped: Counter[str]
) -> Pauses[dict[str, Points]]:
    found: dict[str, Points] = {}
    place: Callable[[Any], float | None] = moment if role is Role.TIME else _place
    for values in batches(rows, (choice.x, choice.y, choice.group)):
        yield
        for x, y, group in values:
            at, value = place(x), number(y)
            if at is None:
                skipped[NO_PLACE] += 1
            elif isinstance(value, str):
                skipped[value] += 1
            else:
                points = _points(
                    found, (name_of(group) or NONE) if choice.group is not None else ""
                )
                points.xs.append(at)
                points.ys.append(float(value))
        yield
    return found


def _points(found: dict[str, Points], name: str) -> Points:
    if name not in found:
        name = name if len(found) < MOST_NAMES else OTHER
        return found.setdefault(name, Points())
    return found[name]


def _place(value: Any) -> float | None:
    exact = number(value)
    return None if isinstance(exact, str) else float(exact)


def _fewest(found: dict[str, Points], notes: list[str]) -> Pauses[dict[str, Points]]:
    """The series in the order of their names, the smallest put together."""
    names = sorted(found, key=lambda name: (name == OTHER, name.casefold()))
    if len(names) <= MOST_SERIES:
        return {name: found[name] for name in names}
    by_size = sorted(names, key=lambda name: -len(found[name]))
    kept = set(by_size[: MOST_SERIES - 1]) - {OTHER}
    rest = Points()
    for name in set(names) - kept:
        rest.extend(found[name])
        yield
    notes.append(f"The {len(names) - len(kept):,} smallest series are drawn as “{OTHER}”.")
    return {name: found[name] for name in names if name in kept} | {OTHER: rest}


def _thinned_note(kind: ChartKind, drawn: int, total: int) -> str:
    if kind is ChartKind.LINE:
        how = "the least and the most of each stretch"
    else:
        how = "one of those that lie on each other"
    return f"{drawn:,} of {total:,} points are drawn: {how}."
