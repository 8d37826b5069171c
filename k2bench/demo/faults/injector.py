"""Puts faults into the traffic of one API."""

from __future__ import annotations

import asyncio

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo.faults import body_faults
from k2bench.demo.faults.catalogue import Api
from k2bench.demo.faults.switchboard import Switchboard

LOGIN_PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in to your account</title></head>
<body><form method="post" action="/login"><h1>Sign in</h1>
<label>User name <input name="username"></label>
<label>Password <input name="password" type="password"></label>
<button>Sign in</button></form></body></html>
"""

UNAVAILABLE_PAGE = """\
<!DOCTYPE html>
<html><head><title>503 Service Unavailable</title></head>
<body><h1>Service Unavailable</h1><p>HTTP Error 503. The service is unavailable.</p></body></html>
"""

_INSTEAD = ("unauthorized", "too_many_requests", "unavailable", "redirect", "html_login")
_IN_BODY = ("reset", "truncated_gzip", "slow_drip")


class FaultInjector:
    """Stands in front of an API; answers in its place, or harms its answers.

    Attributes:
        elsewhere: The other origin that redirects lead to.
    """

    def __init__(self, app: ASGIApp, faults: Switchboard, api: Api, elsewhere: str) -> None:
        self._app = app
        self._faults = faults
        self._api = api
        self.elsewhere = elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        target = request_target(scope)
        delay = self._faults.strikes("latency", self._api, target)
        if delay is not None:
            await asyncio.sleep(delay["seconds"])
        app: ASGIApp = self._answer_instead(target) or self._app
        for key in _IN_BODY:
            settings = self._faults.strikes(key, self._api, target)
            if settings is not None:
                await body_faults.BY_KEY[key](app, settings)(scope, receive, send)
                return
        await app(scope, receive, send)

    def _answer_instead(self, target: str) -> Response | None:
        for key in _INSTEAD:
            settings = self._faults.strikes(key, self._api, target)
            if settings is not None:
                retry_after = f"{settings.get('retry_after', 0):g}"
                return self._response(key, target, retry_after)
        return None

    def _response(self, key: str, target: str, retry_after: str) -> Response:
        if key == "unauthorized":
            challenge = 'Bearer error="invalid_token", error_description="The token is expired"'
            return Response(status_code=401, headers={"WWW-Authenticate": challenge})
        if key == "too_many_requests":
            return Response(status_code=429, headers={"Retry-After": retry_after})
        if key == "unavailable":
            return HTMLResponse(UNAVAILABLE_PAGE, status_code=503)
        if key == "redirect":
            return Response(status_code=302, headers={"Location": self.elsewhere + target})
        return HTMLResponse(LOGIN_PAGE)


def request_target(scope: Scope) -> str:
    """Path and query as they came in, still encoded."""
    query = scope["query_string"].decode("latin-1")
    path: str = scope["raw_path"].decode("latin-1")
    return f"{path}?{query}" if query else path
