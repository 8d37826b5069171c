import base64
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literals import literal, value_of
from k2bench.core.problem import WorkbenchError
from k2bench.core.url import encode_segment, encode_value

V3, V4 = Dialect.V3, Dialect.V4
GUID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
DIALECTS = st.sampled_from(Dialect)


@pytest.mark.parametrize(
    ("value", "name", "dialect", "text"),
    [
        ("O'Neil", "Edm.String", V4, "'O''Neil'"),
        ("", "Edm.String", V4, "''"),
        (" 5 ", "Edm.String", V3, "' 5 '"),
        (None, "Edm.String", V4, "null"),
        (GUID, "Edm.Guid", V4, GUID),
        (GUID, "Edm.Guid", V3, f"guid'{GUID}'"),
        ("True", "Edm.Boolean", V4, "true"),
        (" 1.10 ", "Edm.Decimal", V4, "1.10"),
        ("12", "Edm.Decimal", V3, "12M"),
        ("5", "Edm.Int64", V4, "5"),
        ("5", "Edm.Int64", V3, "5L"),
        ("5", "Edm.Int32", V3, "5"),
        ("0.5", "Edm.Single", V3, "0.5f"),
        ("0.5", "Edm.Double", V3, "0.5"),
        ("2024-02-29", "Edm.Date", V4, "2024-02-29"),
        ("2024-02-29T01:02:03+01:00", "Edm.DateTimeOffset", V4, "2024-02-29T01:02:03+01:00"),
        ("2024-02-29T01:02:03Z", "Edm.DateTimeOffset", V3, "datetimeoffset'2024-02-29T01:02:03Z'"),
        ("2024-02-29T00:00:00", "Edm.DateTime", V3, "datetime'2024-02-29T00:00:00'"),
        ("PT1H", "Edm.Time", V3, "time'PT1H'"),
        ("P1D", "Edm.Duration", V4, "duration'P1D'"),
        ("23:59", "Edm.TimeOfDay", V4, "23:59"),
        ("Red, Green", "Ns.Sub.Colour", V4, "Ns.Sub.Colour'Red,Green'"),
        ("Other.Colour'Red'", "Ns.Colour", V4, "Ns.Colour'Red'"),
        ("-1", "Ns.Colour", V4, "Ns.Colour'-1'"),
        ("Grün", "Ns.Colour", V4, "Ns.Colour'Grün'"),
        ("+/8=", "Edm.Binary", V4, "binary'-_8'"),
        ("T0Rh", "Edm.Binary", V3, "binary'4F4461'"),
        ("", "Edm.Binary", V4, "binary''"),
        ("SRID=0;Point(1 2)", "Edm.GeographyPoint", V4, "geography'SRID=0;Point(1 2)'"),
        ("any", "Edm.Untyped", V4, "any"),
    ],
)
def test_values_become_literals(value: str | None, name: str, dialect: Dialect, text: str) -> None:
    assert literal(value, name, dialect) == text


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("abc", "Edm.Int32"),
        ("", "Edm.Guid"),
        ("yes", "Edm.Boolean"),
        ("2024-02-29", "Edm.DateTimeOffset"),
        ("1,5", "Edm.Decimal"),
        ("a b", "Ns.Colour"),
        ("", "Ns.Colour"),
        ("x", "Edm.Stream"),
        ("é", "Edm.Binary"),
        ("A", "Edm.Binary"),
        ("1" * 500, "Edm.Byte"),
    ],
)
def test_what_is_no_value_is_said_with_an_example(value: str, name: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        literal(value, name)
    assert len(caught.value.problem.title) < 120


@pytest.mark.parametrize(
    ("text", "name", "dialect", "value"),
    [
        ("null", "Edm.String", V4, None),
        ("'P1D'", "Edm.Duration", V4, "P1D"),
        ("DURATION'P1D'", "Edm.Duration", V4, "P1D"),
        ("12.5m", "Edm.Decimal", V3, "12.5"),
        ("12.5", "Edm.Decimal", V3, "12.5"),
        ("5l", "Edm.Int64", V3, "5"),
        ("INF", "Edm.Single", V3, "INF"),
        ("X'4f44'", "Edm.Binary", V3, "T0Q="),
        ("binary'ABCD'", "Edm.Binary", V4, "ABCD"),
        ("'Red'", "Ns.Colour", V4, "Red"),
        ("TRUE", "Edm.Boolean", V4, "true"),
        ("any", "Edm.Untyped", V4, "any"),
    ],
)
def test_literals_become_values(text: str, name: str, dialect: Dialect, value: str | None) -> None:
    assert value_of(text, name, dialect) == value


@pytest.mark.parametrize(
    ("text", "name", "dialect"),
    [
        ("'a'b'", "Edm.String", V4),
        ("'", "Edm.String", V4),
        ("a", "Edm.String", V4),
        ("guid'x'", "Edm.Guid", V3),
        ("binary'zz'", "Edm.Binary", V3),
        ("T0Q=", "Edm.Binary", V4),
        ("Red", "Ns.Colour", V4),
        ("12M", "Edm.Decimal", V4),
    ],
)
def test_what_is_no_literal_is_said(text: str, name: str, dialect: Dialect) -> None:
    with pytest.raises(WorkbenchError):
        value_of(text, name, dialect)


@given(st.text(), DIALECTS)
def test_any_string_comes_back_through_a_url(text: str, dialect: Dialect) -> None:
    written = literal(text, "Edm.String", dialect)
    assert value_of(written, "Edm.String", dialect) == text
    if "\ud800" <= max(text, default="") <= "\udfff":
        return
    assert unquote(encode_segment(written)) == unquote(encode_value(written)) == written


def test_a_plus_never_stands_bare_in_a_url() -> None:
    written = literal("2024-01-01T00:00:00+01:00", "Edm.DateTimeOffset")
    assert encode_value(written) == encode_segment(written) == "2024-01-01T00:00:00%2B01:00"


@given(st.integers(-(2**63), 2**63 - 1), DIALECTS)
def test_any_integer_comes_back(number: int, dialect: Dialect) -> None:
    assert value_of(literal(str(number), "Edm.Int64", dialect), "Edm.Int64", dialect) == str(number)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), DIALECTS)
