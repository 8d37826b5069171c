import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.expression.parser import RuleName
from k2bench.apis.odata.querying.scope import OPTIONS, is_collection, scope_at, type_at
from tests.apis.odata.querying.services import PRODUCT, index

INDEX = index()
RULES: list[RuleName] = ["filter", "orderby", "select", "expand"]


@pytest.mark.parametrize(
    ("rule", "before", "inside", "type_name", "variables"),
    [
        ("filter", "", "filter", PRODUCT, {}),
        ("filter", "(contains(Name,')') and ", "filter", PRODUCT, {}),
        ("filter", "Items/any(i:", "filter", PRODUCT, {"i": "n.Item"}),
        ("filter", "Items/any( i : i/Product/Tags/all(t:", "filter", PRODUCT, {"i": "n.Item"}),
        ("filter", "Items/any(i:i/ID eq 5) and ", "filter", PRODUCT, {}),
        ("filter", "Items/$count($filter=", "filter", "n.Item", {}),
        ("filter", "Items/$count(", OPTIONS, "n.Item", {}),
        ("expand", "Supplier(", OPTIONS, "n.Supplier", {}),
        ("expand", "Supplier($select=", "select", "n.Supplier", {}),
        ("expand", "Supplier(filter=x eq ';';", OPTIONS, "n.Supplier", {}),
        ("expand", "Supplier($filter=(Name) eq 5;$orderby=", "orderby", "n.Supplier", {}),
        ("expand", "Supplier($expand=Products($expand=Items(", OPTIONS, "n.Item", {}),
        ("expand", "Supplier($top=5),Items/$ref(", OPTIONS, "n.Item", {}),
        ("expand", "Supplier($top=5),", "expand", PRODUCT, {}),
        ("expand", "n.Gadget/Items(", OPTIONS, "n.Item", {}),
        ("expand", "Gone(", OPTIONS, "", {}),
        ("select", "Supplier($select=", "select", "n.Supplier", {}),
        ("filter", "a))", "filter", PRODUCT, {}),
    ],
)
def test_a_place_is_about_some_rows(
    rule: RuleName, before: str, inside: str, type_name: str, variables: dict[str, str]
) -> None:
    found = scope_at(rule, before, INDEX, PRODUCT)
    assert (found.rule, found.type) == (inside, type_name)
    assert variables.items() <= found.variables.items()
    assert len(found.variables) == before.count(":") - before.count("5) and")


def test_paths_begin_at_rows_and_variables() -> None:
    found = scope_at("filter", "Items/any(i:i/Product/Tags/all(t:", INDEX, PRODUCT)
    assert type_at(found, INDEX, "i/Product/Supplier") == "n.Supplier"
    assert type_at(found, INDEX, "t") == "Edm.String"
    assert type_at(found, INDEX, "$it/Price") == "Edm.Decimal"
    assert type_at(found, INDEX, "Gone/Name") == ""
    assert is_collection(found, INDEX, "i/Product/Items")
    assert not is_collection(found, INDEX, "i/Product")
    assert not is_collection(found, INDEX, "i")
    nested = scope_at("expand", "Items($filter=", INDEX, PRODUCT)
    assert type_at(nested, INDEX, "$it/Supplier") == "n.Supplier"
    assert type_at(nested, INDEX, "$this/Product") == PRODUCT


@given(st.text("Items/any(:;)$filter='\" ", max_size=40), st.sampled_from(RULES))
def test_whatever_is_typed_is_about_something(text: str, rule: RuleName) -> None:
    assert scope_at(rule, text, INDEX, PRODUCT).row == PRODUCT
