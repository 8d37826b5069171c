"""The operators of a filter's row in words, and the literal that a new condition begins with."""

from dataclasses import dataclass

from PySide6.QtCore import QDate

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.json_values import NUMBERS
from k2bench.apis.odata.literals import literal
from k2bench.apis.odata.querying.comparisons import comparisons_for
from k2bench.apis.odata.querying.condition import FUNCTIONS, Comparison, Condition
from k2bench.apis.odata.querying.fields import Field

NULL = "null"
_WORDS = {
    Comparison.EQ: "equals",
    Comparison.NE: "is not",
    Comparison.GT: "greater than",
    Comparison.GE: "at least",
    Comparison.LT: "less than",
    Comparison.LE: "at most",
    Comparison.CONTAINS: "contains",
    Comparison.STARTSWITH: "starts with",
    Comparison.ENDSWITH: "ends with",
    Comparison.IN: "is one of",
    Comparison.HAS: "has",
}
_FIRST = {
    "Edm.Boolean": "true",
    "Edm.Guid": "00000000-0000-0000-0000-000000000000",
    "Edm.TimeOfDay": "12:00:00",
    "Edm.Duration": "P1D",
}


@dataclass(frozen=True, slots=True)
class Operator:
    """What a row may ask. `null`: whether there is a value at all; it takes none."""

    comparison: Comparison
    negated: bool = False
    null: bool = False

    @property
    def words(self) -> str:
        """For people."""
        if self.null:
            return "is null" if self.comparison is Comparison.EQ else "is not null"
        words = _WORDS[self.comparison]
        return f"not: {words}" if self.negated else words


def operator_of(condition: Condition) -> Operator:
    """What a condition asks."""
    null = condition.values == (NULL,) and condition.comparison in (Comparison.EQ, Comparison.NE)
    return Operator(condition.comparison, condition.negated, null and not condition.negated)


def operators_for(field: Field | None, type_name: str, dialect: Dialect) -> list[Operator]:
    """What can be asked of a field."""
    enumeration = field is not None and bool(field.members)
    found = comparisons_for(type_name or None, dialect, enumeration)
    made = [Operator(each) for each in found]
    made += [Operator(each, negated=True) for each in FUNCTIONS if each in found]
    if field is None or field.nullable:
        made += [Operator(each, null=True) for each in (Comparison.EQ, Comparison.NE)]
    return made


def first_literal(type_name: str, members: tuple[str, ...], dialect: Dialect) -> str:
    """A value to begin with."""
    today = QDate.currentDate().toString("yyyy-MM-dd")
    dates = {
        "Edm.Date": today,
        "Edm.DateTime": f"{today}T00:00:00",
        "Edm.DateTimeOffset": f"{today}T00:00:00Z",
    }
    if members:
        return literal(members[0], type_name, dialect)
    if type_name in NUMBERS:
        return literal("0", type_name, dialect)
    if type_name in ("", "Edm.String", "Edm.Untyped"):
        return "''"
    value = (dates | _FIRST).get(type_name)
    return NULL if value is None else literal(value, type_name, dialect)
