"""From rows and a choice to a chart: the one entrance for who draws."""

from k2bench.content.chart.chart import Chart, Undrawable
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from k2bench.content.chart.fields import Field
from k2bench.content.chart.grouped import grouped_chart
from k2bench.content.chart.histogram import histogram_chart
from k2bench.content.chart.points import points_chart
from k2bench.content.data import Pauses
from k2bench.content.rows import Rows

NO_NUMBERS = Undrawable(
    "No column of numbers",
    "This chart needs one. A bar chart with “Count of rows” works with any column.",
)
NO_COLUMNS = Undrawable("No columns to draw", "The rows hold only nested values.")


def draw(rows: Rows, fields: tuple[Field, ...], choice: Choice) -> Pauses[Chart | Undrawable]:
    """The chart that was chosen, or why there is none. `choice` is one that fits the fields."""
    x = next((field for field in fields if field.name == choice.x), None)
    if x is None or (choice.needs_y and choice.y is None):
        return NO_NUMBERS if fields else NO_COLUMNS
    if choice.kind is ChartKind.HISTOGRAM:
        return (yield from histogram_chart(rows, choice))
    if choice.aggregate is Aggregate.EACH:
        return (yield from points_chart(rows, choice, x.role))
    return (yield from grouped_chart(rows, choice, x.role))
