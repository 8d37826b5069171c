"""`$orderby`: the terms a result is sorted by, and the condition "after this row"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from k2bench.demo.odata.clause import Clause, Value
from k2bench.demo.odata.errors import bad_request, not_supported
from k2bench.demo.odata.model import Property, SmartObject


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """One property to sort by."""

    property: Property
    descending: bool = False

    def sql(self) -> str:
        """The term of ORDER BY. SQLite puts nulls first ascending, last descending, as OData."""
        return self.property.order_column + (" DESC" if self.descending else "")


def parse_orderby(text: str, smartobject: SmartObject) -> tuple[OrderTerm, ...]:
    """Reads `$orderby`; the key comes last, so that the order is total.

    Args:
        text: The option's value; empty for key order.
        smartobject: Whose properties are meant.

    Raises:
        ODataError: 400 for an unknown property or a malformed term, 501 for an expression.
    """
    terms = [_parse_term(part, smartobject) for part in text.split(",")] if text.strip() else []
    unique = {term.property.name: term for term in reversed(terms)}
    ordered = [term for term in terms if unique[term.property.name] is term]
    if smartobject.key not in unique:
        ordered.append(OrderTerm(smartobject.key_property))
    return tuple(ordered)


def _parse_term(text: str, smartobject: SmartObject) -> OrderTerm:
    if "(" in text or "/" in text:
        raise not_supported("Expressions in $orderby are not implemented.")
    name, *direction = text.split()[:3] or [""]
    if direction not in ([], ["asc"], ["desc"]):
        raise bad_request(f"Syntax error in $orderby at '{text.strip()}'.")
    try:
        return OrderTerm(smartobject.find(name), direction == ["desc"])
    except KeyError:
        raise bad_request(
            f"Could not find a property named '{name}' on type '{smartobject.name}'."
        ) from None


def after(terms: Sequence[OrderTerm], values: Sequence[Value]) -> Clause:
    """The condition that holds for the rows that come after the row with these values.

    Raises:
        ODataError: 400 when the values cannot be those of these terms.
    """
    if len(values) != len(terms) or not all(map(_can_be, terms, values)):
        raise bad_request("The $skiptoken does not belong to this $orderby.")
    alternatives: list[str] = []
    parameters: list[Value] = []
    for position, (term, value) in enumerate(zip(terms, values, strict=True)):
        beyond = _beyond(term, value)
        if beyond is None:
            continue
        ties = [f"{tie.property.order_column} IS ?" for tie in terms[:position]]
        alternatives.append(" AND ".join([*ties, beyond.sql]))
        parameters += [*values[:position], *beyond.parameters]
    return Clause(" OR ".join(f"({text})" for text in alternatives) or "0", tuple(parameters))


def _can_be(term: OrderTerm, value: Value) -> bool:
    """Whether the column that a term sorts by can hold this value."""
    if value is None:
        return term.property.nullable
    return isinstance(value, str) is term.property.orders_as_text


def _beyond(term: OrderTerm, value: Value) -> Clause | None:
    """The condition "sorts after `value`" for one term; None when nothing does."""
    column = term.property.order_column
    if term.descending:
        null_too = f" OR {column} IS NULL" if term.property.nullable else ""
        return None if value is None else Clause(f"({column} < ?{null_too})", (value,))
    if value is None:
        return Clause(f"{column} IS NOT NULL")
    return Clause(f"{column} > ?", (value,))
