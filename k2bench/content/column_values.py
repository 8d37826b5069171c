"""The values of one column of all rows, decoded in batches, for sorting and filtering."""

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from k2bench.content.cell import row_values
from k2bench.content.columns import VALUE
from k2bench.content.data import Pauses
from k2bench.content.json_text import loose_value
from k2bench.content.rows import Rows

BATCH = 1 << 17  # bytes decoded in one step
EXACT = 15  # digits that a float holds for certain
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class Nothing:
    """Stands where a row has no such key."""


NOTHING = Nothing()


def number_of(text: str) -> float | int | Decimal:
    """A number as exact as it is written.

    Raises:
        ValueError: the text is not a finite number as JSON writes it.
    """
    if len(text) <= EXACT:
        if text.lstrip("-").isdecimal():
            return int(text)
        number = float(text)
        if number - number == 0 and not text[-1].isspace() and "_" not in text:
            return number
        raise ValueError(text)
    try:
        exact = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not exact.is_finite() or "_" in text:
        raise ValueError(text)
    return exact


def _real(text: str) -> float | Decimal:
    """The same for what a parser found to be a number with a fraction or an exponent."""
    return float(text) if len(text) <= EXACT else Decimal(text)


def column_values(rows: Rows, name: str) -> Pauses[list[Any]]:
    """Every row's value under `name`, numbers exact; NOTHING where the key is missing.

    Nested values come as containers; of a doubled key the last one counts.
    """
    decode = _decoder(name, Any, NOTHING)
    values: list[Any] = []
    for first, stop in rows.batches(BATCH):
        try:
            values += [row.x for row in decode(b"[" + rows.batch(first, stop) + b"]")]
        except _REFUSED:
            values += [_value(rows.row(row), name) for row in range(first, stop)]
        yield
    return values


def _decoder(name: str, kind: Any, missing: Any) -> Callable[[bytes], list[Any]]:
    """Reads rows into objects whose `x` is the member `name`; nothing else is decoded."""
    try:
        one = msgspec.defstruct("One", [("x", kind, missing)], rename={"x": name}, gc=False)
    except ValueError:  # a quote, a backslash or a control character in the name
        return _refuse
    return msgspec.json.Decoder(list[one], float_hook=_real).decode  # type: ignore[valid-type]


def _refuse(text: bytes) -> list[Any]:
    raise msgspec.DecodeError(f"not read as a whole: {len(text)} bytes")


def _value(raw: bytes, name: str) -> Any:
    values = row_values(raw)
    if values is None:
        return loose_value(raw) if name == VALUE else NOTHING
    return loose_value(values[name]) if name in values else NOTHING


def column_texts(rows: Rows, name: str) -> Pauses[list[bytes | None]]:
    """The JSON text of every row's value under `name`; None where the key is missing."""
    texts: list[bytes | None] = []
    for batch in text_batches(rows, name):
        texts += batch
        yield
    return texts


def text_batches(rows: Rows, name: str) -> Iterator[list[bytes | None]]:
    """The same batch by batch; each takes one step."""
    decode = _decoder(name, msgspec.Raw, msgspec.Raw())
    for first, stop in rows.batches(BATCH):
        try:
            found = decode(b"[" + rows.batch(first, stop) + b"]")
            batch = [bytes(row.x) or None for row in found]
        except _REFUSED:
            batch = [_text(rows.row(row), name) for row in range(first, stop)]
        yield batch


def _text(raw: bytes, name: str) -> bytes | None:
    values = row_values(raw)
    return ({VALUE: raw} if values is None else values).get(name)
