"""The control surface at `/__demo`, for whoever holds the control token of the start line.

`faults` lists and sets faults, `publish` publishes the SmartObject that comes late, `elsewhere`
tells who came to the other origin.
"""

from __future__ import annotations

import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo.elsewhere import Elsewhere
from k2bench.demo.faults import requests
from k2bench.demo.faults.switchboard import Switchboard
from k2bench.demo.odata.publication import PUBLISH_SECONDS, Publication

MAX_BODY = 100_000


class Control:
    """The control surface as an ASGI application."""

    def __init__(
        self, token: str, faults: Switchboard, publication: Publication, elsewhere: Elsewhere
    ) -> None:
        self._token = token.encode()
        self._faults = faults
        self._publication = publication
        self._elsewhere = elsewhere
        self._router: ASGIApp = Router(
            [
                Route("/faults", self._list_faults, methods=["GET"]),
                Route("/faults", self._set_fault, methods=["POST"]),
                Route("/publish", self._publish, methods=["POST"]),
                Route("/elsewhere", self._list_visits, methods=["GET"]),
                Route("/elsewhere", self._forget_visits, methods=["DELETE"]),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        authorization = Request(scope).headers.get("authorization", "")
        scheme, _, token = authorization.partition(" ")
        known = hmac.compare_digest(token.strip().encode("latin-1"), self._token)
        if scheme.lower() != "bearer" or not known:
            refusal = Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
            await refusal(scope, receive, send)
            return
        await self._router(scope, receive, send)

    async def _list_faults(self, _request: Request) -> Response:
        return JSONResponse(requests.describe(self._faults))

    async def _set_fault(self, request: Request) -> Response:
        try:
            requests.apply(self._faults, await _read_json(request))
        except requests.BadRequestError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return JSONResponse(requests.describe(self._faults))

    async def _publish(self, request: Request) -> Response:
        body = await _read_json(request)
        wanted = body if isinstance(body, dict) else {}
        name, delay = wanted.get("smartobject"), wanted.get("delay", PUBLISH_SECONDS)
        if not isinstance(name, str) or not isinstance(delay, (int, float)):
            return JSONResponse({"error": "smartobject must be a name, delay a number"}, 400)
        if wanted.get("published", True) is False:
            self._publication.unpublish(name)
            return JSONResponse({"smartobject": name, "published": False})
        if not self._publication.publish(name, delay):
            return JSONResponse({"error": f"{name!r} is not one to be published"}, 400)
        return JSONResponse({"smartobject": name, "published": True, "delay": delay})

    async def _list_visits(self, _request: Request) -> Response:
        return JSONResponse({"visits": self._elsewhere.visits})

    async def _forget_visits(self, _request: Request) -> Response:
        self._elsewhere.visits.clear()
        return Response(status_code=204)


async def _read_json(request: Request) -> Any:
    """The body, or None when it is no JSON."""
    body = await request.body()
    try:
        return json.loads(body) if len(body) <= MAX_BODY else None
    except (ValueError, RecursionError):
        return None
