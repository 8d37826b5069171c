"""What each column of a table can be in a chart, judged by its type and by its first rows."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from k2bench.content.cell import row_values
from k2bench.content.chart.values import moment, number
from k2bench.content.columns import VALUE, Column, ColumnType
from k2bench.content.data import Pauses
from k2bench.content.json_text import loose_value
from k2bench.content.rows import Rows

LOOKED_AT = 100  # rows
ENOUGH = 1 << 16  # bytes of rows after which no more is looked at
WIDE = 200  # bytes of a value that is neither a number nor a date
_KEY = re.compile(r"(?:^|[a-z_ ])(?:ID|Id|Key|Code|No|Number)$|^(?:id|key|code|__id)$")


class Role(Enum):
    """How a column is placed on an axis."""

    NUMBER = "number"
    TIME = "time"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Field:
    """A column that can be drawn.

    Attributes:
        repeats: the first rows have half as many different values, or fewer.
        is_key: by its name it tells rows apart and measures nothing.
    """

    name: str
    role: Role
    repeats: bool = False
    is_key: bool = False


def fields_of(rows: Rows, columns: Sequence[Column]) -> Pauses[tuple[Field, ...]]:
    """The columns that a chart can show; nested ones it cannot."""
    seen: dict[str, list[bytes]] = defaultdict(list)
    size = 0
    for row in range(min(rows.count, LOOKED_AT)):
        raw = rows.row(row)
        values = row_values(raw) if len(raw) <= 4 * ENOUGH else {}
        for name, value in ({VALUE: raw} if values is None else values).items():
            if value != b"null":
                seen[name].append(value[:WIDE])
        size += len(raw)
        yield
        if size > ENOUGH:
            break
    return tuple(
        _field(column, seen[column.name])
        for column in columns
        if column.type is not ColumnType.NESTED
    )


def _field(column: Column, seen: list[bytes]) -> Field:
    role = _role(column.type, seen)
    repeats = 0 < len(set(seen)) <= len(seen) / 2
    return Field(column.name, role, repeats, bool(_KEY.search(column.name)))


def _role(kind: ColumnType, seen: list[bytes]) -> Role:
    if kind is ColumnType.NUMBER:
        return Role.NUMBER
    if kind in (ColumnType.BOOLEAN, ColumnType.EMPTY) or not seen:
        return Role.CATEGORY
    values = [loose_value(raw) for raw in seen]
    if kind is ColumnType.TIME and any(moment(value) is not None for value in values):
        return Role.TIME
    numbers = sum(not isinstance(number(value), str) for value in values)
    needed = len(values) if kind is ColumnType.TEXT else len(values) / 2
    return Role.NUMBER if numbers >= max(1.0, needed) else Role.CATEGORY
