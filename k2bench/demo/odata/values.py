"""JSON values of request bodies, checked and brought into the form that SQLite stores."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from k2bench.demo.odata import temporal
from k2bench.demo.odata.errors import ODataError, bad_request
from k2bench.demo.odata.model import Edm, Property

_GUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_INTEGER_RANGE = {Edm.INT32: 2**31, Edm.INT64: 2**63}
MAX_DECIMAL = 10**18

Stored = dict[str, "int | str | None"]


def stored_columns(prop: Property, value: Any) -> Stored:
    """The quoted columns of a property with what they hold for a JSON value.

    Args:
        prop: The property.
        value: From a JSON parser that gives `Decimal` for numbers with a point.

    Raises:
        ODataError: 400 when the value does not have the property's type.
    """
    if value is None:
        if not prop.nullable:
            raise bad_request(f"The property '{prop.name}' must not be null.")
        return dict.fromkeys({prop.column, prop.order_column})
    try:
        stored = _READERS[prop.type](prop, value)
    except (ValueError, TypeError):
        raise _mismatch(prop) from None
    if prop.type is Edm.DATE_TIME_OFFSET:
        return {prop.column: stored, prop.order_column: temporal.parse_instant(str(stored)).utc}
    return {prop.column: stored}


def scaled_decimal(digits: str, scale: int) -> int | None:
    """The number as an integer scaled by 10**scale; None when it has more digits than that."""
    scaled = Decimal(digits).scaleb(scale)
    exact = scaled == scaled.to_integral_value() and abs(scaled) < MAX_DECIMAL
    return int(scaled) if exact else None


def _mismatch(prop: Property) -> ODataError:
    return bad_request(
        f"Cannot convert the value of the property '{prop.name}' to the expected type "
        f"'{prop.type.value}'."
    )


def _string(prop: Property, value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise TypeError
    value.encode("utf-8")  # a lone surrogate raises UnicodeEncodeError, a ValueError
    if prop.max_length is not None and len(value) > prop.max_length:
        raise ValueError
    return value


def _integer(prop: Property, value: Any) -> int:
    limit = _INTEGER_RANGE[prop.type]
    if type(value) is not int or not -limit <= value < limit:
        raise ValueError
    return value


def _decimal(prop: Property, value: Any) -> int:
    if type(value) not in (int, Decimal) or abs(value) >= MAX_DECIMAL:
        raise TypeError
    scaled = scaled_decimal(str(value), prop.scale)
    if scaled is None:
        raise ValueError
    return scaled


def _boolean(_prop: Property, value: Any) -> int:
    if type(value) is not bool:
        raise TypeError
    return int(value)


def _guid(_prop: Property, value: Any) -> str:
    if not _GUID.fullmatch(value):
        raise ValueError
    return str(value).lower()


def _date(_prop: Property, value: Any) -> str:
    return temporal.format_date(temporal.parse_date(value))


def _time_of_day(_prop: Property, value: Any) -> str:
    return temporal.format_time_of_day(temporal.parse_time_of_day(value))


def _instant(_prop: Property, value: Any) -> str:
    return temporal.format_instant(temporal.parse_instant(value))


_READERS: dict[Edm, Callable[[Property, Any], int | str]] = {
    Edm.STRING: _string,
    Edm.INT32: _integer,
    Edm.INT64: _integer,
    Edm.DECIMAL: _decimal,
    Edm.BOOLEAN: _boolean,
    Edm.GUID: _guid,
    Edm.DATE: _date,
    Edm.TIME_OF_DAY: _time_of_day,
    Edm.DATE_TIME_OFFSET: _instant,
}
