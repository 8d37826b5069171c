import asyncio
from dataclasses import replace

import pytest

from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.auth.token import AccessToken
from k2bench.core.problem import WorkbenchError, input_error
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseSnapshot, SentRequest
from k2bench.core.secret import Secret
from k2bench.workbench.token_endpoint import Acquired
from k2bench.workbench.tokens import Tokens, key_of
from tests.workbench.conftest import Clock

CREDENTIALS = ClientCredentials("https://l/t", "id", Secret("s"), "scope")


class Endpoint:
    """Answers when the gate is open, and counts."""

    def __init__(self, clock: Clock, life: float = 3600) -> None:
        self.clock, self.life, self.asked = clock, life, 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: WorkbenchError | None = None
        self.cancelled = 0

    async def fetch(self, credentials: ClientCredentials) -> Acquired:
        self.asked += 1
        number = self.asked
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self.error:
            raise self.error
        now = self.clock()
        token = AccessToken(Secret(f"token-{number}"), "Bearer", now, now + self.life, "scope")
        return Acquired(token, ResponseSnapshot(RequestSpec(), SentRequest("POST", ""), 200))


def run(story) -> None:  # type: ignore[no-untyped-def]
    async def start() -> None:
        clock = Clock()
        endpoint = Endpoint(clock)
        await story(clock, endpoint, Tokens(endpoint.fetch, clock))

    asyncio.run(start())


def test_fifty_at_once_make_one_request() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        endpoint.gate.clear()
        asking = [asyncio.create_task(tokens.token_for("e", CREDENTIALS)) for _ in range(50)]
        await asyncio.sleep(0)
        endpoint.gate.set()
        got = await asyncio.gather(*asking)
        assert {token.value.reveal() for token in got} == {"token-1"}
        assert endpoint.asked == 1

    run(story)


def test_one_who_gives_up_takes_nothing_from_the_others() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        endpoint.gate.clear()
        first = asyncio.create_task(tokens.token_for("e", CREDENTIALS))
        second = asyncio.create_task(tokens.token_for("e", CREDENTIALS))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        endpoint.gate.set()
        assert (await second).value.reveal() == "token-1"
        assert endpoint.cancelled == 0

    run(story)


def test_the_last_to_leave_cancels_and_the_next_starts_anew() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        endpoint.gate.clear()
        both = [asyncio.create_task(tokens.token_for("e", CREDENTIALS)) for _ in range(2)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        endpoint.gate.set()
        assert (await tokens.token_for("e", CREDENTIALS)).value.reveal() == "token-2"
        assert endpoint.cancelled == 1

    run(story)


def test_a_failure_reaches_all_who_wait_and_is_not_remembered() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        endpoint.error = input_error("no", "no")
        got = await asyncio.gather(
            *(tokens.token_for("e", CREDENTIALS) for _ in range(3)), return_exceptions=True
        )
        assert all(isinstance(each, WorkbenchError) for each in got)
        assert endpoint.asked == 1
        endpoint.error = None
        assert (await tokens.token_for("e", CREDENTIALS)).value.reveal() == "token-2"

    run(story)


def test_a_stale_token_is_renewed() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        await tokens.token_for("e", CREDENTIALS)
        clock.now += 3239
        await tokens.token_for("e", CREDENTIALS)
        assert endpoint.asked == 1
        clock.now += 1
        assert (await tokens.token_for("e", CREDENTIALS)).value.reveal() == "token-2"

    run(story)


def test_a_new_token_asked_for_by_hand_replaces_the_cached_one() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        await tokens.token_for("e", CREDENTIALS)
        assert (await tokens.acquire("e", CREDENTIALS)).token.value.reveal() == "token-2"
        assert (await tokens.token_for("e", CREDENTIALS)).value.reveal() == "token-2"

    run(story)


@pytest.mark.parametrize(
    "change",
    [
        {"token_url": "https://other/t"},
        {"client_id": "other"},
        {"client_secret": Secret("other")},
        {"scope": "other"},
        {"client_auth": ClientAuth.BASIC},
        {"extra": (("audience", "x"),)},
    ],
)
def test_whatever_differs_gets_a_token_of_its_own(change: dict[str, object]) -> None:
    assert key_of("e", CREDENTIALS) != key_of("e", replace(CREDENTIALS, **change))
    assert key_of("e", CREDENTIALS) != key_of("other", CREDENTIALS)


def test_a_pin_lasts_until_its_token_is_stale() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        token = (await tokens.acquire("e", CREDENTIALS)).token
        tokens.pin("e", "scope", token)
        assert tokens.pinned("e", "scope") is token
        assert tokens.pinned("e", "other") is None
        clock.now += 3240
        assert tokens.pinned("e", "scope") is None

    run(story)


def test_an_answer_that_comes_late_does_not_replace_a_newer_one() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        endpoint.gate.clear()
        hanging = asyncio.create_task(tokens.token_for("e", CREDENTIALS))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        slow, endpoint.gate = endpoint.gate, asyncio.Event()
        endpoint.gate.set()
        newer = (await tokens.acquire("e", CREDENTIALS)).token
        slow.set()
        assert (await hanging).value == Secret("token-1")
        assert await tokens.token_for("e", CREDENTIALS) is newer

    run(story)


def test_tokens_of_an_environment_that_is_gone_are_forgotten() -> None:
    async def story(clock: Clock, endpoint: Endpoint, tokens: Tokens) -> None:
        gone = (await tokens.acquire("e", CREDENTIALS)).token
        stays = (await tokens.acquire("other", CREDENTIALS)).token
        tokens.pin("e", "scope", gone)
        tokens.forget("e")
        assert [held.token for held in tokens.held()] == [stays]
        assert tokens.acquired(gone) is None
        assert tokens.pinned("e", "scope") is None

    run(story)
