"""How often values of one column fall into ranges of the same width."""

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from k2bench.content.chart.chart import Chart, Scale, Series, Undrawable
from k2bench.content.chart.choice import Choice
from k2bench.content.chart.reading import batches
from k2bench.content.chart.summary import summary_of
from k2bench.content.chart.ticks import nice_step
from k2bench.content.chart.values import number
from k2bench.content.chart.wording import figure, left_out
from k2bench.content.data import Pauses
from k2bench.content.rows import Rows

MOST_BINS = 80
SAMPLE = 4096  # values that tell how they spread
CHUNK = 8192


def histogram_chart(rows: Rows, choice: Choice) -> Pauses[Chart | Undrawable]:
    """Count the rows of each range of the X column's values."""
    name = choice.x or ""
    skipped: Counter[str] = Counter()
    values = array("d")
    whole = True
    for batch in batches(rows, (choice.x,)):
        yield
        for (value,) in batch:
            exact = number(value)
            if isinstance(exact, str):
                skipped[exact] += 1
            else:
                values.append(float(exact))
                whole = whole and values[-1].is_integer()
        yield
    notes = left_out(skipped, name, name)
    if not values:
        return Undrawable("No numbers to draw", " ".join(notes) or "There are no rows.")
    first, width = yield from _edges(values, whole)
    counts: Counter[int] = Counter()
    for start in range(0, len(values), CHUNK):
        counts.update(math.floor((v - first) / width) for v in values[start : start + CHUNK])
        yield
    places = range(min(counts), max(counts) + 1)
    xs = [first + (place + 0.5) * width for place in places]
    ys = [float(counts[place]) for place in places]
    notes.insert(0, f"Each bar is {figure(width)} wide and holds its lower end.")
    chart = Chart(
        choice.kind,
        f"Distribution of {name}",
        name,
        "Count of rows",
        Scale.NUMBER,
        (Series("", xs, ys),),
        width=width,
        notes=tuple(notes),
    )
    return summary_of(chart)


def _edges(values: Sequence[float], whole: bool) -> Pauses[tuple[float, float]]:
    """Where the first range starts, and how wide each is."""
    low, high = values[0], values[0]
    for start in range(0, len(values), 4 * CHUNK):
        part = values[start : start + 4 * CHUNK]
        low, high = min(low, min(part)), max(high, max(part))
        yield
    if low == high:
        return low - 0.5, 1.0
    width = bin_width(sorted(values[:: len(values) // SAMPLE + 1]), len(values), high - low)
    step = nice_step(max(width / 2, (high - low) / MOST_BINS))  # round, and not much wider
    if whole:
        step = max(step, Decimal(1))
    wide = float(step)
    return math.floor(low / wide) * wide, wide


def bin_width(sample: Sequence[float], count: int, reach: float) -> float:
    """The width by Freedman and Diaconis; by Sturges where half of all values are the same.

    Args:
        sample: some of the values, ascending.
        count: of all values.
        reach: from the least to the most.
    """
    spread = sample[len(sample) * 3 // 4] - sample[len(sample) // 4]
    if spread > 0:
        return max(2 * spread / math.cbrt(count), reach / MOST_BINS)
    return reach / (math.log2(count) + 1)
