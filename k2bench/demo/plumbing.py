"""Small ASGI parts that every request passes through."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formatdate

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from k2bench.demo.clock import Clock


class DateHeader:
    """Adds `Date` from the tenant's clock, which may be set wrong on purpose."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_date(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = formatdate(self._clock.now(), usegmt=True).encode()
                message["headers"] = [*message.get("headers", ()), (b"date", date)]
            await send(message)

        await self._app(scope, receive, send_with_date)


class ByPort:
    """Chooses the application by the port that a request came in on."""

    def __init__(self, apps: Mapping[int, ASGIApp], default: ASGIApp) -> None:
        self._apps = apps
        self._default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._apps.get(scope["server"][1], self._default)
        await app(scope, receive, send)


class ByPrefix:
    """Chooses the application by the start of the path, written in any case, as IIS does.

    The application sees the start as its root path, with or without a slash after it.
    """

    def __init__(self, apps: Mapping[str, ASGIApp], default: ASGIApp) -> None:
        self._apps = apps
        self._default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Still percent-encoded: only then the root path is a part of it by its length, too.
        path: str = scope["raw_path"].decode("latin-1")
        for prefix, app in self._apps.items():
            if (path + "/").lower().startswith(prefix.lower() + "/"):
                await app({**scope, "root_path": path[: len(prefix)]}, receive, send)
                return
        await self._default(scope, receive, send)
