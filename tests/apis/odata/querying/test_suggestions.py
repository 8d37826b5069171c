import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from k2bench.apis.odata.expression.parser import RuleName
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.suggestions import Suggestion, suggestions
from tests.apis.odata.querying.filters import filters
from tests.apis.odata.querying.services import PRODUCT, index

INDEX = index()
RULES: list[RuleName] = ["filter", "orderby", "select", "expand"]


def at_end(rule: RuleName, text: str, known: Index | None = INDEX) -> list[str]:
    return [each.text for each in suggestions(rule, text, len(text), known, PRODUCT)]


@pytest.mark.parametrize(
    ("rule", "text", "first"),
    [
        ("filter", "", ["ID", "Name", "Price"]),
        ("filter", "Na", ["Name", "NaN"]),
        ("filter", "cont", ["contains("]),
        ("filter", "contains(Na", ["Name", "NaN"]),
        ("filter", "Name ", ["eq", "ne", "lt"]),
        ("filter", "Supplier/", ["ID", "CompanyName", "Since", "Products"]),
        ("filter", "Supplier/CN", ["CompanyName"]),
        ("filter", "Supplier/name", ["CompanyName"]),
        ("filter", "Items/", ["any(", "all("]),
        ("filter", "Items/any(i:", ["i", "ID"]),
        ("filter", "Items/any(i:i/", ["ID", "Amount", "Product"]),
        ("filter", "Items/any(i:i/Product/Pl", ["Place", "Places"]),
        ("filter", "Price gt {{least}} and Na", ["Name", "NaN"]),
        ("filter", "Color eq ", ["n.Color'Red'", "n.Color'Green'"]),
        ("filter", "Color eq gre", ["n.Color'Green'"]),
        ("filter", "Color has ", ["n.Color'Red'", "n.Color'Green'"]),
        ("filter", "Color in (n.Color'Red',", ["n.Color'Red'", "n.Color'Green'"]),
        ("filter", "Color eq n.Color'", ["Red", "Green"]),
        ("filter", "Color eq n.Color'Red,G", ["Green"]),
        ("filter", "Active eq ", ["true", "false"]),
        ("filter", "n.Gadget/V", ["Volts"]),
        ("orderby", "Name ", ["asc", "desc"]),
        ("orderby", "Pri", ["Price"]),
        ("select", "", ["ID", "Name"]),
        ("select", "ID,Na", ["Name"]),
        ("select", "Place/", ["Town", "Near", "Keeper"]),
        ("expand", "", ["Supplier", "Items", "Place", "Places"]),
        ("expand", "Supplier(", ["$filter=", "$search="]),
        ("expand", "Supplier($sel", ["$select="]),
        ("expand", "Supplier($select=C", ["CompanyName"]),
        ("expand", "Supplier($expand=Pr", ["Products"]),
        ("expand", "Items($filter=Am", ["Amount"]),
        ("expand", "Items($count=", ["true", "false"]),
    ],
)
def test_the_best_comes_first(rule: RuleName, text: str, first: list[str]) -> None:
    assert at_end(rule, text)[: len(first)] == first


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("filter", "Name eq 'Na"),
        ("filter", "Name eq eq Na"),
        ("filter", "Gone/"),
        ("filter", "Name/Na"),
        ("expand", "Items($top="),
        ("select", "xyz"),
    ],
)
def test_there_is_nothing_to_suggest(rule: RuleName, text: str) -> None:
    assert at_end(rule, text) == []


def test_a_collection_has_no_properties_and_a_value_no_rows() -> None:
    assert "Amount" not in at_end("filter", "Items/")
    assert "any(" not in at_end("filter", "Supplier/")


def test_a_suggestion_says_where_it_goes_and_what_it_is() -> None:
    found = suggestions("filter", "Supplier/Com eq 'x'", 12, INDEX, PRODUCT)
    assert found == (Suggestion("CompanyName", 9, "Edm.String"),)


def test_derived_types_come_last() -> None:
    assert at_end("filter", "")[-1] == "n.Gadget"


def test_without_metadata_there_are_the_words_of_odata() -> None:
    assert at_end("filter", "startsw", None) == ["startswith("]
    assert at_end("filter", "Name ", None)[:2] == ["eq", "ne"]


def test_odata_3_has_words_of_its_own() -> None:
    older = Index(replace(INDEX.metadata, version="3.0"))
    assert at_end("filter", "substr", older) == ["substring(", "substringof("]
    assert "contains(" not in at_end("filter", "", older)
    assert "has" not in at_end("filter", "Name ", older)
    assert at_end("filter", "ID eq 5L and Na", older)[0] == "Name"


def test_a_long_word_is_no_trap() -> None:
    for text in ("a" * 100_000, "'" + "a" * 100_000, "a eq '" + "b." * 50_000):
        suggestions("filter", text, len(text), INDEX, PRODUCT)


@given(filters, st.data(), st.sampled_from(RULES))
def test_no_place_is_a_trap(text: str, data: st.DataObject, rule: RuleName) -> None:
    position = data.draw(st.integers(0, len(text)))
    for each in suggestions(rule, text, position, INDEX, PRODUCT):
        assert 0 <= each.start <= position
