"""Finds out which client a token request comes from: Basic header first, then the body."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from urllib.parse import unquote_plus

from k2bench.demo.login import shared_secret
from k2bench.demo.login.clients import RegisteredClient

MAX_CLIENT_ID = 100


def authenticate(
    authorization: str | None, form: Mapping[str, str], clients: Iterable[RegisteredClient]
) -> RegisteredClient | None:
    """The client, or None for an unknown client as for a wrong, missing or over-long secret."""
    credentials = _from_basic_header(authorization) or _from_body(form)
    if credentials is None:
        return None
    client_id, secret = credentials
    if len(client_id) > MAX_CLIENT_ID:
        return None
    for client in clients:
        if client.id == client_id and shared_secret.matches(secret, client.registered_hash):
            return client
    return None


def _from_basic_header(authorization: str | None) -> tuple[str, str] | None:
    """Both parts are form-url-decoded (RFC 6749 §2.3.1), so a bare `+` turns into a space."""
    scheme, _, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        pair = base64.b64decode(encoded.strip(), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    client_id, colon, secret = pair.partition(":")
    if not (colon and client_id):
        return None
    return unquote_plus(client_id), unquote_plus(secret)


def _from_body(form: Mapping[str, str]) -> tuple[str, str] | None:
    client_id = form.get("client_id", "")
    return (client_id, form.get("client_secret", "")) if client_id else None
