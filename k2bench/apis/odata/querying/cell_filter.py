"""From a cell of a table to the condition that finds the rows with its value."""

import json
import re
from datetime import UTC, datetime, timedelta

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literal_forms import FORMS
from k2bench.apis.odata.literals import NULL, literal
from k2bench.apis.odata.querying.condition import FUNCTIONS, Comparison, Condition, condition
from k2bench.core.problem import input_error

_PATH = re.compile(r"[^\W\d]\w*(?:[/.][^\W\d]\w*)*")
_V3_DATE = re.compile(r"/Date\((-?\d+)(?:[+-]\d+)?\)/")
_UNKNOWN = ("", "Edm.Untyped", "Edm.PrimitiveType")
_BY_LOOKS = {
    Dialect.V4: ("Edm.Guid", "Edm.DateTimeOffset"),
    Dialect.V3: ("Edm.Guid", "Edm.DateTimeOffset", "Edm.DateTime"),
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def condition_for(
    path: str,
    type_name: str | None,
    raw: str,
    dialect: Dialect = Dialect.V4,
    comparison: Comparison = Comparison.EQ,
) -> Condition:
    """The condition that a property compares with a value.

    Args:
        path: of the property, such as `Address/City`.
        type_name: its type; None: not known, then it is told by the look of the value.
        raw: the value as it stands in the JSON of the answer.

    Raises:
        WorkbenchError: it is no property or no single value, or the value is none of the type.
    """
    if not _PATH.fullmatch(path):
        raise input_error(f"“{path}” cannot be filtered", "It is not a property of the rows.")
    text = literal_for(type_name, raw, dialect)
    if text == NULL and comparison not in (Comparison.EQ, Comparison.NE):
        raise input_error("Nothing is more or less than null", "Compare with eq or ne.")
    if comparison in FUNCTIONS and not text.startswith("'"):
        raise input_error(f"Only texts have “{comparison}”", "Compare with eq or ne.")
    return condition(path, comparison, (text,), dialect=dialect)


def literal_for(type_name: str | None, raw: str, dialect: Dialect = Dialect.V4) -> str:
    """The literal for a value of an answer; numbers keep their digits.

    Raises:
        WorkbenchError: it is a list or an object, or none of the type.
    """
    raw = raw.strip()
    if raw == NULL:
        return NULL
    if raw[:1] in ("", "[", "{"):
        raise input_error("A filter compares single values", "This is a list or an object.")
    value = _text(raw)
    if type_name is None or type_name in _UNKNOWN:
        type_name = _type_of(raw, value, dialect)
    if type_name in ("Edm.DateTime", "Edm.DateTimeOffset") and (date := _V3_DATE.fullmatch(value)):
        value = _date(int(date[1]), type_name)
    return literal(value, type_name, dialect)


def _text(raw: str) -> str:
    if not raw.startswith('"'):
        return raw
    try:
        return str(json.loads(raw))
    except ValueError as error:
        raise input_error("The value is no JSON", f"{error}.") from error


def _type_of(raw: str, value: str, dialect: Dialect) -> str:
    """The type of a value by its looks; a number without a suffix fits any number."""
    if not raw.startswith('"'):
        return "Edm.Boolean" if raw in ("true", "false") else "Edm.Double"
    if dialect is Dialect.V3 and _V3_DATE.fullmatch(value):
        return "Edm.DateTime"
    looks = (name for name in _BY_LOOKS[dialect] if FORMS[name].fits(value))
    return next(looks, "Edm.String")


def _date(milliseconds: int, type_name: str) -> str:
    """A date of OData 3's older JSON, which counts from 1970."""
    try:
        moment = _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError as error:
        raise input_error("The date is out of range", "Type it into the filter.") from error
    text = moment.replace(tzinfo=None).isoformat(timespec="milliseconds").removesuffix(".000")
    return text + ("Z" if type_name == "Edm.DateTimeOffset" else "")
