from typing import Any

from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.members import read_members
from k2bench.auth.pasting.understood import Found, Understood
from k2bench.core.secret import Secret

URL = "https://login.onk2.com/0b2c/connect/token"


def read(document: Any) -> Understood:
    found = Gathering()
    read_members(found, document)
    return found.understood("JSON")


def test_names_at_any_depth() -> None:
    found = read(
        {
            "Logging": {"Level": 7},
            "K2": [{"Login": {"ClientId": "idt.cc.x", "ClientSecret": "s", "TokenEndpoint": URL}}],
            "scopes": ["https://api.k2.com/", "https://scim.onk2.com/write"],
        }
    )
    assert found.client_id == Found("idt.cc.x", "K2 › Login › ClientId")
    assert found.client_secret == Found(Secret("s"), "K2 › Login › ClientSecret")
    assert found.token_url == Found(URL, "K2 › Login › TokenEndpoint")
    assert found.scope == Found("https://api.k2.com/", "scopes")
    assert found.scim_scope is not None


def test_values_without_a_known_name() -> None:
    found = read({"a": "use idt.cc.x", "b": URL, "c": [URL]})
    assert found.client_id == Found("idt.cc.x", "a")
    assert found.token_url == Found(URL, "b")
    assert read("idt.cc.x").client_id == Found("idt.cc.x", "the text itself")


def test_arrays_of_keys_and_values() -> None:
    found = read([{"key": "clientId", "value": "idt.cc.x"}, {"name": "secret", "value": "s"}])
    assert found.client_id == Found("idt.cc.x", "clientId")
    assert found.client_secret == Found(Secret("s"), "secret")


def test_the_first_in_the_document_stays() -> None:
    found = read({"a": {"client_id": "idt.cc.1"}, "b": {"client_id": "idt.cc.2"}})
    assert found.client_id == Found("idt.cc.1", "a › client_id")


def test_large_and_deep_documents_are_bounded() -> None:
    deep: Any = {"client_id": "idt.cc.x"}
    for _ in range(900):
        deep = {"d": deep}
    assert read(deep).client_id == Found("idt.cc.x", "d › d › client_id")
    assert not read([{"a": i} for i in range(50_000)] + [{"client_id": "idt.cc.x"}])
    assert "…" in read({"n" * 100: "idt.cc.x"}).rows()[0][2]
