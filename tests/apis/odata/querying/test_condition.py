import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import (
    Comparison,
    Condition,
    Quantifier,
    Within,
    condition,
    with_values,
)
from k2bench.apis.odata.querying.filter_parts import read

ALL = Within("Items", Quantifier.ALL, "i")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (condition("A", Comparison.EQ, ("5",)), "A eq 5"),
        (condition("A", Comparison.EQ, ("5",), negated=True), "not (A eq 5)"),
        (condition("A", Comparison.CONTAINS, ("'x'",)), "contains(A,'x')"),
        (condition("A", Comparison.CONTAINS, ("'x'",), negated=True), "not contains(A,'x')"),
        (condition("A/B", Comparison.IN, ("1", "2")), "A/B in (1,2)"),
        (condition("A", Comparison.HAS, ("N.E'R'",)), "A has N.E'R'"),
        (condition("P", Comparison.GT, ("5",), within=ALL), "Items/all(i:i/P gt 5)"),
        (condition("", Comparison.EQ, ("5",), within=ALL), "Items/all(i:i eq 5)"),
        (
            condition("", Comparison.EQ, ("5",), within=Within("T", negated=True)),
            "not T/any(x:x eq 5)",
        ),
    ],
)
def test_a_condition_is_written_and_read_again(made: Condition, text: str) -> None:
    assert made.text == text
    found = read(text)
    assert found is not None
    assert found.parts == (made,)


def test_an_operator_takes_as_many_values_as_it_has() -> None:
    assert condition("A", Comparison.EQ, ("1", "2")) == condition("A", Comparison.EQ, ("1",))
    assert condition("A", Comparison.GT, ()).text == "A gt null"


def test_odata_3_has_another_name_for_contains() -> None:
    made = condition("A", Comparison.CONTAINS, ("'x'",), dialect=Dialect.V3)
    assert made.text == "substringof('x',A)"
    found = read(made.text, Dialect.V3)
    assert found is not None
    assert found.parts == (made,)


@pytest.mark.parametrize(
    ("text", "values", "changed"),
    [
        ("( A  EQ 5 )", ("77",), "( A  EQ 77 )"),
        ("A in ( 1 ,2)", ("10", "20"), "A in ( 10 ,20)"),
        ("A in ( 1 ,2)", ("10",), "A in (10)"),
        ("Items/any( i : not (i/P gt 5) )", ("66",), "Items/any( i : not (i/P gt 66) )"),
    ],
)
def test_other_values_leave_the_rest_as_it_is_written(
    text: str, values: tuple[str, ...], changed: str
) -> None:
    found = read(text)
    assert found is not None
    (old,) = found.parts
    assert isinstance(old, Condition)
    new = with_values(old, values)
    assert (new.text, new.values) == (changed, values)
    again = read(changed)
    assert again is not None
    assert again.parts == (new,)
    assert with_values(with_values(old, values), old.values).values == old.values
