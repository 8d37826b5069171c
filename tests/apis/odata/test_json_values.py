import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.json_values import json_value
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import TypeRef
from k2bench.core.problem import WorkbenchError
from tests.apis.odata.catalogues import index
from tests.apis.odata.metadata.reader import read, sample

INDEX = index()


def value(text: str | None, name: str, collection: bool = False, of: Index = INDEX) -> str:
    return json_value(text, TypeRef(name, collection), of)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (None, "Edm.Int64", "null"),
        ("9007199254740993", "Edm.Int64", "9007199254740993"),
        (" +007 ", "Edm.Int32", "7"),
        ("1.10", "Edm.Decimal", "1.10"),
        ("-00.5", "Edm.Decimal", "-0.5"),
        ("12", "n.Money", "12"),
        ("NaN", "Edm.Double", '"NaN"'),
        ("TRUE", "Edm.Boolean", "true"),
        ("", "Edm.String", '""'),
        (' "Größe" ', "Edm.String", '" \\"Größe\\" "'),
        ("2024-12-31", "Edm.Date", '"2024-12-31"'),
        ("T0RhdGE=", "Edm.Binary", '"T0RhdGE="'),
        ("Open", "n.State", '"Open"'),
        (' {"Town": "Bonn"} ', "n.Place", '{"Town": "Bonn"}'),
        ("[1]", "n.Unknown", "[1]"),
    ],
)
def test_values_by_type(text: str | None, name: str, found: str) -> None:
    assert value(text, name) == found
    json.loads(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("twelve", "Edm.Int32"),
        ("2147483648", "Edm.Int32"),
        ("31.12.2024", "Edm.Date"),
        ("yes", "Edm.Boolean"),
        ("Bonn", "n.Place"),
        ("", "Edm.Guid"),
        ("not a member!", "n.State"),
        ("[" * 5000, "n.Place"),
    ],
)
def test_what_is_no_value_is_said(text: str, name: str) -> None:
    with pytest.raises(WorkbenchError):
        value(text, name)


def test_lists_are_typed_as_json() -> None:
    assert value('["a"]', "Edm.String", collection=True) == '["a"]'
    with pytest.raises(WorkbenchError) as raised:
        value('"a"', "Edm.String", collection=True)
    assert "is a list" in raised.value.problem.title


def test_odata_3_has_large_numbers_as_texts() -> None:
    older = Index(read(sample("older.xml")))
    assert value("5", "Edm.Int64", of=older) == '"5"'
    assert value("5", "Edm.Int32", of=older) == "5"


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_keeps_its_value(number: Decimal) -> None:
    text = f"{number:f}"
    assert json.loads(value(text, "Edm.Decimal"), parse_float=Decimal, parse_int=Decimal) == number
