"""A chart of gathered rows: one bar, or one point of a line, for each place and series."""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from k2bench.content.chart.chart import Chart, Scale, Series, Undrawable
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from k2bench.content.chart.fields import Role
from k2bench.content.chart.grouping import MOST_TALLIES, OTHER, Groups, Key, gathered
from k2bench.content.chart.summary import summary_of
from k2bench.content.chart.tally import Tally
from k2bench.content.chart.thinning import thinned_line
from k2bench.content.chart.time_unit import unit_for
from k2bench.content.chart.values import Exact
from k2bench.content.chart.wording import figure, left_out, quoted
from k2bench.content.data import Pauses
from k2bench.content.ordering import sorted_indices
from k2bench.content.rows import Rows

MOST_BARS = 50  # the largest; the others become one
MOST_SERIES = 8  # as many as there are colours and marks
MOST_TIMES = {ChartKind.BAR: 60, ChartKind.LINE: 1000}
NOTHING = float("nan")


def grouped_chart(rows: Rows, choice: Choice, role: Role) -> Pauses[Chart | Undrawable]:
    """Draw what the rows of each place come to. `role` is that of the X column."""
    groups = yield from gathered(rows, choice, role)
    x, y = choice.x or "", choice.y or ""
    notes = left_out(groups.skipped, x, y)
    if not groups.tallies:
        return Undrawable("Nothing to draw", " ".join(notes) or "There are no rows.")
    if role is Role.TIME:
        yield from groups.coarsen(unit_for(map(int, groups.tallies), MOST_TIMES[choice.kind]))
    yield from _fewer_series(groups, notes)
    places = yield from _places(groups, choice, role, notes)
    names = _series_names(groups)
    scale = _scale(role, choice.kind)
    xs = _positions(groups, places, scale, choice.kind)
    series = []
    for name in names:
        ys = yield from _figures(groups, places, name, choice.aggregate)
        if choice.kind is ChartKind.LINE:
            line = yield from thinned_line(*_without_gaps(xs, ys), len(names))
            series.append(Series(name, *line))
        else:
            series.append(Series(name, xs, ys))
    chart = Chart(
        choice.kind,
        _title(choice),
        f"{x} (by {groups.unit.word})" if role is Role.TIME else x,
        _y_title(choice),
        scale,
        tuple(series),
        tuple(map(_name, places)) if scale is Scale.CATEGORY else (),
        float(groups.unit.seconds) if role is Role.TIME else 1.0,
        groups.unit if role is Role.TIME else None,
        tuple(notes),
    )
    yield from groups.clear()
    return summary_of(chart)


def _fewer_series(groups: Groups, notes: list[str]) -> Pauses[None]:
    """Put the smallest series together where there are too many to tell apart."""
    sizes: Counter[str] = Counter()
    for by_series in (*groups.tallies.values(), groups.other):
        for name, tally in by_series.items():
            sizes[name] += tally.count
    if len(sizes) <= MOST_SERIES:
        return
    kept = {name for name, _ in sizes.most_common(MOST_SERIES - 1)}
    notes.append(f"The {len(sizes) - len(kept):,} smallest series are drawn as “{OTHER}”.")
    yield
    for done, by_series in enumerate([*groups.tallies.values(), groups.other]):
        rest = Tally()
        for name in [name for name in by_series if name not in kept]:
            rest.merge(by_series.pop(name))
        if rest.count:
            by_series[OTHER] = rest
        if done % 200 == 199:
            yield


def _series_names(groups: Groups) -> list[str]:
    """In the order of their names; those put together come last."""
    names = {name for by_series in groups.tallies.values() for name in by_series}
    return sorted(names, key=lambda name: (name == OTHER, name.casefold()))


def _places(groups: Groups, choice: Choice, role: Role, notes: list[str]) -> Pauses[Sequence[Key]]:
    """The places on the X axis in their order; the smallest are put together."""
    if role is Role.TIME or (role is Role.NUMBER and choice.kind is ChartKind.LINE):
        if groups.other:
            notes.append(
                f"Only the first {MOST_TALLIES:,} different values are drawn. "
                f"Choose “{Aggregate.EACH.value}” to draw all."
            )
        places = list(groups.tallies)
        keys = [float(place) for place in places]
        yield
        order = yield from sorted_indices(range(len(places)), keys)
        return [places[i] for i in order]
    ranked = []
    for done, place in enumerate(groups.tallies):
        whole = _merged(groups.tallies[place])
        ranked.append((whole.value(choice.aggregate), -done, place))
        if done % 500 == 499:
            yield
    kept = [place for _, _, place in heapq.nlargest(MOST_BARS, ranked, key=lambda each: each[:2])]
    if role is Role.NUMBER:
        kept.sort(key=lambda place: place)
    yield
    rest = set(groups.tallies).difference(kept)
    if not rest and not groups.other:
        return kept
    return [*kept, (yield from _the_rest(groups, rest, choice, notes))]


def _the_rest(groups: Groups, rest: set[Key], choice: Choice, notes: list[str]) -> Pauses[Key]:
    together: dict[str, Tally] = dict(groups.other)
    for done, place in enumerate(rest):
        for name, tally in groups.tallies[place].items():
            together.setdefault(name, Tally()).merge(tally)
        if done % 500 == 499:
            yield
    more = "more than " if groups.other else ""
    label = f"{OTHER} ({len(rest):,}{'+' if groups.other else ''})"
    groups.tallies[label] = together
    notes.append(
        f"{quoted(choice.x or '')} has {more}{len(rest) + MOST_BARS:,} different values: the "
        f"{MOST_BARS} largest have a place of their own, the rest is “{label}”."
    )
    return label


def _merged(by_series: Mapping[str, Tally]) -> Tally:
    whole = Tally()
    for tally in by_series.values():
        whole.merge(tally)
    return whole


def _figures(
    groups: Groups, places: Sequence[Key], name: str, aggregate: Aggregate
) -> Pauses[list[float]]:
    """What each place of a series comes to."""
    ys = []
    for done, place in enumerate(places):
        tally = groups.tallies[place].get(name)
        ys.append(NOTHING if tally is None else float(tally.value(aggregate)))
        if done % 2000 == 1999:
            yield
    yield
    return ys


def _scale(role: Role, kind: ChartKind) -> Scale:
    if role is Role.TIME:
        return Scale.TIME
    return Scale.NUMBER if role is Role.NUMBER and kind is ChartKind.LINE else Scale.CATEGORY


def _positions(groups: Groups, places: Sequence[Key], scale: Scale, kind: ChartKind) -> list[float]:
    if scale is Scale.CATEGORY:
        return [float(i) for i in range(len(places))]
    middle = groups.unit.seconds / 2 if scale is Scale.TIME and kind is ChartKind.BAR else 0.0
    return [float(place) + middle for place in places]


def _without_gaps(xs: list[float], ys: list[float]) -> tuple[list[float], list[float]]:
    """A line goes from one known point to the next."""
    known = [(x, y) for x, y in zip(xs, ys, strict=True) if y == y]
    return [x for x, _ in known], [y for _, y in known]


def _name(place: Key) -> str:
    return place if isinstance(place, str) else _number(place)


def _number(place: Exact) -> str:
    return figure(float(place))


def _title(choice: Choice) -> str:
    by = f"{choice.x} and {choice.group}" if choice.group is not None else choice.x
    return f"{_y_title(choice)} by {by}"


def _y_title(choice: Choice) -> str:
    if choice.aggregate is Aggregate.COUNT:
        return Aggregate.COUNT.value
    return f"{choice.aggregate.value} of {choice.y}"
