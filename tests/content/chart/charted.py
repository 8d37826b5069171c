"""Charts of rows given as Python values or as JSON text."""

import json
from collections.abc import Sequence
from typing import Any

from k2bench.content.chart.chart import Chart, Undrawable
from k2bench.content.chart.choice import Choice, fitted
from k2bench.content.chart.drawing import draw
from k2bench.content.chart.fields import Field, fields_of
from k2bench.content.json_members import at_once
from k2bench.content.table import Table
from k2bench.content.table_reading import TableReading


def table_of(rows: Sequence[Any] | str, types: dict[str, str] | None = None) -> Table:
    """A table, read whole."""
    text = rows if isinstance(rows, str) else json.dumps(rows)
    reading = TableReading(text.encode("utf-8", "surrogatepass"), "", types)
    at_once(reading.read())
    assert reading.table is not None
    return reading.table


def fields(rows: Sequence[Any] | str, types: dict[str, str] | None = None) -> dict[str, Field]:
    """What can be drawn, by name."""
    table = table_of(rows, types)
    return {field.name: field for field in at_once(fields_of(table.rows, table.columns))}


def charted(rows: Sequence[Any] | str, choice: Choice, fit: bool = True) -> Chart | Undrawable:
    """The chart of a choice."""
    table = table_of(rows)
    found = at_once(fields_of(table.rows, table.columns))
    return at_once(draw(table.rows, found, fitted(choice, found) if fit else choice))


def chart(rows: Sequence[Any] | str, choice: Choice) -> Chart:
    """The same where there must be one."""
    made = charted(rows, choice)
    assert isinstance(made, Chart), made
    return made


def bars(made: Chart, series: int = 0) -> dict[str, float]:
    """Names and figures of one series on a scale of names."""
    return dict(zip(made.categories, made.series[series].ys, strict=True))
