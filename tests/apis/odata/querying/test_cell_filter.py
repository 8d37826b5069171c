import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literals import value_of
from k2bench.apis.odata.querying.cell_filter import condition_for, literal_for
from k2bench.apis.odata.querying.condition import Comparison
from k2bench.apis.odata.querying.filter_parts import read
from k2bench.core.problem import WorkbenchError

GUID = "01234567-89ab-cdef-0123-456789abcdef"


@pytest.mark.parametrize(
    ("type_name", "raw", "literal"),
    [
        ("Edm.String", '"O\'Neil"', "'O''Neil'"),
        ("Edm.String", '"5"', "'5'"),
        ("Edm.String", '"a\\u00e9\\n"', "'aé\n'"),
        ("Edm.String", "null", "null"),
        ("Edm.Guid", f'"{GUID}"', GUID),
        ("Edm.Int64", '"9007199254740993"', "9007199254740993"),
        ("Edm.Decimal", " 12.50 ", "12.50"),
        ("Edm.Double", '"INF"', "INF"),
        ("Edm.Boolean", "true", "true"),
        ("Edm.Date", '"2024-12-31"', "2024-12-31"),
        ("Edm.DateTimeOffset", '"2024-12-31T23:59:00+01:00"', "2024-12-31T23:59:00+01:00"),
        ("Edm.Duration", '"PT5M"', "duration'PT5M'"),
        ("n.Color", '"Red,Green"', "n.Color'Red,Green'"),
        (None, '"text"', "'text'"),
        (None, f'"{GUID}"', GUID),
        (None, '"2024-12-31T23:59:00Z"', "2024-12-31T23:59:00Z"),
        (None, "12.50", "12.50"),
        (None, "false", "false"),
        ("Edm.Untyped", '"it\'s"', "'it''s'"),
    ],
)
def test_a_value_becomes_a_literal(type_name: str | None, raw: str, literal: str) -> None:
    found = condition_for("Place/Town", type_name, raw)
    assert found.text == f"Place/Town eq {literal}"
    parts = read(found.text)
    assert parts is not None
    assert parts.parts == (found,)


@pytest.mark.parametrize(
    ("type_name", "raw", "literal"),
    [
        ("Edm.Guid", f'"{GUID}"', f"guid'{GUID}'"),
        ("Edm.Int64", '"5"', "5L"),
        ("Edm.Decimal", '"5.50"', "5.50M"),
        ("Edm.DateTime", '"2024-12-31T23:59:00"', "datetime'2024-12-31T23:59:00'"),
        ("Edm.DateTime", '"\\/Date(86400500)\\/"', "datetime'1970-01-02T00:00:00.500'"),
        ("Edm.DateTimeOffset", '"/Date(-1000+60)/"', "datetimeoffset'1969-12-31T23:59:59Z'"),
        (None, '"2024-12-31T23:59:00"', "datetime'2024-12-31T23:59:00'"),
        (None, '"/Date(0)/"', "datetime'1970-01-01T00:00:00'"),
        (None, f'"{GUID}"', f"guid'{GUID}'"),
        (None, "12.50", "12.50"),
    ],
)
def test_odata_3_writes_literals_in_its_own_way(
    type_name: str | None, raw: str, literal: str
) -> None:
    assert condition_for("A", type_name, raw, Dialect.V3).text == f"A eq {literal}"


def test_other_operators_are_possible() -> None:
    assert condition_for("A", "Edm.Int32", "5", Dialect.V4, Comparison.GE).text == "A ge 5"
    found = condition_for("A", "Edm.String", '"x"', Dialect.V3, Comparison.CONTAINS)
    assert found.text == "substringof('x',A)"
    assert condition_for("A", None, "null", comparison=Comparison.NE).text == "A ne null"
    assert condition_for("A", None, "5", comparison=Comparison.IN).text == "A in (5)"


@pytest.mark.parametrize(
    ("path", "type_name", "raw", "comparison"),
    [
        ("@odata.etag", None, '"x"', Comparison.EQ),
        ("", None, "5", Comparison.EQ),
        ("A", None, "[1]", Comparison.EQ),
        ("A", "n.Place", '{"Town":"x"}', Comparison.EQ),
        ("A", None, "", Comparison.EQ),
        ("A", None, '"broken', Comparison.EQ),
        ("A", "Edm.Int32", '"x"', Comparison.EQ),
        ("A", None, "null", Comparison.GT),
        ("A", None, "5", Comparison.CONTAINS),
        ("A", "Edm.DateTime", '"/Date(99999999999999999)/"', Comparison.EQ),
    ],
)
def test_what_cannot_be_compared_is_said(
    path: str, type_name: str | None, raw: str, comparison: Comparison
) -> None:
    with pytest.raises(WorkbenchError):
        condition_for(path, type_name, raw, Dialect.V4, comparison)


@given(st.text(), st.sampled_from(Dialect))
def test_a_text_comes_back(text: str, dialect: Dialect) -> None:
    found = literal_for("Edm.String", json.dumps(text), dialect)
    assert value_of(found, "Edm.String", dialect) == text
