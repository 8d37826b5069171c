"""The token engine under load and over expiry, at real servers."""

import asyncio
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from k2bench.core.environment import Environment, SecretKind, WritePolicy
from k2bench.core.request import RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.workbench.planning import Plan
from k2bench.workbench.sending import NOT_RENEWED, RENEWED, Answer
from k2bench.workbench.session import Session
from k2bench.workbench.token_source import UNPINNED
from tests.workbench.conftest import PATIENCE, send

SHORT_LIFE = 5.0  # seconds, of the client `short-lived`


class Tenant:
    """A login and an API in one; counts token requests, and refuses tokens on demand."""

    def __init__(self, serve: Callable[..., object]) -> None:
        self.tokens = 0
        self.calls: list[tuple[str, bytes]] = []  # the token sent, the body
        self.refused: set[str] = set()
        self.login_works = True
        self._lock = threading.Lock()
        self.url = serve(self._answer).url  # type: ignore[attr-defined]

    @property
    def environment(self) -> Environment:
        return Environment(
            "e",
            "E",
            self.url,
            f"{self.url}/connect/token",
            "idt.cc.x",
            write_policy=WritePolicy.FREE,
        )

    def _answer(self, connection) -> None:  # type: ignore[no-untyped-def]
        head = connection.request().decode()
        fields = dict(line.split(": ", 1) for line in head.split("\r\n") if ": " in line)
        body = connection.body(int(fields.get("Content-Length", 0)))
        if "connect/token" in head:
            self._give_token(connection)
            return
        token = fields.get("Authorization", "").removeprefix("Bearer ")
        with self._lock:
            self.calls.append((token, body))
        status = "401 Unauthorized" if token in self.refused else "200 OK"
        connection.answer(b"{}", "Content-Type: application/json", status=status)

    def _give_token(self, connection) -> None:  # type: ignore[no-untyped-def]
        with self._lock:
            self.tokens += 1
            token = f"token-{self.tokens}"
        if not self.login_works:
            answer = b'{"error": "invalid_client"}'
            connection.answer(answer, "Content-Type: application/json", status="400 Bad Request")
            return
        answer = json.dumps({"access_token": token, "expires_in": 3600}).encode()
        connection.answer(answer, "Content-Type: application/json")


@pytest.fixture
def tenant(session: Session, serve) -> Tenant:  # type: ignore[no-untyped-def]
    made = Tenant(serve)
    session.secrets.remember("e", SecretKind.CLIENT, Secret("s3cret"))
    return made


def send_many(session: Session, environment: Environment, count: int) -> list[Answer]:
    async def one() -> Answer:
        plan = await session.preparer.prepare(
            RequestSpec("GET", environment.tenant_url + "/x"), environment
        )
        assert isinstance(plan, Plan)
        return await session.sender.send(plan)

    async def all_at_once() -> list[Answer]:
        return await asyncio.gather(*(one() for _ in range(count)))

    return session.loop.run(all_at_once, 60)


def test_fifty_requests_at_once_make_one_token_request(session: Session, tenant: Tenant) -> None:
    answers = send_many(session, tenant.environment, 50)
    assert {each.snapshot.status for each in answers} == {200}
    assert tenant.tokens == 1
    assert [token for token, _ in tenant.calls] == ["token-1"] * 50


@pytest.mark.parametrize("body", [b"", b'{"a": 1}'])
def test_a_401_renews_once_and_sends_the_same_again(
    session: Session, tenant: Tenant, body: bytes
) -> None:
    tenant.refused = {"token-1"}
    method = "POST" if body else "GET"
    spec = RequestSpec(method, f"{tenant.url}/x", body=TextBody(body.decode()))
    answer = send(session, spec, tenant.environment)
    assert answer.snapshot.status == 200
    assert RENEWED in answer.snapshot.notes
    assert tenant.calls == [("token-1", body), ("token-2", body)]
    assert answer.token is not None
    assert answer.token.value == Secret("token-2")


def test_a_server_that_refuses_every_token_is_asked_twice_and_no_more(
    session: Session, tenant: Tenant
) -> None:
    tenant.refused = {f"token-{n}" for n in range(9)}
    answer = send(session, RequestSpec("GET", f"{tenant.url}/x"), tenant.environment)
    assert answer.snapshot.status == 401
    assert len(tenant.calls) == 2
    assert answer.problem is not None


def test_a_login_that_refuses_meanwhile_leaves_the_401_and_says_so(
    session: Session, tenant: Tenant
) -> None:
    send(session, RequestSpec("GET", f"{tenant.url}/x"), tenant.environment)
    tenant.refused, tenant.login_works = {"token-1"}, False
    answer = send(session, RequestSpec("GET", f"{tenant.url}/x"), tenant.environment)
    assert answer.snapshot.status == 401
    assert any(note.startswith(NOT_RENEWED) for note in answer.snapshot.notes)


def test_many_refused_at_once_share_one_renewal(session: Session, tenant: Tenant) -> None:
    send(session, RequestSpec("GET", f"{tenant.url}/x"), tenant.environment)
    tenant.refused = {"token-1"}
    answers = send_many(session, tenant.environment, 20)
    assert {each.snapshot.status for each in answers} == {200}
    assert tenant.tokens == 2


def test_a_stale_pin_is_dropped_and_said(session: Session, tenant: Tenant) -> None:
    spec = RequestSpec("GET", f"{tenant.url}/x")
    token = send(session, spec, tenant.environment).token
    assert token is not None
    stale = replace(token, expires_at=token.issued_at)
    session.tokens.pin("e", tenant.environment.scope, stale)
    answer = send(session, spec, tenant.environment)
    assert answer.snapshot.status == 200
    assert UNPINNED in answer.snapshot.notes


def test_requests_over_the_expiry_of_short_lived_tokens_never_see_a_401(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    addresses = session.demo
    assert addresses is not None
    client = next(each for each in addresses.clients if each.id.endswith("short-lived"))
    mine = replace(environment, id="short", client_id=client.id)
    session.secrets.remember("short", SecretKind.CLIENT, client.secret)
    spec = RequestSpec("GET", "{{odata}}/Departments?$top=1")
    began, tokens, sent = monotonic(), set(), 0
    while sent < 100 or monotonic() - began < SHORT_LIFE + 1:
        answer = send(session, spec, mine)
        sent += 1
        assert answer.snapshot.status == 200
        assert answer.token is not None
        tokens.add(answer.token.value)
    assert len(tokens) >= 2
    assert monotonic() - began < PATIENCE * 3
