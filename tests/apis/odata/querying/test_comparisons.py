import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.comparisons import comparisons_for
from k2bench.apis.odata.querying.condition import Comparison


@pytest.mark.parametrize(
    ("type_name", "fits", "fits_not"),
    [
        ("Edm.String", Comparison.CONTAINS, Comparison.HAS),
        (None, Comparison.CONTAINS, Comparison.HAS),
        ("Edm.Int64", Comparison.GE, Comparison.CONTAINS),
        ("Edm.DateTimeOffset", Comparison.LT, Comparison.STARTSWITH),
        ("Edm.Guid", Comparison.IN, Comparison.GT),
        ("Edm.Boolean", Comparison.NE, Comparison.GT),
        ("Edm.Binary", Comparison.EQ, Comparison.IN),
    ],
)
def test_operators_fit_the_type(
    type_name: str | None, fits: Comparison, fits_not: Comparison
) -> None:
    found = comparisons_for(type_name)
    assert found[0] is Comparison.EQ
    assert fits in found
    assert fits_not not in found


def test_an_enumeration_has_members() -> None:
    assert Comparison.HAS in comparisons_for("n.State", enumeration=True)


@pytest.mark.parametrize("type_name", [None, "Edm.Int32", "Edm.Guid"])
def test_odata_3_knows_neither_in_nor_has(type_name: str | None) -> None:
    found = comparisons_for(type_name, Dialect.V3)
    assert Comparison.EQ in found
    assert not {Comparison.IN, Comparison.HAS} & set(found)
