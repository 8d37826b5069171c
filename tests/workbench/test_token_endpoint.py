from dataclasses import replace

import pytest

from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Problem, Step, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.workbench.session import Session
from k2bench.workbench.token_endpoint import Acquired, TokenEndpoint
from k2bench.workbench.token_source import credentials_of
from tests.workbench.conftest import PATIENCE

SECRET = "s3cret-that-must-not-leak"


def fetch(session: Session, credentials: ClientCredentials) -> Acquired:
    endpoint = TokenEndpoint(session.exchange, session.clock)
    return session.loop.run(lambda: endpoint.fetch(credentials), PATIENCE)


def failure(session: Session, credentials: ClientCredentials) -> Problem:
    with pytest.raises(WorkbenchError) as caught:
        fetch(session, credentials)
    problem = caught.value.problem
    assert problem.title
    assert problem.hint
    assert SECRET not in repr(problem) + str(caught.value)
    return problem


@pytest.mark.parametrize("placement", list(ClientAuth))
def test_a_token_of_the_demo_tenant(
    demo_session: tuple[Session, Environment], placement: ClientAuth
) -> None:
    session, environment = demo_session
    secret = session.secrets.remembered(environment.id, SecretKind.CLIENT)
    assert secret is not None
    credentials = replace(credentials_of(environment, secret), client_auth=placement)
    acquired = fetch(session, credentials)
    assert acquired.token.jwt is not None
    assert acquired.token.jwt.claims["client_id"] == environment.client_id
    assert acquired.token.expires_at == pytest.approx(acquired.token.issued_at + 3600)
    assert secret.reveal() not in repr(acquired)
    assert acquired.token.value.reveal().encode() not in acquired.answer.body[:]
    assert b"****" in acquired.answer.body[:]


def test_a_wrong_secret_is_explained(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    problem = failure(session, credentials_of(environment, Secret(SECRET)))
    assert "refused these credentials" in problem.title
    assert Step.COMPARE_HASH in {step.step for step in problem.steps}


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
            "web page",
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "empty answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", "cut off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\xff\xff", "not UTF-8"),
        (b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", "redirects"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 1\r\n\r\nx", "no token endpoint"),
        (b"HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", "too often (429)"),
        (b"HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n{}", "holds no token (500)"),
    ],
)
def test_odd_answers_are_explained(session: Session, serve, raw: bytes, title: str) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: (c.request(), c.send(raw)))
    credentials = ClientCredentials(f"{server.url}/t", "id", Secret(SECRET))
    assert title in failure(session, credentials).title


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"access_token":"abcdefgh","token_type":"mac"}', "of type mac, not Bearer"),
        (b'{"access_token":"abcdefgh\\nijkl"}', "no header can carry"),
    ],
)
def test_why_a_token_cannot_be_used_is_said(
    session: Session, serve, body: bytes, words: str
) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: (c.request(), c.answer(body)))
    problem = failure(session, ClientCredentials(f"{server.url}/t", "id", Secret(SECRET)))
    assert words in problem.title
    assert "abcdefgh" not in problem.detail


def test_of_100_megabytes_one_is_read(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    def endless(connection) -> None:  # type: ignore[no-untyped-def]
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        for _ in range(1000):
            connection.send(b"x" * 100_000)

    server = serve(endless)
    problem = failure(session, ClientCredentials(f"{server.url}/t", "id", Secret(SECRET)))
    assert "larger than 1 MB" in problem.title
    assert "xxxx" in problem.detail


def test_a_secret_echoed_by_the_server_is_masked(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    body = f"<p>{SECRET}</p>".encode()
    server = serve(lambda c: (c.request(), c.answer(body, status="400 Bad Request")))
    problem = failure(session, ClientCredentials(f"{server.url}/t", "id", Secret(SECRET)))
    assert "<p>****</p>" in problem.detail


def test_nothing_listens_there(session: Session) -> None:
    problem = failure(session, ClientCredentials("http://127.0.0.1:1/t", "id", Secret(SECRET)))
    assert "127.0.0.1" in problem.title + problem.hint + problem.detail


def test_a_certificate_of_an_unknown_issuer_is_named(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    import ssl

    import trustme

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA(organization_name="Company Proxy").issue_cert("127.0.0.1").configure_cert(context)
    server = serve(lambda c: c.request(), context)
    problem = failure(session, ClientCredentials(f"{server.url}/t", "id", Secret(SECRET)))
    assert "Company Proxy" in problem.title + problem.hint + problem.detail


def test_odd_credentials_get_advice(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    secret = session.secrets.remembered(environment.id, SecretKind.CLIENT)
    assert secret is not None
    spaced = replace(credentials_of(environment, secret), token_url=f" {environment.token_url}\n")
    assert any("Blanks" in each.text for each in fetch(session, spaced).advice)


@pytest.mark.parametrize(
    "body",
    [
        b'{"access_token":"eyJ-un-usable","token_type":"DPoP"}',
        b'{"access_token": ["eyJ-un-usable"], "x":1}',
        b'{"refresh_token":"eyJ-un-usable","access_token":"' + b"eyJ-un-usable" * 300,
        b"access_token=eyJ-un-usable&token_type=mac",
    ],
)
def test_a_token_that_cannot_be_used_is_not_shown_either(  # type: ignore[no-untyped-def]
    session: Session, serve, body: bytes
) -> None:
    kind = "application/x-www-form-urlencoded" if body.startswith(b"a") else "application/json"
    server = serve(lambda c: c.request() and c.answer(body, f"Content-Type: {kind}"))
    problem = failure(session, ClientCredentials(f"{server.url}/t", "id", Secret(SECRET), ""))
    assert problem.detail
    assert "eyJ-un" not in repr(problem)