def test_a_decimal_keeps_its_digits(number: object, dialect: Dialect) -> None:
    text = f"{number:f}"
    assert value_of(literal(text, "Edm.Decimal", dialect), "Edm.Decimal", dialect) == text


@given(st.floats(), st.sampled_from(["Edm.Double", "Edm.Single"]), DIALECTS)
def test_any_float_comes_back(number: float, name: str, dialect: Dialect) -> None:
    text = repr(number).replace("inf", "INF").replace("nan", "NaN")
    assert value_of(literal(text, name, dialect), name, dialect) == text


@given(st.uuids(), DIALECTS)
def test_any_guid_comes_back(guid: object, dialect: Dialect) -> None:
    assert value_of(literal(str(guid), "Edm.Guid", dialect), "Edm.Guid", dialect) == str(guid)


@given(st.datetimes(min_value=datetime(1, 1, 1)), st.integers(-1439, 1439), DIALECTS)
def test_any_moment_comes_back(moment: datetime, minutes: int, dialect: Dialect) -> None:
    zone = timezone(timedelta(minutes=minutes)) if minutes else UTC
    text = moment.replace(tzinfo=zone).isoformat()
    name = "Edm.DateTimeOffset"
    assert value_of(literal(text, name, dialect), name, dialect) == text


@given(st.binary(), DIALECTS)
def test_any_bytes_come_back(data: bytes, dialect: Dialect) -> None:
    text = base64.b64encode(data).decode()
    back = value_of(literal(text, "Edm.Binary", dialect), "Edm.Binary", dialect)
    assert back is not None
    assert base64.urlsafe_b64decode(back.translate(str.maketrans("+/", "-_"))) == data


@given(st.text(max_size=30), st.sampled_from(["Edm.Int32", "Edm.Guid", "Ns.E", "Edm.Binary"]))
def test_whatever_is_typed_ends_in_a_literal_or_words(text: str, name: str) -> None:
    for dialect in Dialect:
        try:
            value_of(literal(text, name, dialect), name, dialect)
            value_of(text, name, dialect)
        except WorkbenchError:
            pass
