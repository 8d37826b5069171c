"""Tokens under load: counted at a real server, with the session's clock in the test's hand."""

import asyncio
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from k2bench.core.environment import Environment, SecretKind, WritePolicy
from k2bench.core.request import RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.workbench.planning import Plan
from k2bench.workbench.sending import NOT_RENEWED, RENEWED, Answer
from k2bench.workbench.session import Session
from k2bench.workbench.token_source import UNPINNED, credentials_of
from tests.workbench.conftest import PATIENCE, Clock

NAME = "e"


@dataclass
class Tenant:
    """A login and an API that know the same clock as the client.

    Attributes:
        life: what the login says of each token.
        strict: the API refuses tokens whose life is over.
        refusals: so many requests to the API are refused although their token is good.
    """

    clock: Clock
    life: object = 3600
    strict: bool = False
    refusals: int = 0
    login_works: bool = True
    issued: dict[str, float] = field(default_factory=dict)
    seen: list[tuple[str, str, bytes]] = field(default_factory=list)
    refused: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, connection) -> None:  # type: ignore[no-untyped-def]
        head = connection.request()
        if not head:
            return
        lines = head.decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:] if line)
        names = {name.lower(): value for name, value in headers.items()}
        body = connection.body(int(names.get("content-length", 0)))
        with self._lock:
            status, answer = self._answer(lines[0], names.get("authorization", ""), body)
        connection.answer(
            json.dumps(answer).encode(), "Content-Type: application/json", status=status
        )

    def _answer(self, line: str, authorization: str, body: bytes) -> tuple[str, object]:
        method, path, _ = line.split(" ")
        if path == "/connect/token":
            if not self.login_works:
                return "503 Service Unavailable", {}
            token = f"token-{len(self.issued) + 1}-of-the-test"
            life = self.life if isinstance(self.life, int) else 0
            self.issued[token] = self.clock() + life
            return "200 OK", {"access_token": token, "expires_in": self.life}
        token = authorization.removeprefix("Bearer ")
        self.seen.append((method, token, body))
        good = token in self.issued
        if self.strict:
            good = good and self.clock() < self.issued[token]
        if self.refusals or not good:
            self.refusals = max(0, self.refusals - 1)
            self.refused += 1
            return "401 Unauthorized", {}
        return "200 OK", {"value": []}


@dataclass
class Bench:
    """A session that talks to the tenant."""

    session: Session
    tenant: Tenant
    environment: Environment

    def send(self, spec: RequestSpec, times: int = 1) -> list[Answer]:
        """Send a request so often at the same time."""

        async def one() -> Answer:
            planned = await self.session.preparer.prepare(spec, self.environment)
            assert isinstance(planned, Plan)
            return await self.session.sender.send(planned)

        async def road() -> list[Answer]:
            return await asyncio.gather(*(one() for _ in range(times)))

        return self.session.loop.run(road, PATIENCE)

    @property
    def tokens_asked(self) -> int:
        """Token requests that the login saw."""
        return len(self.tenant.issued)


@pytest.fixture
def bench(tmp_path: Path, keychain: Keychain, serve) -> Iterator[Bench]:  # type: ignore[no-untyped-def]
    clock = Clock()
    tenant = Tenant(clock)
    server = serve(tenant)
    session = Session(Places(tmp_path / "config", tmp_path / "cache"), keychain, clock)
    environment = Environment(
        NAME,
        "E",
        server.url,
        f"{server.url}/connect/token",
        "idt.cc.x",
        write_policy=WritePolicy.FREE,
    )
    session.secrets.remember(NAME, SecretKind.CLIENT, Secret("s3cret-text"))
    yield Bench(session, tenant, environment)
    session.close()


GET = RequestSpec("GET", "{{odata}}/A")
POST = RequestSpec("POST", "{{odata}}/A", body=TextBody('{"ID":1}'))


def test_fifty_at_once_with_no_token_make_one_token_request(bench: Bench) -> None:
    answers = bench.send(GET, 50)
    assert [answer.snapshot.status for answer in answers] == [200] * 50
    assert bench.tokens_asked == 1
    assert len(bench.tenant.seen) == 50


