import json
from typing import Any

import pytest

from k2bench.auth.credentials import ClientAuth
from k2bench.auth.pasting import Found, Understood, understand
from k2bench.core.secret import Secret

URL = "https://login.onk2.com/0b2c/connect/token"
SETTINGS = {
    "accessTokenUrl": URL,
    "clientId": "idt.cc.x",
    "clientSecret": "s +",
    "scope": "https://api.k2.com/",
    "client_authentication": "body",
    "grant_type": "client_credentials",
    "addTokenTo": "header",
    "tokenName": "K2",
}


def array(settings: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, "value": value, "type": "string"} for key, value in settings.items()]


def auth(version: str = "2.1", **changes: Any) -> dict[str, Any]:
    settings = {k: v for k, v in (SETTINGS | changes).items() if v is not None}
    return {"type": "oauth2", "oauth2": array(settings) if version == "2.1" else settings}


def read(**collection: Any) -> Understood:
    return understand(json.dumps({"info": {"name": "K2"}, "item": [], **collection}))


def told(found: Understood) -> str:
    return " ".join(found.notes)


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_a_collection_with_its_settings(version: str) -> None:
    found = read(auth=auth(version))
    assert found.kind == "a Postman collection"
    assert found.token_url == Found(URL, "collection auth")
    assert found.client_id == Found("idt.cc.x", "collection auth")
    assert found.client_secret == Found(Secret("s +"), "collection auth")
    assert found.scope == Found("https://api.k2.com/", "collection auth")
    assert found.client_auth == Found(ClientAuth.BODY, "collection auth")
    assert found.notes == ()


def test_settings_at_a_folder_or_a_request() -> None:
    request = {"name": "R", "request": {"auth": auth(clientId="idt.cc.r"), "url": "https://x.org"}}
    assert read(item=[request]).client_id == Found("idt.cc.r", "request “R” auth")
    folder = {"name": "F", "auth": auth(clientId="idt.cc.f"), "item": [request]}
    found = read(item=[folder])
    assert found.client_id == Found("idt.cc.f", "folder “F” auth")
    assert "1 other OAuth 2.0 settings" in told(found)


def test_client_credentials_are_chosen_before_a_browser_login() -> None:
    browser = auth(grant_type="authorization_code", clientId="idt.cc.b")
    request = {"name": "R", "request": {"auth": auth()}}
    found = read(auth=browser, item=[request])
    assert found.client_id == Found("idt.cc.x", "request “R” auth")
    alone = read(auth=browser)
    assert alone.client_id is not None
    assert "grant of collection auth is another one" in told(alone)


def test_token_parameters_in_both_forms() -> None:
    rows = [
        {"key": "audience", "value": "{{aud}}", "enabled": True, "send_as": "request_body"},
        {"key": "off", "value": "x", "enabled": False},
    ]
    for value in (rows, {"audience": "{{aud}}"}):
        found = read(auth=auth(tokenRequestParams=value), variable=[{"key": "aud", "value": "api"}])
        assert found.extra == (Found(("audience", "api"), "collection auth"),)


def test_variables_of_the_same_file_are_filled_in() -> None:
    found = read(
        auth=auth(accessTokenUrl="{{login}}/connect/token", clientSecret="{{secret}}"),
        variable=[
            {"key": "login", "value": "https://login.onk2.com/{{guid}}"},
            {"key": "guid", "value": "0b2c"},
            {"key": "baseUrl", "value": "https://acme.onk2.com"},
        ],
    )
    assert found.token_url == Found(URL, "collection auth")
    assert found.tenant_url == Found("https://acme.onk2.com", "collection variable baseUrl")
    assert found.client_secret is None
    assert "{{secret}} (collection auth) is not in what was pasted" in told(found)


def test_requests_tell_the_tenant() -> None:
    item = {"name": "R", "request": {"url": {"raw": "{{base}}/api/odatav4/v4/Employee"}}}
    found = read(
        auth=auth(), item=[item], variable=[{"key": "base", "value": "https://k2.acme.com"}]
    )
    assert found.tenant_url == Found("https://k2.acme.com", "request “R”")


def test_a_token_request_written_by_hand() -> None:
    body = {"grant_type": "client_credentials", "scope": "https://api.k2.com/"}
    request = {
        "url": {"raw": URL},
        "auth": {"type": "basic", "basic": array({"username": "idt.cc.x", "password": "s"})},
        "body": {"mode": "urlencoded", "urlencoded": array(body)},
    }
    found = read(item=[{"name": "T", "request": request}])
    assert found.token_url == Found(URL, "request “T”")
    assert found.client_id == Found("idt.cc.x", "request “T” auth")
    assert found.client_secret == Found(Secret("s"), "request “T” auth")
    assert found.client_auth == Found(ClientAuth.BASIC, "request “T” auth")
    assert found.scope == Found("https://api.k2.com/", "request “T” body")


def test_what_k2bench_does_otherwise_is_said() -> None:
    found = read(
        auth=auth(
            addTokenTo="queryParams", headerPrefix="Token", accessToken="eyJhbGciOiJSUzI1NiJ9.x.y"
        )
    )
    assert "into the URL" in told(found)
    assert "header prefix" in told(found)
    assert "It was not taken" in told(found)
    assert "eyJ" not in repr(found)
    bearer = read(auth={"type": "bearer", "bearer": array({"token": "x"})})
    assert "“bearer” is not OAuth 2.0" in told(bearer)


def environment(**values: str) -> str:
    rows = [{**row, "enabled": True} for row in array(values)]
    return json.dumps({"name": "Dev", "values": rows, "_postman_variable_scope": "environment"})


def test_an_environment() -> None:
    text = environment(
        tokenUrl="{{login}}/connect/token",
        login="https://login.onk2.com/0b2c",
        client_id="idt.cc.x",
        clientSecret="s",
        scope="https://api.k2.com/",
        baseUrl="https://acme.onk2.com/api/odatav4/v4",
        colour="blue",
        somewhere="https://scim.onk2.com/tokens/p4th/scim/v2",
    )
    for each in (text, f'{{"environment": {text}}}'):
        found = understand(each)
        assert found.kind == "a Postman environment"
        assert found.token_url == Found(URL, "environment value tokenUrl")
        assert found.client_id == Found("idt.cc.x", "environment value client_id")
        assert found.client_secret == Found(Secret("s"), "environment value clientSecret")
        assert found.tenant_url == Found("https://acme.onk2.com", "environment value baseUrl")
        assert found.scim_token == Found(Secret("p4th"), "environment value somewhere")
        assert "p4th" not in repr(found)


def test_values_that_are_off_or_empty_are_left() -> None:
    rows = [
        {"key": "client_id", "value": "idt.cc.x", "enabled": False},
        {"key": "clientSecret", "value": "", "type": "secret"},
    ]
    assert not understand(json.dumps({"values": rows}))


@pytest.mark.parametrize(
    "document",
    [
        {"item": [], "auth": 7},
        {"item": [7], "auth": {"type": "oauth2"}},
        {"item": [], "auth": {"type": "oauth2", "oauth2": [{"key": "clientId", "value": 7}]}},
        {"item": [], "auth": {"type": "oauth2", "oauth2": {"tokenRequestParams": 7}}},
        {"item": [{"request": {"auth": {"type": ["x"]}, "url": None}}]},
        {"values": [{}]},
        {"collection": {"item": []}},
        {"collection": 7},
    ],
)
def test_odd_exports_are_survived(document: Any) -> None:
    assert not understand(json.dumps(document))
