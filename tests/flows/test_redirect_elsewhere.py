"""A redirect to a second origin, both real: credentials stay behind, and the response says so."""

from collections.abc import Callable

import pytest

from k2bench.core.request import Pair, RequestSpec
from tests.flows.conftest import Driver
from tests.flows.odd_login import OddLogin, as_json, at_login, get_token, redirect, token


@pytest.mark.parametrize("status", ["302 Found", "307 Temporary Redirect"])
def test_credentials_are_dropped_where_a_redirect_leads_elsewhere(
    start: Callable[..., Driver],
    serve: Callable,
    status: str,  # type: ignore[type-arg]
) -> None:
    other = OddLogin(serve, {"*": as_json({"landed": True})})
    login = OddLogin(
        serve,
        {
            "/connect/token": token(),
            "/away": redirect(f"{other.url}/landed", status),
            "/here": redirect("/there"),
            "/there": as_json({}),
        },
    )
    driver = at_login(start, login)
    get_token(driver)
    headers = (Pair("Cookie", "session=abc"), Pair("X-Trace", "7"))
    workspace = driver.app.wiring.workspace
    driver.while_shown(
        lambda: workspace.open_and_send(RequestSpec("GET", "{{host}}/away", headers=headers))
    )
    assert driver.text("Response/Status") == "200 OK"
    (landed,) = other.heads
    assert landed.startswith("GET /landed ")
    assert "opaque-token-abc" not in landed
    assert "session=abc" not in landed
    assert "X-Trace: 7" in landed
    note = driver.find("Response/Response note").accessibleDescription()
    assert "Authorization" in note
    assert "Cookie" in note
    driver.while_shown(lambda: workspace.open_and_send(RequestSpec("GET", "{{host}}/here")))
    assert "Bearer opaque-token-abc" in login.heads[-1]
    assert not driver.sees("Response/Response note")
