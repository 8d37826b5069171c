import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Comparison, Condition, condition
from k2bench.apis.odata.querying.fields import Field
from k2bench.ui.request.query.operators import (
    NULL,
    Operator,
    first_literal,
    operator_of,
    operators_for,
)


def words(field: Field | None, type_name: str, dialect: Dialect = Dialect.V4) -> list[str]:
    return [each.words for each in operators_for(field, type_name, dialect)]


def test_each_type_has_its_operators() -> None:
    text = words(Field("Name", "Edm.String"), "Edm.String")
    assert text[0] == "equals"
    assert {"contains", "not: contains", "is null", "is not null", "is one of"} <= set(text)
    number = words(Field("ID", "Edm.Int64", nullable=False), "Edm.Int64")
    assert "at least" in number
    assert "contains" not in number
    assert "is null" not in number
    assert "is one of" not in words(None, "", Dialect.V3)


@pytest.mark.parametrize(
    ("shown", "operator"),
    [
        (condition("A", Comparison.EQ, (NULL,)), Operator(Comparison.EQ, null=True)),
        (condition("A", Comparison.NE, (NULL,)), Operator(Comparison.NE, null=True)),
        (condition("A", Comparison.GT, ("1",)), Operator(Comparison.GT)),
        (
            condition("A", Comparison.CONTAINS, ("'a'",), negated=True),
            Operator(Comparison.CONTAINS, negated=True),
        ),
    ],
)
def test_what_a_condition_asks(shown: Condition, operator: Operator) -> None:
    assert operator_of(shown) == operator


@pytest.mark.parametrize(
    ("type_name", "members", "dialect", "text"),
    [
        ("Edm.Int64", (), Dialect.V4, "0"),
        ("Edm.Int64", (), Dialect.V3, "0L"),
        ("Edm.String", (), Dialect.V4, "''"),
        ("", (), Dialect.V4, "''"),
        ("Edm.Boolean", (), Dialect.V4, "true"),
        ("Shop.Colour", ("Red",), Dialect.V4, "Shop.Colour'Red'"),
        ("Edm.Binary", (), Dialect.V4, NULL),
    ],
)
def test_a_value_to_begin_with(
    type_name: str, members: tuple[str, ...], dialect: Dialect, text: str
) -> None:
    assert first_literal(type_name, members, dialect) == text
    assert first_literal("Edm.DateTimeOffset", (), Dialect.V4).endswith("T00:00:00Z")
