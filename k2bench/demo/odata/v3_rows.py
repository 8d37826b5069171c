"""Rows in the JSON light of OData v3: Int64 and Decimal are strings, dates have a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from k2bench.demo.odata.model import Edm, Property
from k2bench.demo.odata.rows import encode_rows
from k2bench.demo.odata.temporal import TICKS_PER_SECOND, parse_time_of_day


def encode_v3_rows(
    rows: Sequence[Sequence[Any]], properties: Sequence[Property]
) -> list[dict[str, Any]]:
    """The rows as objects for JSON."""
    objects = encode_rows(rows, properties, numbers_as_text=True)
    for prop in properties:
        if prop.type not in _CONVERTERS:
            continue
        convert = _CONVERTERS[prop.type]
        for entry in objects:
            if entry[prop.name] is not None:
                entry[prop.name] = convert(entry[prop.name])
    return objects


def _time(text: str) -> str:
    """A time of day is a duration from midnight in v3: `PT8H30M0S`."""
    minutes, second = divmod(parse_time_of_day(text) // TICKS_PER_SECOND, 60)
    hour, minute = divmod(minutes, 60)
    return f"PT{hour}H{minute}M{second}S"


_CONVERTERS = {Edm.DATE: lambda text: f"{text}T00:00:00", Edm.TIME_OF_DAY: _time}
