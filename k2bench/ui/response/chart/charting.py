"""What has to be known of a body before a chart of it can be chosen."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from k2bench.apis.view import TableView
from k2bench.content.chart.fields import Field, fields_of
from k2bench.content.data import Data
from k2bench.content.rows import Rows
from k2bench.content.table_reading import TableReading


@dataclass(frozen=True, slots=True)
class Chartable:
    """The rows of a body, None where it has none, and the columns that can be drawn."""

    rows: Rows | None
    fields: tuple[Field, ...] = ()


def chartable(
    data: Data, asked: TableView, load: Callable[[], Generator[Any, None, None]]
) -> Generator[Any, None, Chartable]:
    """Find the rows and their columns, and load what draws them."""
    reading = TableReading(data, asked.member, asked.types)
    yield from reading.read()
    table = reading.table
    if table is None:
        return Chartable(None)
    fields = yield from fields_of(table.rows, table.columns)
    yield from load()
    return Chartable(table.rows, fields)
