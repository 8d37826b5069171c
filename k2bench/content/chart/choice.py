"""What a person chose to see: a kind of chart, columns, and how values are put together."""

from dataclasses import dataclass, replace
from enum import Enum

from k2bench.content.chart.fields import Field, Role


class ChartKind(Enum):
    """The value is what the control says."""

    BAR = "Bar"
    LINE = "Line"
    SCATTER = "Scatter"
    HISTOGRAM = "Histogram"


class Aggregate(Enum):
    """How the rows of one place on the X axis become one figure. EACH: they do not."""

    SUM = "Sum"
    MEAN = "Mean"
    COUNT = "Count of rows"
    LEAST = "Minimum"
    MOST = "Maximum"
    EACH = "Each row"


_GROUPED = tuple(aggregate for aggregate in Aggregate if aggregate is not Aggregate.EACH)
_AGGREGATES = {
    ChartKind.BAR: _GROUPED,
    ChartKind.LINE: tuple(Aggregate),
    ChartKind.SCATTER: (Aggregate.EACH,),
    ChartKind.HISTOGRAM: (Aggregate.COUNT,),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Columns by their names; None where none is chosen (a name may be empty)."""

    kind: ChartKind = ChartKind.BAR
    x: str | None = None
    y: str | None = None
    group: str | None = None
    aggregate: Aggregate = Aggregate.SUM

    @property
    def needs_y(self) -> bool:
        """Whether a column of numbers is drawn, and not only how many rows there are."""
        return self.kind is not ChartKind.HISTOGRAM and self.aggregate is not Aggregate.COUNT

    @property
    def aggregates(self) -> tuple[Aggregate, ...]:
        """Those that this kind of chart can have."""
        return _AGGREGATES[self.kind]


def x_fields(fields: tuple[Field, ...], choice: Choice) -> tuple[Field, ...]:
    """The columns that can be the X axis."""
    if choice.kind is ChartKind.HISTOGRAM:
        return y_fields(fields)
    if choice.aggregate is Aggregate.EACH:
        return tuple(field for field in fields if field.role is not Role.CATEGORY)
    return fields


def y_fields(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The columns that can be the Y axis."""
    return tuple(field for field in fields if field.role is Role.NUMBER)


def group_fields(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The columns that can tell series apart."""
    return tuple(field for field in fields if field.role is not Role.TIME)


def fitted(choice: Choice, fields: tuple[Field, ...]) -> Choice:
    """The choice with what is impossible replaced by what is most likely wanted."""
    if choice.aggregate not in choice.aggregates:
        choice = replace(choice, aggregate=choice.aggregates[0])
    numbers = y_fields(fields)
    if not numbers and choice.kind is ChartKind.BAR:
        choice = replace(choice, aggregate=Aggregate.COUNT)
    y = choice.y if _holds(numbers, choice.y) else _likely_y(numbers)
    xs = x_fields(fields, choice)
    x = choice.x if _holds(xs, choice.x) else _likely_x(xs, y, choice)
    group = choice.group if _holds(group_fields(fields), choice.group) else None
    if choice.kind is ChartKind.HISTOGRAM:
        group = None
    return replace(choice, x=x, y=y, group=group)


def _holds(fields: tuple[Field, ...], name: str | None) -> bool:
    return any(field.name == name for field in fields)


def _likely_y(numbers: tuple[Field, ...]) -> str | None:
    """The first that measures something; keys and codes are numbers, too."""
    found = next((field for field in numbers if not field.is_key), None)
    found = found or next(iter(numbers), None)
    return found.name if found else None


def _likely_x(fields: tuple[Field, ...], y: str | None, choice: Choice) -> str | None:
    """The first that many rows share, dates first for a line."""
    if choice.kind is ChartKind.HISTOGRAM:
        return y
    others = [field for field in fields if field.name != y] or list(fields)
    return min(others, key=lambda field: _distance(field, choice)).name if others else None


def _distance(field: Field, choice: Choice) -> tuple[bool, bool, bool, bool]:
    number = field.role is Role.NUMBER
    dated = choice.kind is not ChartKind.LINE or field.role is Role.TIME
    if choice.aggregate is Aggregate.EACH:
        return (not dated, field.is_key, False, False)
    return (not dated, number, field.role is Role.CATEGORY and not field.repeats, field.is_key)
