"""Turns SQLite rows into JSON objects (OData JSON Format 4.0 §7.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from k2bench.demo.odata.model import Edm, Property

Convert = Callable[[Any], Any]


def encode_rows(
    rows: Sequence[Sequence[Any]], properties: Sequence[Property], numbers_as_text: bool = False
) -> list[dict[str, Any]]:
    """The rows as objects that `msgspec.json.encode` writes exactly.

    Args:
        rows: Values in the order of `properties`; more values after them are ignored.
        properties: The selected properties.
        numbers_as_text: Whether the client asked for IEEE754Compatible=true, which puts Int64
            and Decimal into strings (§3.2 of the JSON format).
    """
    names = [prop.name for prop in properties]
    converters = [
        (index, convert)
        for index, prop in enumerate(properties)
        if (convert := _converter(prop, numbers_as_text)) is not None
    ]
    objects = []
    for row in rows:
        values = list(row[: len(names)])
        for index, convert in converters:
            if values[index] is not None:
                values[index] = convert(values[index])
        objects.append(dict(zip(names, values, strict=True)))
    return objects


def decimal_text(scaled: int, scale: int) -> str:
    """A scaled integer as decimal digits: (12340, 2) is `123.40`."""
    sign = "-" if scaled < 0 else ""
    digits = str(abs(scaled)).rjust(scale + 1, "0")
    return f"{sign}{digits[:-scale]}.{digits[-scale:]}" if scale else sign + digits


def _converter(prop: Property, numbers_as_text: bool) -> Convert | None:
    scale = prop.scale
    if prop.type is Edm.BOOLEAN:
        return bool
    if prop.type is Edm.DECIMAL and numbers_as_text:
        return lambda value: decimal_text(value, scale)
    if prop.type is Edm.DECIMAL:
        return lambda value: msgspec.Raw(decimal_text(value, scale).encode())
    if prop.type is Edm.INT64 and numbers_as_text:
        return str
    return None
