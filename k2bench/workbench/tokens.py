"""Which token a request gets: the pinned one, the cached one, or a new one.

Everything here runs on the network loop, so there is no lock. Tokens live in memory only.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from k2bench.auth.credentials import ClientCredentials
from k2bench.auth.token import AccessToken
from k2bench.core.secret import Secret
from k2bench.workbench.token_endpoint import Acquired


@dataclass(frozen=True, slots=True)
class TokenKey:
    """Two requests share a token only when all of this is the same."""

    environment_id: str
    token_url: str
    client_id: str
    fingerprint: str
    scope: str
    client_auth: str
    extra: tuple[tuple[str, str], ...]


def key_of(environment_id: str, credentials: ClientCredentials) -> TokenKey:
    """The key of a token got with `credentials`."""
    return TokenKey(
        environment_id,
        credentials.token_url.strip(),
        credentials.client_id.strip(),
        credentials.client_secret.fingerprint(),
        credentials.scope.strip(),
        credentials.client_auth,
        credentials.extra,
    )


Login: TypeAlias = tuple[str, str]
"""The token URL and the client id: another login's token is no token of this one."""


@dataclass(frozen=True, slots=True)
class HeldToken:
    """A token of this session and whom it belongs to."""

    environment_id: str
    scope: str
    token: AccessToken
    pinned: bool


@dataclass(slots=True)
class _Flight:
    """One token request under way and how many wait for it."""

    task: "asyncio.Task[Acquired]"
    waiting: int = 0


@dataclass(slots=True)
class Tokens:
    """Pinned, cached and awaited tokens.

    Attributes:
        fetch: asks the token endpoint once.
        clock: seconds since the epoch.
    """

    fetch: Callable[[ClientCredentials], Awaitable[Acquired]]
    clock: Callable[[], float]
    _cached: dict[TokenKey, AccessToken] = field(default_factory=dict)
    _pinned: dict[tuple[str, str], AccessToken] = field(default_factory=dict)
    _acquired: dict[Secret, Acquired] = field(default_factory=dict)
    _flights: dict[TokenKey, _Flight] = field(default_factory=dict)
    _logins: dict[Secret, Login] = field(default_factory=dict)
    _asked: dict[TokenKey, int] = field(default_factory=dict)  # when the cached one was asked for
    _numbers: "count[int]" = field(default_factory=count)

    async def acquire(self, environment_id: str, credentials: ClientCredentials) -> Acquired:
        """A new token by a request of its own, whatever is cached; it replaces the cached one.

        One that was asked for earlier and comes later replaces nothing.

        Raises:
            WorkbenchError: see `TokenEndpoint.fetch`.
        """
        key, number = key_of(environment_id, credentials), next(self._numbers)
        acquired = await self.fetch(credentials)
        self._acquired[acquired.token.value] = acquired
        self._logins[acquired.token.value] = (key.token_url, key.client_id)
        if number > self._asked.get(key, -1):
            self._asked[key] = number
            self._cached[key] = acquired.token
        return acquired

    def pin(self, environment_id: str, scope: str, token: AccessToken) -> None:
        """*Use Token*: send `token` for this environment and scope until it is stale."""
        self._pinned[environment_id, scope] = token

    def pinned(self, environment_id: str, scope: str) -> AccessToken | None:
        """The pinned token. A stale one is no longer pinned."""
        token = self._pinned.get((environment_id, scope))
        if token is not None and token.is_stale(self.clock()):
            del self._pinned[environment_id, scope]
            return None
        return token

    def has_pin(self, environment_id: str, scope: str) -> bool:
        """Whether a token was pinned, stale or not."""
        return (environment_id, scope) in self._pinned

    def is_of(self, token: AccessToken, login: Login) -> bool:
        """Whether `token` was got with `login`, or is from elsewhere."""
        return self._logins.get(token.value, login) == login

    def forget(self, environment_id: str) -> None:
        """An environment is gone, or logs in as another one: none of its tokens is kept."""
        gone = [held.token for held in self.held() if held.environment_id == environment_id]
        for token in gone:
            self.refuse(token)
            self._acquired.pop(token.value, None)

    def refuse(self, token: AccessToken) -> None:
        """A server refused `token`: it is neither pinned nor cached any more."""
        self._pinned = {key: each for key, each in self._pinned.items() if each is not token}
        self._cached = {key: each for key, each in self._cached.items() if each is not token}

    def acquired(self, token: AccessToken) -> Acquired | None:
        """The exchange that brought `token`, if it was in this session."""
        return self._acquired.get(token.value)

    def held(self) -> tuple[HeldToken, ...]:
        """Every token of this session that is still known, the newest first."""
        pins = {id(token) for token in self._pinned.values()}
        found = {
            id(token): HeldToken(key.environment_id, key.scope, token, id(token) in pins)
            for key, token in self._cached.items()
        }
        for (environment_id, scope), token in self._pinned.items():
            found.setdefault(id(token), HeldToken(environment_id, scope, token, pinned=True))
        return tuple(sorted(found.values(), key=lambda each: -each.token.issued_at))

    async def token_for(self, environment_id: str, credentials: ClientCredentials) -> AccessToken:
        """The token to send, asked for at most once however many ask at the same time.

        Raises:
            WorkbenchError: a new one was needed and could not be had.
        """
        key = key_of(environment_id, credentials)
        cached = self._cached.get(key)
        if cached is not None and not cached.is_stale(self.clock()):
            return cached
        return await self._join(key, environment_id, credentials)

    async def _join(
        self, key: TokenKey, environment_id: str, credentials: ClientCredentials
    ) -> AccessToken:
        flight = self._flights.get(key)
        if flight is None:
            task = asyncio.ensure_future(self.acquire(environment_id, credentials))
            flight = self._flights[key] = _Flight(task)
            task.add_done_callback(lambda _: self._land(key, task))
        flight.waiting += 1
        try:
            # Without the shield the first caller to give up would take the answer from the others.
            return (await asyncio.shield(flight.task)).token
        finally:
            flight.waiting -= 1
            if flight.waiting == 0 and not flight.task.done():
                self._land(key, flight.task)  # who comes next starts anew
                flight.task.cancel()

    def _land(self, key: TokenKey, task: "asyncio.Task[Acquired]") -> None:
        flight = self._flights.get(key)
        if flight is not None and flight.task is task:
            del self._flights[key]
        if task.done() and not task.cancelled():
            task.exception()  # looked at, or asyncio would report it as lost
