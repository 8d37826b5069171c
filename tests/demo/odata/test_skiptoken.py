from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.skiptoken import SkipToken

COUNTS = st.none() | st.integers(0, 2**62)
VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text()


@given(after=st.lists(VALUES, max_size=4), remaining=COUNTS, count=COUNTS)
def test_a_token_survives_its_text(
    after: list[int | str | None], remaining: int | None, count: int | None
) -> None:
    token = SkipToken(tuple(after), remaining, count)
    text = token.encode()
    assert SkipToken.decode(text) == token
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!",
        "AAAA",
        "é",
        *map(encoded, ("{}", "[1]", "[-1,0]", "[0,0,1.5]", "[0,0,true]", '[0,0,"\\ud800"]')),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ODataError) as refusal:
        SkipToken.decode(text)
    assert refusal.value.status == 400


@given(text=st.text())
def test_no_text_is_an_accident(text: str) -> None:
    with contextlib.suppress(ODataError):
        SkipToken.decode(text)