def test_a_hundred_requests_over_the_expiry_of_5_second_tokens(bench: Bench) -> None:
    bench.tenant.life, bench.tenant.strict = 5, True
    for _ in range(100):
        (answer,) = bench.send(GET)
        assert answer.snapshot.status == 200
        assert answer.snapshot.notes == ()
        bench.tenant.clock.now += 0.4
    assert bench.tenant.refused == 0  # renewed in time: the API never saw a stale token
    assert 100 * 0.4 / 5 <= bench.tokens_asked <= 100 * 0.4 / 2


def test_a_hundred_requests_in_bursts_over_the_expiry(bench: Bench) -> None:
    bench.tenant.life, bench.tenant.strict = 5, True
    for _ in range(10):
        assert {answer.snapshot.status for answer in bench.send(GET, 10)} == {200}
        bench.tenant.clock.now += 3
    assert bench.tenant.refused == 0
    assert bench.tokens_asked == 10


@pytest.mark.parametrize("spec", [GET, POST], ids=lambda spec: spec.method)
def test_a_401_in_the_middle_renews_and_replays_once(bench: Bench, spec: RequestSpec) -> None:
    bench.send(GET)
    bench.tenant.refusals = 1
    (answer,) = bench.send(spec)
    assert answer.snapshot.status == 200
    assert answer.snapshot.notes == (RENEWED,)
    assert answer.problem is None
    body = b'{"ID":1}' if spec is POST else b""
    assert bench.tenant.seen[1:] == [
        (spec.method, "token-1-of-the-test", body),
        (spec.method, "token-2-of-the-test", body),
    ]
    assert bench.tokens_asked == 2


@pytest.mark.parametrize("spec", [GET, POST], ids=lambda spec: spec.method)
def test_it_is_replayed_once_and_no_more(bench: Bench, spec: RequestSpec) -> None:
    bench.tenant.refusals = 10
    (answer,) = bench.send(spec)
    assert answer.snapshot.status == 401
    assert len(bench.tenant.seen) == 2
    assert answer.problem is not None


def test_fifty_refused_at_once_share_few_renewals(bench: Bench) -> None:
    bench.send(GET)
    bench.tenant.refusals = 50
    answers = bench.send(GET, 50)
    assert {answer.snapshot.status for answer in answers} <= {200, 401}
    assert bench.tokens_asked == 2


def test_a_401_whose_renewal_fails_says_so(bench: Bench) -> None:
    bench.send(GET)
    bench.tenant.refusals, bench.tenant.login_works = 1, False
    (answer,) = bench.send(GET)
    assert answer.snapshot.status == 401
    assert answer.snapshot.notes[0].startswith(NOT_RENEWED)


def test_a_pin_that_goes_stale_is_dropped_and_that_is_said(bench: Bench) -> None:
    session, environment = bench.session, bench.environment
    secret = session.secrets.remembered(NAME, SecretKind.CLIENT)
    assert secret is not None
    credentials = credentials_of(environment, secret)
    got = session.loop.run(lambda: session.tokens.acquire(NAME, credentials), PATIENCE).token
    pinned = replace(got, expires_at=got.issued_at + 600)
    session.tokens.pin(NAME, environment.scope, pinned)
    (answer,) = bench.send(GET)
    assert answer.token is pinned
    bench.tenant.clock.now += 550
    (answer,) = bench.send(GET)
    assert answer.snapshot.notes == (UNPINNED,)
    assert not session.tokens.has_pin(NAME, environment.scope)
    (answer,) = bench.send(GET)
    assert answer.snapshot.notes == ()


@pytest.mark.parametrize(
    ("life", "asked"), [(0, 3), (-60, 3), (10**30, 1), ("soon", 1), (None, 1), (1e400, 1)]
)
def test_an_odd_lifetime_never_stops_a_request(bench: Bench, life: object, asked: int) -> None:
    bench.tenant.life = life
    for _ in range(3):
        (answer,) = bench.send(GET)
        assert answer.snapshot.status == 200
    assert bench.tokens_asked == asked
