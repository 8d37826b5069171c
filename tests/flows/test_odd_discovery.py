"""Check Endpoint, where what answers is not the login's discovery document."""

from collections.abc import Callable

import pytest

from tests.flows.conftest import Driver
from tests.flows.odd_login import DISCOVERY, Answer, OddLogin, as_json, at_login, redirect, token

Start = Callable[..., Driver]
PAGE: Answer = ("200 OK", ("Content-Type: text/html",), b"<html>\n<p>Sign in</p></html>")
EVIL = "https://evil.example"


def document(host: str = "{url}", **members: object) -> Answer:
    return as_json(
        {
            "issuer": host,
            "token_endpoint": f"{host}/connect/token",
            "jwks_uri": f"{host}/jwks",
            "grant_types_supported": ["client_credentials"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "scopes_supported": ["https://api.k2.com/"],
        }
        | members
    )


def checked(start: Start, login: OddLogin) -> Driver:
    driver = at_login(start, login)
    driver.press("Authorization/Check Endpoint")
    dialog = driver.dialog()
    driver.wait(lambda: not dialog.wait.isVisible())  # type: ignore[attr-defined]
    driver.wait(driver.app.bridge.is_idle)
    assert driver.text("Address asked", dialog) == login.url + DISCOVERY
    return driver


def checks(driver: Driver) -> str:
    return driver.find("Endpoint checks", driver.dialog()).accessibleDescription()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (PAGE, "fail. {address} cannot be used: it is a web page"),
        (redirect("{url}" + DISCOVERY), "redirects to itself, without end"),
        (redirect(f"{EVIL}/x"), f"redirects to {EVIL}/x, which k2bench does not follow"),
        (redirect("{url}/other"), "/other, which k2bench does not follow"),
        (document(EVIL), "points to another host"),
        (document(EVIL), "Issuer: fail. The document is of another host"),
        (document(jwks_uri=f"{EVIL}/jwks"), "another host, which was not asked"),
    ],
)
def test_what_is_not_this_logins_document_fails_and_offers_nothing(
    start: Start,
    serve: Callable,
    answer: Answer,
    words: str,  # type: ignore[type-arg]
) -> None:
    login = OddLogin(serve, {DISCOVERY: answer, "/jwks": as_json({"keys": []})})
    driver = checked(start, login)
    assert words.format(address=login.url + DISCOVERY) in checks(driver)
    assert not driver.sees("Use this token endpoint")
    assert login.asked("/other") == 0
    assert login.asked(DISCOVERY) == 1


def test_the_page_that_came_can_be_read(start: Start, serve: Callable) -> None:  # type: ignore[type-arg]
    driver = checked(start, OddLogin(serve, {DISCOVERY: PAGE}))
    dialog = driver.dialog()
    dialog.pages.show_page("JSON")  # type: ignore[attr-defined]
    driver.settle()
    shown = driver.find("Discovery JSON", dialog).visible_texts()  # type: ignore[attr-defined]
    assert "<p>Sign in</p></html>" in list(shown)


def test_a_scope_and_a_ticket_are_one_click_away(start: Start, serve: Callable) -> None:  # type: ignore[type-arg]
    answer = document(
        grant_types_supported=["authorization_code"], scopes_supported=["https://api.k2.com"]
    )
    login = OddLogin(serve, {DISCOVERY: answer, "/connect/token": token()})
    driver = checked(start, login)
    driver.press_in("Endpoint checks", "Use https://api.k2.com")
    assert driver.text("Authorization/Scope") == "https://api.k2.com"
    assert not driver.dialogs()
    driver.press("Authorization/Check Endpoint")
    driver.wait_for("Show ticket text")
    driver.press("Show ticket text", driver.dialog())
    driver.wait(lambda: bool(driver.dialogs()))
    assert "Client Credentials" in driver.text("Ticket text", driver.dialog())


def test_without_an_answer_the_address_is_named_and_the_check_repeated(
    start: Start,
    serve: Callable,  # type: ignore[type-arg]
) -> None:
    login = OddLogin(serve, {DISCOVERY: document()})
    driver = at_login(start, login)
    driver.type("Authorization/Access Token URL", "http://127.0.0.1:1/connect/token")
    driver.press("Authorization/Check Endpoint")
    dialog = driver.dialog()
    driver.wait(dialog.banner.isVisible)  # type: ignore[attr-defined]
    assert driver.text("Address asked", dialog) == f"http://127.0.0.1:1{DISCOVERY}"
    driver.press("Try again", dialog)
    assert driver.dialog() is not dialog
    driver.wait(driver.app.bridge.is_idle)
