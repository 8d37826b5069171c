from __future__ import annotations

import base64

import pytest

from k2bench.demo.login.client_authentication import authenticate
from k2bench.demo.login.clients import CLIENTS

FIRST, OTHER = CLIENTS[0], CLIENTS[1]


def basic(client_id: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{client_id}:{secret}".encode()).decode()


def body(client_id: str, secret: str) -> dict[str, str]:
    return {"client_id": client_id, "client_secret": secret}


def test_the_header_is_looked_at_first() -> None:
    header = basic(FIRST.id, FIRST.secret.replace(" ", "+"))
    assert authenticate(header, body(OTHER.id, OTHER.secret), CLIENTS) is FIRST
    wrong_header = basic(FIRST.id, "wrong")
    assert authenticate(wrong_header, body(OTHER.id, OTHER.secret), CLIENTS) is None


@pytest.mark.parametrize("header", [None, "", "Bearer x", "Basic !", "Basic eA==", "Basic gA=="])
def test_without_a_readable_header_the_body_counts(header: str | None) -> None:
    assert authenticate(header, body(OTHER.id, OTHER.secret), CLIENTS) is OTHER


def test_ids_are_exact() -> None:
    assert authenticate(None, body(FIRST.id.upper(), FIRST.secret), CLIENTS) is None
    assert authenticate(None, {}, CLIENTS) is None
