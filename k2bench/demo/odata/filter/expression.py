"""A typed piece of a filter: what it means to OData, and the SQL that computes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.model import Edm, Property


class Kind(Enum):
    """The type of an expression. Its value is the name for error messages.

    How SQL holds it: BOOLEAN 0 or 1, INTEGER an integer, DECIMAL canonical digits as text (no
    exponent, no zeros at the end), DURATION ticks, all others their OData text.
    """

    BOOLEAN = "Edm.Boolean"
    INTEGER = "Edm.Int64"
    DECIMAL = "Edm.Decimal"
    STRING = "Edm.String"
    GUID = "Edm.Guid"
    DATE = "Edm.Date"
    TIME_OF_DAY = "Edm.TimeOfDay"
    INSTANT = "Edm.DateTimeOffset"
    DURATION = "Edm.Duration"
    NULL = "null"


NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})

_KINDS = {
    Edm.STRING: Kind.STRING,
    Edm.INT32: Kind.INTEGER,
    Edm.INT64: Kind.INTEGER,
    Edm.DECIMAL: Kind.DECIMAL,
    Edm.BOOLEAN: Kind.BOOLEAN,
    Edm.GUID: Kind.GUID,
    Edm.DATE: Kind.DATE,
    Edm.TIME_OF_DAY: Kind.TIME_OF_DAY,
    Edm.DATE_TIME_OFFSET: Kind.INSTANT,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """A value of some kind.

    Attributes:
        value: Computes it, in the form its kind says.
        sort_key: Computes what to compare points in time by: UTC ticks.
        nullable: Whether it may be null.
    """

    kind: Kind
    value: Clause
    nullable: bool = True
    sort_key: Clause | None = None

    @property
    def comparable(self) -> Clause:
        """Computes what `<` and `=` of SQLite order rightly (decimals: `=` only)."""
        if self.kind is not Kind.INSTANT:
            return self.value
        return self.sort_key or Clause.call("k2_instant_ticks", self.value)

    @property
    def digits(self) -> Clause:
        """Computes the canonical digits of a number of either kind."""
        if self.kind is Kind.INTEGER:
            return Clause.compose("CAST({} AS TEXT)", self.value)
        return self.value


NULL = Expression(Kind.NULL, Clause("NULL"))


def property_expression(prop: Property) -> Expression:
    """The value of a property."""
    column = Clause(prop.column)
    if prop.type is Edm.DECIMAL:
        column = Clause(f"k2_decimal({prop.column}, {prop.scale})")
    sort_key = Clause(prop.order_column) if prop.type is Edm.DATE_TIME_OFFSET else None
    return Expression(_KINDS[prop.type], column, prop.nullable, sort_key)
