import jwt as pyjwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.jwt import read_jwt, scopes_of
from k2bench.core.secret import Secret

KEY = "k" * 32


def test_header_and_claims_are_read() -> None:
    token = pyjwt.encode({"client_id": "ü", "scope": ["a"]}, KEY, headers={"kid": "1"})
    read = read_jwt(Secret(token))
    assert read is not None
    assert read.header["kid"] == "1"
    assert read.claims == {"client_id": "ü", "scope": ["a"]}


def test_a_megabyte_of_claims_is_read() -> None:
    read = read_jwt(Secret(pyjwt.encode({"x": "y" * 1_000_000}, KEY)))
    assert read is not None
    assert len(read.claims["x"]) == 1_000_000


@pytest.mark.parametrize("token", ["", "opaque", "a.b", "a.b.c", "W10.W10.", "....", "é.é.é"])
def test_everything_else_is_opaque(token: str) -> None:
    assert read_jwt(Secret(token)) is None


@given(st.text(), st.text(), st.text())
def test_nothing_breaks_it(a: str, b: str, c: str) -> None:
    read_jwt(Secret(f"{a}.{b}.{c}"))


def test_scope_is_an_array_or_a_text() -> None:
    assert scopes_of({"scope": ["a", "b"]}) == scopes_of({"scope": "a b"}) == ("a", "b")
    assert scopes_of({"scope": 7}) == scopes_of({}) == ()
