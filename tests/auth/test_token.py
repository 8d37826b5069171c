import base64
import json

import pytest

from k2bench.auth.token import (
    AccessToken,
    NotATokenError,
    read_lifetime,
    read_token,
    token_from_elsewhere,
)
from k2bench.core.secret import Secret

NOW = 1_000_000.0
JSON = "application/json"


def body(**fields: object) -> bytes:
    return json.dumps({"access_token": "opaque-value", "token_type": "Bearer", **fields}).encode()


@pytest.mark.parametrize(
    ("expires_in", "life"),
    [(3600, 3600.0), ("3600", 3600.0), (59.5, 59.5), (0, 0.0), (-5, 0.0), (10**12, 315_360_000.0)],
)
def test_expiry_as_number_or_text(expires_in: object, life: float) -> None:
    token = read_token(body(expires_in=expires_in), JSON, "", NOW)
    assert token.expires_at == NOW + life


@pytest.mark.parametrize("odd", [None, "soon", True, [], 10**400, "nan", "inf"])
def test_an_unusable_expiry_is_no_expiry(odd: object) -> None:
    life, notes = read_lifetime(odd)
    assert life is None
    assert notes


def test_the_type_is_read_in_any_case_and_scope_falls_back() -> None:
    token = read_token(body(token_type="bEaReR"), JSON, "asked", NOW)
    assert token.token_type == "Bearer"
    assert token.scope == "asked"
    assert token.expires_at is None
    assert read_token(body(scope="given"), JSON, "asked", NOW).scope == "given"
    assert "opaque-value" not in repr(token)


def test_a_form_is_read_too() -> None:
    form = b"access_token=opaque-value&token_type=bearer&expires_in=10"
    token = read_token(form, "application/x-www-form-urlencoded", "", NOW)
    assert token.value == Secret("opaque-value")
    assert token.expires_at == NOW + 10


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"<html>", "not JSON"),
        (b"", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "not a JSON object"),
        (b"{}", "no access_token"),
        (b"[" * 100_000, "not JSON"),
        (body(token_type="mac"), "of type mac"),
        (body(access_token="a b\r\nX: y"), "no header can carry"),
        (body(access_token=7), "no access_token"),
    ],
)
def test_what_is_no_token_is_said(answer: bytes, words: str) -> None:
    with pytest.raises(NotATokenError, match=words):
        read_token(answer, JSON, "", NOW)


@pytest.mark.parametrize(
    ("life", "stale_after"), [(3600.0, 3240.0), (300.0, 240.0), (5.0, 2.5), (100.0, 50.0)]
)
def test_renewal_is_early_but_not_before_half_its_life(life: float, stale_after: float) -> None:
    token = AccessToken(Secret("t"), "Bearer", NOW, NOW + life, "")
    assert not token.is_stale(NOW + stale_after - 0.1)
    assert token.is_stale(NOW + stale_after)
    assert not token.is_expired(NOW + life - 0.1)
    assert token.is_expired(NOW + life)


def test_a_token_without_end_stays() -> None:
    token = AccessToken(Secret("t"), "Bearer", NOW, None, "")
    assert not token.is_stale(NOW * 10)
    assert not token.is_expired(NOW * 10)


def test_a_token_from_elsewhere_says_what_stands_in_it() -> None:
    claims = {"exp": NOW + 60, "iat": NOW - 5, "scope": ["a", "b"]}
    parts = [base64.urlsafe_b64encode(json.dumps(each).encode()) for each in ({}, claims)]
    token = token_from_elsewhere(Secret(b".".join([*parts, b"x"]).decode()), NOW)
    assert (token.issued_at, token.expires_at, token.scope) == (NOW - 5, NOW + 60, "a b")
    opaque = token_from_elsewhere(Secret("opaque"), NOW)
    assert (opaque.issued_at, opaque.expires_at, opaque.jwt) == (NOW, None, None)
