from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from k2bench.demo.odata.model import Edm, Property
from k2bench.demo.odata.rows import decimal_text, encode_rows

PROPERTIES = (
    Property("Flag", Edm.BOOLEAN),
    Property("Big", Edm.INT64),
    Property("Amount", Edm.DECIMAL, scale=4),
)


def test_numbers_are_exact() -> None:
    rows = [(1, 2**53 + 1, 15_000, "more"), (None, None, None, "more")]
    text = msgspec.json.encode(encode_rows(rows, PROPERTIES))
    assert text == (
        b'[{"Flag":true,"Big":9007199254740993,"Amount":1.5000},'
        b'{"Flag":null,"Big":null,"Amount":null}]'
    )


def test_numbers_as_text() -> None:
    (entry,) = encode_rows([(0, 2**53 + 1, -1)], PROPERTIES, numbers_as_text=True)
    assert entry == {"Flag": False, "Big": "9007199254740993", "Amount": "-0.0001"}


@given(scaled=st.integers(-(10**20), 10**20), scale=st.integers(0, 6))
def test_digits_say_the_number(scaled: int, scale: int) -> None:
    text = decimal_text(scaled, scale)
    assert int(text.replace(".", "")) == scaled
    assert len(text.partition(".")[2]) == scale
