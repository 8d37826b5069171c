"""What the login refuses, row by row of k2-facts.md, "What goes wrong": causes and next clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from k2bench.auth.hashing import secret_hash
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import causes, client_secret, neighbours_login, refused, use_client


@pytest.mark.parametrize(
    ("change", "likeliest", "click", "field"),
    [
        (
            lambda secret: secret_hash(secret),
            "the hash was entered as the secret",
            "Edit Client Secret",
            "Client Secret",
        ),
        (
            lambda secret: secret.reveal() + " ",
            "a blank or a line break slipped",
            "Edit Client Secret",
            "Client Secret",
        ),
        (
            lambda secret: secret.reveal() + "\n",
            "a blank or a line break slipped",
            "Edit Client Secret",
            "Client Secret",
        ),
        (
            lambda secret: "x" * 101,
            "the client id or the secret is too long",
            "Edit Client Secret",
            "Client Secret",
        ),
    ],
    ids=["the hash", "a blank", "a line break", "101 characters"],
)
def test_what_is_wrong_with_the_secret_itself(
    demo: Driver,
    change: Callable,
    likeliest: str,
    click: str,
    field: str,  # type: ignore[type-arg]
) -> None:
    secret = client_secret(demo)
    demo.find("Authorization/Client Secret").setText(change(secret))  # type: ignore[attr-defined]
    said = refused(demo)
    assert f"Very likely: {likeliest}" in said
    assert secret.reveal() not in said
    demo.press(f"Authorization/{click}")
    assert demo.window.focusWidget() is demo.find(f"Authorization/{field}")


@pytest.mark.parametrize(
    ("client", "form"), [("hex-hash", "hex"), ("base64url-hash", "another Base64")]
)
def test_a_hash_registered_in_another_encoding(demo: Driver, client: str, form: str) -> None:
    use_client(demo, client)
    assert "registered in hex or Base64url" in refused(demo)
    demo.press("Authorization/Compare with hash")
    dialog = demo.dialog()
    assert demo.text("Secret", dialog) == client_secret(demo).reveal()
    assert demo.find("Copy hash", dialog).isEnabled()
    registered = {
        "hex": demo.text("SHA-256 hash (hex)", dialog),
        "another Base64": demo.text("SHA-256 hash (Base64)", dialog)
        .replace("+", "-")
        .replace("/", "_"),
    }[form]
    demo.type("Hash to compare", registered, dialog)
    field = demo.find("Hash to compare", dialog).parentWidget()
    assert form in " ".join(label.text() for label in field.findChildren(QLabel))


def test_a_client_id_that_is_none(demo: Driver) -> None:
    demo.type("Authorization/Client ID", "my-app")
    assert "Very likely: the client id is wrong" in refused(demo)
    demo.press("Authorization/Edit Client ID")
    assert demo.window.focusWidget() is demo.find("Authorization/Client ID")


def test_all_causes_stand_in_the_order_of_the_table(demo: Driver) -> None:
    demo.type("Authorization/Client ID", "idt.cc.unknown")
    refused(demo)
    listed = causes(demo, "Authorization")
    order = ["registered in hex", "client id has a typing error", "another tenant"]
    assert [next(i for i, text in enumerate(listed) if word in text) for word in order] == [0, 1, 2]


def test_the_token_url_of_another_tenant(demo: Driver) -> None:
    url = demo.text("Authorization/Access Token URL")
    demo.type("Authorization/Access Token URL", neighbours_login(url))
    refused(demo)
    assert "the Access Token URL belongs to another tenant" in causes(demo, "Authorization")
    demo.press("Authorization/Check Endpoint")
    dialog = demo.dialog()
    demo.wait(lambda: bool(demo.find("Endpoint checks", dialog).accessibleDescription()))
    demo.press("Close", dialog)


@pytest.mark.parametrize(
    ("client", "scope", "words"),
    [
        ("consultant", ODATA_SCOPE.rstrip("/"), "the trailing slash of the scope is missing"),
        ("no-scim", SCIM_SCOPE, "this client was not given the SCIM scope"),
        ("consultant", "openid", "that scope is for people who log in"),
    ],
)
def test_a_scope_is_set_right_by_one_click(
    demo: Driver, client: str, scope: str, words: str
) -> None:
    use_client(demo, client)
    demo.type("Authorization/Scope", scope)
    assert f"Very likely: {words}" in refused(demo)
    demo.press_in("Authorization", f"Use {ODATA_SCOPE}")
    assert demo.text("Authorization/Scope") == ODATA_SCOPE
    environment = demo.app.current.environment
    assert environment is not None
    assert (environment.scope, environment.scim_scope) == (ODATA_SCOPE, SCIM_SCOPE)
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Access Token")


def test_the_chosen_scope_of_scim_is_not_overwritten(demo: Driver) -> None:
    use_client(demo, "no-scim")
    demo.choose("Authorization/Scope", SCIM_SCOPE)
    refused(demo)
    demo.press_in("Authorization", f"Use {ODATA_SCOPE}")
    environment = demo.app.current.environment
    assert environment is not None
    assert (environment.scope, environment.scim_scope) == (ODATA_SCOPE, SCIM_SCOPE)


def test_a_client_that_was_not_onboarded_gets_its_ticket(demo: Driver) -> None:
    use_client(demo, "browser-only")
    assert "not onboarded for the client-credentials grant" in refused(demo)
    demo.press("Authorization/Show ticket text")
    dialog = demo.dialog()
    text = demo.text("Ticket text", dialog)
    secret = client_secret(demo)
    assert text.startswith("Subject: Client Credentials Flow for http://127.0.0.1")
    assert secret_hash(secret) in text
    assert secret.reveal() not in text
    assert demo.window.focusWidget() is not None


def test_an_issuer_pasted_as_token_url(demo: Driver) -> None:
    url = demo.text("Authorization/Access Token URL")
    demo.type("Authorization/Access Token URL", url.removesuffix("/connect/token"))
    said = refused(demo)
    assert "no token endpoint at this address (404)" in said
    demo.press_in("Authorization", "Add /connect/token")
    assert demo.text("Authorization/Access Token URL") == url
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Access Token")


def test_discovery_fills_the_token_url(demo: Driver) -> None:
    url = demo.text("Authorization/Access Token URL")
    demo.type("Authorization/Access Token URL", url.removesuffix("/connect/token"))
    refused(demo)
    demo.press("Authorization/Check Endpoint")
    dialog = demo.dialog()
    demo.wait_for("Use this token endpoint")
    demo.press("Use this token endpoint", dialog)
    assert demo.text("Authorization/Access Token URL") == url
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Access Token")
