from __future__ import annotations

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.filter.expression import Expression, Kind, property_expression
from k2bench.demo.odata.model import Edm, Property


def test_a_property_is_computed_in_the_form_of_its_kind() -> None:
    amount = property_expression(Property("Amount", Edm.DECIMAL, scale=2))
    assert (amount.kind, amount.value.sql) == (Kind.DECIMAL, 'k2_decimal("Amount", 2)')
    when = property_expression(Property("When", Edm.DATE_TIME_OFFSET, nullable=False))
    assert (when.value.sql, when.comparable.sql) == ('"When"', '"When__utc"')
    assert not when.nullable


def test_comparable_forms() -> None:
    computed = Expression(Kind.INSTANT, Clause("x"))
    assert computed.comparable.sql == "k2_instant_ticks(x)"
    assert Expression(Kind.INTEGER, Clause("n")).digits.sql == "CAST(n AS TEXT)"
