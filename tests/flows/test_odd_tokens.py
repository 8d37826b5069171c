"""Token answers that are odd, in the window: told precisely, and never the end of the work."""

import base64
import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QTableWidget

from tests.flows.conftest import Driver
from tests.flows.demo_tenant import open_url, refused, set_fault
from tests.flows.odd_login import (
    Answer,
    OddLogin,
    as_json,
    at_login,
    get_token,
    inspected,
    redirect,
    token,
)

Start = Callable[..., Driver]
PAGE: Answer = ("200 OK", ("Content-Type: text/html",), b"<html>Sign in</html>")
LARGE = token(access_token="e" * 1_400_000)


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (redirect("/elsewhere"), ("redirects", "never sent on")),
        (PAGE, ("web page instead of a token",)),
        (LARGE, ("larger than 1 MB", "claims")),
        (token(token_type="mac"), ("of type mac, not Bearer",)),
        (token(access_token="two\nlines"), ("no header can carry",)),
        (as_json({}, "503 Busy"), ("temporarily not available",)),
    ],
)
def test_what_is_no_token_is_told_precisely(
    start: Start,
    serve: Callable,
    answer: Answer,
    words: tuple[str, ...],  # type: ignore[type-arg]
) -> None:
    login = OddLogin(serve, {"/connect/token": answer, "*": token()})
    driver = at_login(start, login)
    said = refused(driver)
    for each in words:
        assert each in said
    assert not driver.sees("Authorization/Access Token")
    assert login.asked("/elsewhere") == 0
    login.routes["/connect/token"] = token()
    get_token(driver)
    assert driver.sees("Authorization/Access Token")
    assert not driver.sees("Authorization/Problem")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("too_many_requests", ("asked too often (429)", "wait for 2 s")),
        ("unavailable", ("temporarily not available (503)",)),
        ("reset", ("cut off", "ended the connection too early")),
        ("truncated_gzip", ("cut off", "compressed data (gzip) ends too early")),
    ],
)
def test_what_may_pass_is_tried_again_by_one_click(
    demo: Driver, fault: str, words: tuple[str, ...]
) -> None:
    set_fault(demo, fault, api="login")
    said = refused(demo)
    for each in words:
        assert each in said
    assert "proxy" not in said
    set_fault(demo, fault, on=False)
    demo.press("Authorization/Try again")
    demo.wait(lambda: not demo.sees("Authorization/Problem"))
    demo.wait_for("Authorization/Get New Access Token")


def test_a_missing_guid_is_not_taken_for_a_missing_end(demo: Driver) -> None:
    url = demo.text("Authorization/Access Token URL")
    host = url.partition("://")[2].partition("/")[0]
    demo.type("Authorization/Access Token URL", f"http://{host}/connect/token")
    said = refused(demo)
    assert "GUID is missing" in said
    assert "should end with" not in said


@pytest.mark.parametrize(
    ("expires_in", "expiry", "note"),
    [
        (0, "expired", "has expired already"),
        (-5, "expired", "has expired already"),
        (10**30, "3,650 days", ""),
        ("soon", "", "not a number of seconds"),
    ],
)
def test_a_life_that_is_none(
    start: Start,
    serve: Callable,
    expires_in: object,
    expiry: str,
    note: str,  # type: ignore[type-arg]
) -> None:
    answers = {"/connect/token": token(expires_in=expires_in), "*": as_json({"value": []})}
    login = OddLogin(serve, answers)
    driver = at_login(start, login)
    get_token(driver)
    assert driver.sees("Authorization/Access Token")
    shown = driver.text("Authorization/Token expiry") if expiry else ""
    assert shown == expiry
    assert note in driver.text("Authorization/Token meaning")
    open_url(driver, "{{odata}}/A")
    assert driver.text("Response/Status") == "200 OK"
    if expiry.endswith("days"):
        assert expiry in driver.text("Environment bar/Token status")


@pytest.mark.parametrize(
    ("text", "signature", "why"),
    [
        (f"{part({'alg': 'none'})}.{part({'iat': 'x'})}.", "Signature failed", "not signed"),
        ("ey!!!.@@@.zz", "Signature unknown", "cannot be read as a JSON Web Token"),
        ("opaque-token", "Signature unknown", "opaque"),
    ],
)
def test_a_token_without_a_signature_is_judged_at_once(
    start: Start,
    serve: Callable,
    text: str,
    signature: str,
    why: str,  # type: ignore[type-arg]
) -> None:
    login = OddLogin(serve, {"/connect/token": token(access_token=text)})
    driver = at_login(start, login)
    get_token(driver)
    dialog = inspected(driver)
    assert dialog.signature.text() == signature  # type: ignore[attr-defined]
    assert why in dialog.signature_why.text()  # type: ignore[attr-defined]
    assert login.asked("/.well-known/openid-configuration") == 0
    table = driver.find("Token claims", dialog)
    assert isinstance(table, QTableWidget)
    rows = {table.item(at, 1).text(): table.item(at, 3).text() for at in range(table.rowCount())}
    if "iat" in rows:
        assert rows["iat"] == "When it was made. Should be a number of seconds since 1970."
        assert "not signed" in rows["alg"]
