from __future__ import annotations

from k2bench.demo.login import shared_secret
from k2bench.demo.login.clients import CLIENTS

FAILING = {"hex-hash", "base64url-hash", "long-secret"}


def test_ids_look_like_those_of_nintex() -> None:
    assert len({client.id for client in CLIENTS}) == len(CLIENTS)
    assert all(client.id.startswith("idt.cc.demo-") for client in CLIENTS)


def test_only_the_wrongly_registered_ones_do_not_match_their_hash() -> None:
    unmatched = {
        client.id.removeprefix("idt.cc.demo-")
        for client in CLIENTS
        if not shared_secret.matches(client.secret, client.registered_hash)
    }
    assert unmatched == FAILING


def test_the_base64url_hash_differs_from_the_right_one() -> None:
    (client,) = (c for c in CLIENTS if c.id.endswith("base64url-hash"))
    assert set(client.registered_hash) & set("-_")
