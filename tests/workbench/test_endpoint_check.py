import json
from typing import Any

import pytest

from k2bench.auth.check import Verdict
from k2bench.auth.credentials import ClientAuth
from k2bench.auth.endpoint_checks import ISSUER, SCOPE_LISTED, SIGNING_KEYS, TOKEN_ENDPOINT, Asked
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Step, WorkbenchError
from k2bench.workbench.endpoint_check import DISCOVERY, EndpointReport, check_endpoint
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE

GUID = "0b2c"
DATE = "Sun, 06 Nov 1994 08:49:37 GMT"
THEN = 784111777.0


def report(
    session: Session, token_url: str, scope: str = "https://api.k2.com/", now: float | None = None
) -> EndpointReport:
    asked = Asked(token_url, ClientAuth.BODY, scope)
    clock = session.clock if now is None else lambda: now
    return session.loop.run(lambda: check_endpoint(session.exchange, asked, clock), PATIENCE)


def verdicts(found: EndpointReport) -> dict[str, Verdict]:
    return {check.name: check.verdict for check in found.checks}


def why(found: EndpointReport, name: str) -> str:
    return next(check.why for check in found.checks if check.name == name)


class Login:
    """A login whose documents a test writes; `paths` tells what was asked for."""

    def __init__(self, serve, context=None, **members: Any) -> None:  # type: ignore[no-untyped-def]
        self.paths: list[str] = []
        self.keys = b'{"keys": [{"kty": "RSA"}]}'
        self.server = serve(self._answer, context)
        issuer = self.issuer = f"{self.server.url}/{GUID}"
        self.token_url = f"{issuer}/connect/token"
        self.members = {
            "issuer": issuer,
            "token_endpoint": self.token_url,
            "jwks_uri": f"{issuer}/.well-known/openid-configuration/jwks",
            "grant_types_supported": ["client_credentials"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "scopes_supported": ["https://api.k2.com/"],
        } | {name: value.replace("$HOST", self.server.url) for name, value in members.items()}

    def _answer(self, connection) -> None:  # type: ignore[no-untyped-def]
        path = connection.request().split(b" ")[1].decode()
        self.paths.append(path)
        body = self.keys if path.endswith("jwks") else json.dumps(self.members).encode()
        connection.answer(body, "Content-Type: application/json", f"Date: {DATE}")


def test_the_demo_tenant_passes(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    found = report(session, environment.token_url)
    assert set(verdicts(found).values()) == {Verdict.PASS}
    assert found.verdict is Verdict.PASS
    assert [check.next_step for check in found.checks if check.next_step] == []
    assert found.jwks_uri.endswith("/jwks")
    assert json.loads(found.raw)["token_endpoint"] == environment.token_url
    assert ("token_endpoint", environment.token_url) in found.rows


def test_a_hidden_scope_only_warns(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    found = report(session, environment.token_url, "https://scim.onk2.com/write")
    assert verdicts(found)[SCOPE_LISTED] is Verdict.WARN
    assert found.verdict is Verdict.WARN


@pytest.mark.parametrize("tail", ["", "/", "/.well-known/openid-configuration", "/connect"])
def test_an_issuer_or_a_discovery_url_is_corrected(
    demo_session: tuple[Session, Environment], tail: str
) -> None:
    session, environment = demo_session
    issuer = environment.token_url.removesuffix("/connect/token")
    found = report(session, issuer + tail)
    step = next(check.next_step for check in found.checks if check.name == TOKEN_ENDPOINT)
    assert step == NextStep("Use this token endpoint", Step.SET_TOKEN_URL, environment.token_url)


def test_a_wrong_tenant_is_not_there(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    found = report(session, environment.token_url.replace("/connect", "0/connect"))
    assert verdicts(found)[DISCOVERY] is Verdict.FAIL
    assert "404" in why(found, DISCOVERY)
    assert "Very likely" in why(found, DISCOVERY)


def test_over_tls_the_issuer_of_the_certificate_is_shown(  # type: ignore[no-untyped-def]
    session: Session, serve, authority
) -> None:
    login = Login(serve, authority.context())
    found = report(session, login.token_url, now=THEN)
    assert found.verdict is Verdict.PASS
    assert "Test Authority" in why(found, "Certificate")


def test_a_clock_that_is_ten_minutes_off_fails(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    login = Login(serve)
    found = report(session, login.token_url, now=THEN - 600)
    assert verdicts(found)["Clock"] is Verdict.FAIL
    assert "10 min behind" in why(found, "Clock")


def test_a_document_of_another_host_fails_and_nothing_is_offered(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    other = serve(lambda c: c.request())
    login = Login(
        serve,
        issuer="https://evil/x",
        token_endpoint="https://evil/x/connect/token",
        jwks_uri=f"{other.url}/jwks",
    )
    found = report(session, login.token_url, now=THEN)
    assert verdicts(found)[ISSUER] is Verdict.FAIL
    assert verdicts(found)[TOKEN_ENDPOINT] is Verdict.FAIL
    assert verdicts(found)[SIGNING_KEYS] is Verdict.FAIL
    assert "another host" in why(found, SIGNING_KEYS)
    assert found.jwks_uri == ""
    assert [check.next_step for check in found.checks if check.next_step] == []
    assert other.accepted == 0


@pytest.mark.parametrize("keys", [b"<html>", b"", b"{}", b"[1]"])
def test_keys_that_cannot_be_read_fail(session: Session, serve, keys: bytes) -> None:  # type: ignore[no-untyped-def]
    login = Login(serve)
    login.keys = keys
    found = report(session, login.token_url, now=THEN)
    assert verdicts(found)[SIGNING_KEYS] is Verdict.FAIL
    assert login.paths == [
        f"/{GUID}/.well-known/openid-configuration",
        f"/{GUID}/.well-known/openid-configuration/jwks",
    ]


def test_keys_that_nobody_serves_fail(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    def answer(connection) -> None:  # type: ignore[no-untyped-def]
        if b"jwks" not in connection.request():
            issuer = f"{server.url}/g"
            connection.answer(json.dumps({"issuer": issuer, "jwks_uri": issuer + "/jwks"}).encode())

    server = serve(answer)
    found = report(session, f"{server.url}/g/connect/token", now=THEN)
    assert verdicts(found)[SIGNING_KEYS] is Verdict.FAIL
    assert "cannot be read" in why(found, SIGNING_KEYS)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", "web page"),
        (b"200 OK\r\nContent-Length: 0\r\n\r\n", "empty"),
        (b"200 OK\r\nContent-Length: 2\r\n\r\n[]", "not an object"),
        (b"200 OK\r\nContent-Length: 2\r\n\r\n{}", "neither"),
        (b"200 OK\r\nContent-Length: 9\r\n\r\n{", "cut off"),
        (b"302 Found\r\nLocation: https://evil/\r\nContent-Length: 0\r\n\r\n", "does not follow"),
        (b"404 Not Found\r\nContent-Length: 1\r\n\r\nx", "404"),
        (b"500 Oops\r\nContent-Length: 1\r\n\r\nx", "500 Oops"),
    ],
)
def test_odd_answers_fail_with_words(session: Session, serve, raw: bytes, words: str) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: (c.request(), c.send(b"HTTP/1.1 " + raw)))
    found = report(session, f"{server.url}/g/connect/token")
    assert verdicts(found)[DISCOVERY] is Verdict.FAIL
    assert words in why(found, DISCOVERY)
    assert "Clock" in verdicts(found)
    assert server.accepted == 1


def test_a_document_that_redirects_to_itself_ends(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(
        lambda c: (
            c.request(),
            c.answer(
                b"", "Location: /g/.well-known/openid-configuration", status="301 Moved Permanently"
            ),
        )
    )
    found = report(session, f"{server.url}/g/connect/token")
    assert "to itself" in why(found, DISCOVERY)
    assert server.accepted == 1


@pytest.mark.parametrize("url", ["", "login", "ftp://x/", "http://127.0.0.1:1/g/connect/token"])
def test_no_answer_at_all_is_an_error(session: Session, url: str) -> None:
    with pytest.raises(WorkbenchError):
        report(session, url)
