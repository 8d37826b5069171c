"""The values of a few columns, batch by batch, so that no chart needs all rows at once."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, DecimalException
from typing import Any

import msgspec

from k2bench.content.cell import row_values
from k2bench.content.columns import VALUE
from k2bench.content.json_text import loose_value
from k2bench.content.rows import Rows

BATCH = 1 << 16  # bytes decoded and drawn in one step
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, DecimalException)
_DIGITS = b"-0123456789"


def batches(rows: Rows, names: Sequence[str | None]) -> Iterator[list[tuple[Any, ...]]]:
    """The values of each row under `names`: numbers exact, None for null and for no such key.

    Args:
        rows: the rows.
        names: columns; for None every value is None.

    Yields:
        The values of each row of a batch.
    """
    wanted = list(dict.fromkeys(name for name in names if name is not None))
    places = [f"x{wanted.index(name)}" if name is not None else "nothing" for name in names]
    decoder = _decoder(wanted)
    for first, stop in rows.batches(BATCH):
        try:
            read = decoder.decode(b"[" + rows.batch(first, stop) + b"]") if decoder else None
        except _REFUSED:
            read = None
        if read is None:
            yield [_slowly(rows.row(row), names) for row in range(first, stop)]
        else:
            columns = [[getattr(row, place) for row in read] for place in places]
            yield list(zip(*columns, strict=True))


def _decoder(names: list[str]) -> Any:
    """Reads rows into objects with these members only; None where a name stands in the way."""
    members = [(f"x{i}", Any, None) for i in range(len(names))]
    renamed = {f"x{i}": name for i, name in enumerate(names)}
    try:
        one = msgspec.defstruct(
            "One", members, rename=renamed, gc=False, namespace={"nothing": None}
        )
    except ValueError:  # a quote, a backslash or a control character in a name
        return None
    return msgspec.json.Decoder(list[one], float_hook=Decimal)  # type: ignore[valid-type]


def _slowly(raw: bytes, names: Sequence[str | None]) -> tuple[Any, ...]:
    values = row_values(raw)
    if values is None:
        values = {VALUE: raw}
    return tuple(_value(values.get(name, b"null")) if name is not None else None for name in names)


def _value(raw: bytes) -> Any:
    """A number as its text, which is exact; anything else decoded."""
    return raw.decode("utf-8", "replace") if raw[:1] in _DIGITS else loose_value(raw)
